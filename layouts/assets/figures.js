// What happens in the browser alone: opening and closing a figure, keys on charts, copying, scheme.
// The address is the state: a figure is open when `figure=` is in it.
(function () {
  "use strict";

  let opener = null;

  function announce(text) {
    const place = document.getElementById("announcer");
    if (place) place.textContent = text;
  }

  function navigated() {
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
  }

  function goTo(path) {
    history.pushState({}, "", path);
    navigated();
    scrollTo(0, 0);
  }

  function openId() {
    return new URLSearchParams(location.search).get("figure");
  }

  // One history entry for an open figure, however many are read in a row: Back closes the panel.
  function openFigure(id, from) {
    if (openId() === id) {
      focusPanel();
      return;
    }
    const url = new URL(location.href);
    url.searchParams.set("figure", id);
    if (openId()) {
      history.replaceState(history.state, "", url);
    } else {
      opener = from || document.activeElement;
      history.pushState({ opened: true }, "", url);
    }
    navigated();
  }

  function closeFigure() {
    if (!openId()) return;
    if (history.state && history.state.opened) {
      history.back();
      return;
    }
    const url = new URL(location.href);
    url.searchParams.delete("figure");
    history.replaceState({}, "", url);
    navigated();
  }

  function focusPanel() {
    const heading = document.querySelector("#panel.panel-open [tabindex='-1']");
    if (heading) heading.focus({ preventScroll: true });
  }

  function panelChanged(panel) {
    if (panel.classList.contains("panel-open")) {
      panel.scrollTop = 0;
      focusPanel();
    } else if (opener) {
      const still = opener.isConnected ? opener : document.getElementById("page");
      opener = null;
      if (still) still.focus({ preventScroll: true });
    }
  }

  document.addEventListener("click", function (event) {
    if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey) return;
    const target = event.target.closest("[data-figure],[data-copy],[data-close],[data-dismiss]");
    if (!target) return;
    if (target.dataset.figure) {
      if (String(getSelection())) return;
      event.preventDefault();
      openFigure(target.dataset.figure, target);
    } else if (target.dataset.copy) {
      copy(target);
    } else if (target.dataset.close) {
      closeFigure();
    } else {
      target.closest("." + target.dataset.dismiss).hidden = true;
    }
  });

  function copy(button) {
    const said = button.textContent;
    navigator.clipboard.writeText(button.dataset.copy).then(
      function () {
        button.textContent = "Copied";
        announce("Citation copied");
        setTimeout(function () { button.textContent = said; }, 1600);
      },
      function () { announce("The browser did not allow copying"); }
    );
  }

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && !event.defaultPrevented) {
      if (document.querySelector("[aria-expanded='true'][role='combobox'], [aria-expanded='true'][aria-haspopup='listbox']")) return;
      if (openId()) {
        event.preventDefault();
        closeFigure();
      }
      return;
    }
    const row = event.target.closest && event.target.closest("tr[data-figure]");
    if (row && event.target === row) rowKey(event, row);
    const frame = event.target.classList && event.target.classList.contains("chart-frame") ? event.target : null;
    if (frame) chartKey(event, frame);
  });

  function rowKey(event, row) {
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      openFigure(row.dataset.figure, row);
    }
    const next = { ArrowDown: row.nextElementSibling, ArrowUp: row.previousElementSibling }[event.key];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }

  // The marks of a chart from left to right, each figure once.
  function marksOf(plot) {
    const found = new Map();
    plot.data.forEach(function (trace, curve) {
      if (!trace.customdata || trace.name === "hold" || trace.name === "finding") return;
      trace.customdata.forEach(function (id, point) {
        if (!found.has(id)) {
          found.set(id, { id: id, curve: curve, point: point, x: +new Date(trace.x[point]) || trace.x[point], axis: trace.yaxis || "y" });
        }
      });
    });
    return Array.from(found.values()).sort(function (a, b) {
      return a.axis === b.axis ? a.x - b.x : a.axis < b.axis ? -1 : 1;
    });
  }

  // Where the mark of a figure stands in its plot, in pixels; null where it has none.
  function placeOf(plot, id) {
    const layout = plot._fullLayout;
    if (!plot.data || !layout || !layout.xaxis) return null;
    for (const trace of plot.data) {
      const point = trace.customdata && trace.name !== "hold" ? trace.customdata.indexOf(id) : -1;
      if (point < 0) continue;
      const axis = layout["yaxis" + (trace.yaxis || "y").slice(1)];
      const y = trace.base ? trace.base[point] + trace.y[point] / 2 : trace.y[point];
      return [layout.xaxis._offset + layout.xaxis.d2p(trace.x[point]), axis._offset + axis.d2p(y)];
    }
    return null;
  }

  // A ring around the mark of the open figure.
  function ringMarks() {
    const id = openId();
    document.querySelectorAll(".chart-frame").forEach(function (frame) {
      const plot = frame.querySelector(".js-plotly-plot");
      const place = id && plot ? placeOf(plot, id) : null;
      let ring = frame.querySelector(".ring");
      if (!place) {
        if (ring) ring.remove();
        return;
      }
      if (!ring) {
        ring = document.createElement("span");
        ring.className = "ring";
        frame.append(ring);
      }
      ring.style.left = place[0] + "px";
      ring.style.top = place[1] + "px";
    });
  }

  let ringing = 0;

  function ringSoon() {
    cancelAnimationFrame(ringing);
    ringing = requestAnimationFrame(ringMarks);
  }

  window.addEventListener("resize", function () { setTimeout(ringSoon, 300); });

  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  function chartKey(event, frame) {
    const plot = frame.querySelector(".js-plotly-plot");
    if (!plot || !window.Plotly) return;
    const marks = marksOf(plot);
    if (!marks.length) return;
    let place = marks.findIndex(function (mark) { return mark.id === frame.dataset.hovered; });
    if (event.key in STEPS) {
      event.preventDefault();
      place = place < 0 ? (STEPS[event.key] > 0 ? 0 : marks.length - 1) : (place + STEPS[event.key] + marks.length) % marks.length;
    } else if (event.key === "Home" || event.key === "End") {
      event.preventDefault();
      place = event.key === "Home" ? 0 : marks.length - 1;
    } else if ((event.key === "Enter" || event.key === " ") && place >= 0) {
      event.preventDefault();
      openFigure(marks[place].id, frame);
      return;
    } else {
      return;
    }
    const mark = marks[place];
    frame.dataset.hovered = mark.id;
    window.Plotly.Fx.hover(plot, [{ curveNumber: mark.curve, pointNumber: mark.point }], "x" + mark.axis);
    const trace = plot.data[mark.curve];
    const text = (trace.hovertext || trace.text)[mark.point];
    announce(text.replace(/<br>/g, ", ").replace(/<[^>]*>/g, ""));
  }

  let shown = null;

  function displayed() {
    const now = window.howShown();
    if (shown && shown.dark === now.dark && shown.narrow === now.narrow) return window.dash_clientside.no_update;
    shown = now;
    if (!firstDrawn) setTimeout(drawLater, LONGEST_WAIT);
    return now;
  }

  function displayChanged() {
    const now = displayed();
    if (now === window.dash_clientside.no_update) return;
    window.dash_clientside.set_props("display", { data: now });
    seen.forEach(function (id) { window.dash_clientside.set_props(LATER[id], { data: now }); });
  }

  // The charts further down wait until the first is on the screen and they are near the window.
  const LATER = { "section-share": "seen-share", "section-aid": "seen-aid", more: "seen-more" };
  const LONGEST_WAIT = 1500;
  const MOMENT = 250;
  const near = new Set();
  const seen = new Set();
  let firstDrawn = false;

  const nearness = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (entry.isIntersecting) near.add(entry.target.id);
      else near.delete(entry.target.id);
    });
    drawNear();
  }, { rootMargin: "100px 0px" });

  function watchSections() {
    Object.keys(LATER).forEach(function (id) {
      const section = document.getElementById(id);
      if (!section || section.dataset.watched) return;
      section.dataset.watched = "yes";
      // A page that is entered again has new sections, empty once more.
      seen.delete(id);
      nearness.observe(section);
    });
  }

  function drawNear() {
    if (!firstDrawn) return;
    near.forEach(function (id) {
      if (seen.has(id)) return;
      seen.add(id);
      window.dash_clientside.set_props(LATER[id], { data: shown });
    });
  }

  function drawLater() {
    firstDrawn = true;
    drawNear();
  }

  window.addEventListener("beforeprint", function () {
    Object.keys(LATER).forEach(function (id) { near.add(id); });
    drawLater();
  });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.figures = {
    // The first layout is made for the address and the display that its request names: else set right here.
    display: function (path, search, known) {
      if (path && (path !== location.pathname || search !== location.search)) setTimeout(navigated);
      const now = displayed();
      return known && known.dark === now.dark && known.narrow === now.narrow ? window.dash_clientside.no_update : now;
    },
    // Clears the click at once: the same mark can be chosen twice.
    clicked: function (clicks) {
      const unchanged = window.dash_clientside.no_update;
      return clicks.map(function (click, place) {
        if (!click || !click.points.length) return unchanged;
        const id = click.points[0].customdata;
        if (typeof id === "string" && id.startsWith("/")) goTo(id);
        else if (typeof id === "string") openFigure(id, document.querySelectorAll(".chart-frame")[place]);
        return null;
      });
    },
  };

  new MutationObserver(function (changes) {
    if (shown && changes.length) displayChanged();
  }).observe(document.documentElement, { attributes: true, attributeFilter: ["data-mantine-color-scheme"] });
  window.narrowScreen.addEventListener("change", function () { if (shown) displayChanged(); });

  // Dash draws the page piece by piece; what depends on a piece is done when it appears.
  let panelSeen = "";
  new MutationObserver(function () {
    const panel = document.getElementById("panel");
    if (!panel) return;
    const filters = document.getElementById("filters");
    if (filters && !filters.dataset.seen) {
      filters.dataset.seen = "yes";
      if (window.narrowScreen.matches) filters.open = false;
    }
    watchSections();
    if (!firstDrawn && document.querySelector(".js-plotly-plot .trace, #page .chart-section[hidden]")) {
      setTimeout(drawLater, MOMENT);
    }
    const heading = document.querySelector("#page h1");
    const title = heading ? heading.textContent + " · Figures at Source" : "Figures at Source";
    if (document.title !== title) document.title = title;
    window.nameThePage();
    markCurrent();
    reachFinding();
    ringSoon();
    const state = panel.className + panel.textContent.length + (openId() || "");
    if (state !== panelSeen && panel.classList.contains("panel-open") === Boolean(openId())) {
      panelSeen = state;
      panelChanged(panel);
    }
  }).observe(document.documentElement, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });

  // The finding that the address names, once it is there: brought into view, and the focus on it.
  let reached = null;

  function reachFinding() {
    const wanted = location.hash.slice(1);
    const finding = wanted ? document.getElementById(wanted) : null;
    if (!finding || !finding.classList.contains("finding")) {
      reached = null;
    } else if (finding !== reached && (!reached || reached.id !== wanted || document.activeElement === document.body)) {
      // The list may be made anew under a reader who has just been led to it; nobody is led back who went on.
      reached = finding;
      document.querySelectorAll(".finding[aria-current]").forEach(function (other) { other.removeAttribute("aria-current"); });
      finding.setAttribute("aria-current", "true");
      finding.scrollIntoView({ block: "start" });
      finding.focus({ preventScroll: true });
    }
  }

  window.addEventListener("hashchange", reachFinding);

  function markCurrent() {
    document.querySelectorAll(".site-head nav a").forEach(function (link) {
      const path = new URL(link.href).pathname;
      const here = path === "/" ? location.pathname === "/" : location.pathname.startsWith(path);
      if (here) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
    const id = openId();
    document.querySelectorAll("[data-figure]").forEach(function (item) {
      if (item.dataset.figure === id) item.setAttribute("aria-current", "true");
      else item.removeAttribute("aria-current");
    });
  }
})();
