// Sets the colour scheme and the kind of page before anything is drawn, so that nothing flashes or moves,
// and tells the server how the page is looked at: the first layout then holds the chart as it is to be drawn.
(function () {
  let scheme = null;
  try {
    scheme = localStorage.getItem("mantine-color-scheme-value");
  } catch (error) {
    // Storage may be forbidden; the system's scheme holds then.
  }
  if (scheme !== "light" && scheme !== "dark") {
    scheme = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  }
  document.documentElement.setAttribute("data-mantine-color-scheme", scheme);

  window.narrowScreen = matchMedia("(max-width: 700px)");
  window.howShown = function () {
    return {
      dark: document.documentElement.getAttribute("data-mantine-color-scheme") === "dark",
      narrow: window.narrowScreen.matches,
    };
  };
  const now = window.howShown();
  document.cookie = "display=" + (now.dark ? "dark" : "light") + "-" + (now.narrow ? "narrow" : "wide") + "; path=/; SameSite=Strict";

  // The kinds that the style sheet tells apart: pages with filters, pages with a column for the panel.
  window.nameThePage = function () {
    const path = location.pathname.replace(/\/+$/, "");
    const kind = path === "" ? "trends" : path === "/table" ? "table" : path === "/checks" ? "checks" : /^\/sources\/./.test(path) ? "source" : "other";
    if (document.documentElement.dataset.page !== kind) document.documentElement.dataset.page = kind;
  };
  window.nameThePage();
})();
