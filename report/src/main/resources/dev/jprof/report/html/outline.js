// The chart for those who do not see it: the root and its dearest callees, as a tree of buttons.

const MOST_CHILDREN = 50;

function showOutline(model, box, act) {
  const {tree, names, width} = model;
  const root = model.zoomed;
  const item = (text, level, node) => {
    const line = element("button", "", text);
    line.setAttribute("role", "treeitem");
    line.setAttribute("aria-level", level);
    line.dataset.node = node;
    line.tabIndex = -1;
    line.addEventListener("click", () => act.zoom(node));
    return line;
  };
  const words = node => `${names.full(tree.method[node])}, ${model.valueText(width.total[node])}, ${percent(width.total[node], width.total[root]) || "0 %"}`;
  const items = [];
  if (root !== tree.top) {
    items.push(item(`Back to ${names.full(tree.method[tree.parent[root]])}`, 1, tree.parent[root]));
  }
  const top = item(words(root), 1, root);
  top.setAttribute("aria-expanded", tree.end[root] > root + 1);
  top.setAttribute("aria-selected", true);
  items.push(top);
  const children = [];
  let rest = width.total[root] - width.own[root];
  for (let child = root + 1; child < tree.end[root] && children.length < MOST_CHILDREN; child = tree.end[child]) {
    const line = item(words(child), 2, child);
    if (tree.end[child] > child + 1) {
      line.setAttribute("aria-expanded", false);
    }
    children.push(line);
    rest -= width.total[child];
  }
  children.forEach((line, i) => {
    line.setAttribute("aria-posinset", i + 1);
    line.setAttribute("aria-setsize", children.length);
  });
  items.push(...children);
  if (rest > 0) {
    const line = element("span", "", `cheaper calls, ${model.valueText(rest)}`);
    line.setAttribute("role", "treeitem");
    line.setAttribute("aria-level", 2);
    items.push(line);
  }
  items[0].tabIndex = 0;
  const hadFocus = box.contains(document.activeElement);
  box.replaceChildren(...items);
  if (hadFocus) {
    top.focus();
  }
}

/** Arrows move in it as in any tree; it can be seen while it has the focus. */
function listenToOutline(box, act) {
  box.addEventListener("keydown", event => {
    const items = [...box.querySelectorAll("button")];
    const at = items.indexOf(document.activeElement);
    const moves = {ArrowDown: 1, ArrowUp: -1, Home: -items.length, End: items.length};
    if (event.key in moves) {
      items[Math.max(0, Math.min(items.length - 1, at + moves[event.key]))]?.focus();
    } else if (event.key === "ArrowRight" || event.key === "Enter" || event.key === " ") {
      act.zoom(Number(document.activeElement.dataset.node));
    } else if (event.key === "ArrowLeft") {
      act.zoomOut();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  });
}
