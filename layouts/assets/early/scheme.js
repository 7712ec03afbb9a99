// Sets the colour scheme and the kind of page before anything is drawn, so that nothing flashes or moves.
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

  // The kinds that the style sheet tells apart: pages with filters, pages with a column for the panel.
  window.nameThePage = function () {
    const path = location.pathname.replace(/\/+$/, "");
    const kind = path === "" ? "trends" : path === "/table" ? "table" : path === "/checks" ? "checks" : /^\/sources\/./.test(path) ? "source" : "other";
    if (document.documentElement.dataset.page !== kind) document.documentElement.dataset.page = kind;
  };
  window.nameThePage();
})();
