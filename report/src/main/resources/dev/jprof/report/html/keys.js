// Keys, and the overlay that lists them.

const KEYS = [
  ["1 2 3 4", "icicle, flame, sunburst, treemap"],
  ["↑ ↓ ← →", "caller, dearest callee, neighbours of the selected bar"],
  ["Enter", "zoom to what is selected"],
  ["Backspace", "zoom out by one call"],
  ["Esc", "show everything"],
  ["+ −", "magnify; also Ctrl and the wheel"],
  ["a d", "pan; also drag, or the wheel"],
  ["r", "make the selected method the root"],
  ["/", "search"],
  ["n N", "next, previous match"],
  ["w", "width by time, calls, …"],
  ["c", "next colour"],
  ["m", "merge threads"],
  ["t", "light, dark, as the system"],
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
  const charts = ["icicle", "flame", "sunburst", "treemap"];
  const does = {
    "?": () => dialog.showModal(), "/": () => document.getElementById("search").focus(),
    n: () => page.match(1), N: () => page.match(-1), r: () => page.rootSelected(), t: () => page.theme(),
    w: () => page.cycle("width"), c: () => page.cycle("color"), m: () => page.toggle("merged"),
    Escape: () => page.reset(), Backspace: () => page.zoomOut(), Enter: () => page.zoomSelected(),
    ArrowUp: () => page.step("up"), ArrowDown: () => page.step("down"), ArrowLeft: () => page.step("left"), ArrowRight: () => page.step("right"),
    "+": () => page.chart.magnify(0.7, 0.5), "=": () => page.chart.magnify(0.7, 0.5), "-": () => page.chart.magnify(1 / 0.7, 0.5),
    a: () => page.chart.pan(-80, 0), d: () => page.chart.pan(80, 0),
  };
  document.addEventListener("keydown", event => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
    if (typing) {
      if (event.key === "Escape") {
        event.target.blur();
      } else if (event.key === "Enter" && event.target.id === "search") {
        page.match(event.shiftKey ? -1 : 1);
      }
      return;
    }
    const onButton = event.target.tagName === "BUTTON" && event.key === "Enter";
    if (event.ctrlKey || event.metaKey || event.altKey || dialog.open || onButton) {
      return;
    }
    const act = charts[Number(event.key) - 1] ? () => page.set({chart: charts[Number(event.key) - 1]}, true) : does[event.key];
    if (act) {
      event.preventDefault();
      act();
    }
  });
}
