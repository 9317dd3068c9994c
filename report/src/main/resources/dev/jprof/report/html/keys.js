// Keys, and the overlay that lists them.

const KEYS = [
  ["1 2 3 4", "icicle, flame, sunburst, treemap"],
  ["↑ ↓ ← →", "caller, dearest callee, neighbours of the selected bar"],
  ["Enter", "zoom to what is selected"],
  ["Backspace", "zoom out by one call"],
  ["Esc", "show everything"],
  ["+ −", "magnify; also Ctrl and the wheel"],
  ["a d", "pan; also drag, or the wheel"],
  ["r", "make the selected method the root; in the table a double click"],
  ["/", "search; x takes it for a regular expression"],
  ["n N", "next, previous match"],
  ["f", "fold methods into their callers"],
  ["m j k", "merge threads, hide JDK, collapse recursion"],
  ["w c", "next width, next colour"],
  ["b s", "comparison: which side has the widths, share or absolute"],
  ["y", "copy the path"],
  ["v p", "save as SVG, as PNG"],
  ["Tab", "to the controls, the table and the call tree; arrows move there"],
  ["t", "light and dark; at first as the system has it"],
  ["?", "these keys"],
];

function listenToKeys(page) {
  const dialog = document.getElementById("keys");
  const list = element("dl");
  for (const [key, what] of KEYS) {
    list.append(element("dt", "", key), element("dd", "", what));
  }
  const close = element("button", "", "Close");
  close.addEventListener("click", () => dialog.close());
  dialog.replaceChildren(element("h2", "", "Keys"), list, close);
  const does = {
    "?": () => dialog.showModal(), "/": () => document.getElementById("search").focus(),
    n: () => page.match(1), N: () => page.match(-1), r: () => page.rootSelected(), t: () => page.theme(),
    w: () => page.cycle("width"), c: () => page.cycle("color"), m: () => page.toggle("merged"), j: () => page.toggle("nojdk"), k: () => page.toggle("collapse"),
    x: () => page.toggle("regex"), f: () => document.getElementById("fold").focus(), y: () => document.getElementById("copy-path")?.click(),
    b: () => page.model.head.base && page.cycle("side"), s: () => page.model.head.base && page.set({scale: page.model.state.scale === "share" ? "absolute" : "share"}, true),
    v: () => saveSvg(page.chart), p: () => savePng(page.chart),
    Escape: () => page.reset(), Backspace: () => page.zoomOut(), Enter: () => page.zoomSelected(),
    ArrowUp: () => page.step("up"), ArrowDown: () => page.step("down"), ArrowLeft: () => page.step("left"), ArrowRight: () => page.step("right"),
    "+": () => page.chart.magnify(0.7, 0.5), "=": () => page.chart.magnify(0.7, 0.5), "-": () => page.chart.magnify(1 / 0.7, 0.5),
    a: () => page.chart.pan(-80, 0), d: () => page.chart.pan(80, 0),
  };
  document.addEventListener("keydown", event => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (typing) {
      if (event.key === "Escape") {
        // Firefox would empty the search.
        event.preventDefault();
        event.target.blur();
      } else if (event.key === "Enter" && event.target.id === "search") {
        page.match(event.shiftKey ? -1 : 1);
      }
      return;
    }
    const radio = event.target.closest?.("[role=radiogroup]");
    const turn = {ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1}[event.key];
    if (radio && turn) {
      const buttons = [...radio.children];
      const next = buttons[(buttons.indexOf(event.target) + turn + buttons.length) % buttons.length];
      next.click();
      next.focus();
      event.preventDefault();
      return;
    }
    const onButton = event.target.tagName === "BUTTON" && event.key === "Enter";
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]") || onButton) {
      return;
    }
    const act = CHARTS[Number(event.key) - 1] ? () => page.set({chart: CHARTS[Number(event.key) - 1]}, true) : does[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}
