// The call stack of the root that is shown, each caller a step back to it.

const MOST_CRUMBS = 12;

function showCrumbs(model, box, act) {
  const {tree, names, state} = model;
  const path = tree.path(model.zoomed);
  const items = [];
  const step = (text, title, go) => {
    const button = element("button", "crumb", text);
    button.title = title;
    button.addEventListener("click", go);
    items.push(button);
  };
  if (state.root >= 0) {
    step(`only ${shortened(names.short(state.root), 40)}`, "Back to the whole tree", () => act.root(-1));
  }
  path.forEach((node, i) => {
    if (path.length > MOST_CRUMBS && i === 2) {
      items.push(element("span", "gap", `… ${path.length - MOST_CRUMBS} more …`));
    }
    if (path.length <= MOST_CRUMBS || i < 2 || i >= path.length - (MOST_CRUMBS - 2)) {
      step(shortened(names.short(tree.method[node]), 36), names.full(tree.method[node]), () => act.zoom(node));
    }
  });
  if (state.group && state.chart === "treemap") {
    step(state.group, "Back to all packages", () => act.set({group: ""}, true));
  }
  items[items.length - 1]?.setAttribute("aria-current", "true");
  const reset = element("button", "reset", "Reset");
  reset.id = "reset";
  reset.title = "Show everything (Esc)";
  reset.addEventListener("click", () => act.reset());
  items.push(reset);
  box.replaceChildren(...items);
}
