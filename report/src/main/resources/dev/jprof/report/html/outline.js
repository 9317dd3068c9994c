// The chart for those who do not see it: the root and its dearest callees, as a tree of buttons.

const MOST_CHILDREN = 50;

function showOutline(model, box, act) {
  const {tree, names, width} = model;
  const root = model.zoomed;
  const item = (node, level) => {
    const share = percent(width.total[node], width.total[root]);
    const line = element("button", "", `${names.full(tree.method[node])}, ${model.valueText(width.total[node])}, ${share}`);
    line.setAttribute("role", "treeitem");
    line.setAttribute("aria-level", level);
    line.dataset.node = node;
    line.tabIndex = -1;
    line.addEventListener("click", () => act.zoom(node));
    return line;
  };
  const items = [item(root, 1)];
  let rest = width.total[root] - width.own[root];
  for (let child = root + 1; child < tree.end[root] && items.length <= MOST_CHILDREN; child = tree.end[child]) {
    items.push(item(child, 2));
    rest -= width.total[child];
  }
  if (rest > 0) {
    const line = element("span", "", `cheaper calls, ${model.valueText(rest)}`);
    line.setAttribute("role", "treeitem");
    line.setAttribute("aria-level", 2);
    items.push(line);
  }
  box.replaceChildren(...items);
}
