// What the pointer is on, in words.

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) {
    made.className = className;
  }
  if (text !== undefined) {
    made.textContent = text;
  }
  return made;
}

class Tooltip {
  constructor(model, box) {
    this.model = model;
    this.box = box;
  }

  hide() {
    this.box.hidden = true;
  }

  show(shape, x, y) {
    const [name, ...lines] = this.words(shape);
    this.box.replaceChildren(element("strong", "", name), ...lines.map(line => element("div", "", line)));
    this.box.hidden = false;
    const {offsetWidth: w, offsetHeight: h} = this.box;
    this.box.style.left = `${Math.max(4, Math.min(x + 14, innerWidth - w - 8))}px`;
    this.box.style.top = `${y + 18 + h > innerHeight ? y - h - 10 : y + 18}px`;
  }

  words(shape) {
    const {model} = this;
    const value = model.valueText(shape.value);
    const {root} = model.state;
    const share = `${percent(shape.value, model.width.total[model.tree.top])} of ${root < 0 ? "all" : model.names.short(root)}`;
    switch (shape.kind) {
      case "rest": return [shape.node >= 0 ? "Cheaper calls, too narrow to be drawn" : shape.name, `${value} together, ${share}`];
      case "deep": return ["Deeper calls", `${value} that there is no room for; click to go there`];
      case "method": return [model.names.full(shape.method), ...[model.names.place(shape.method)].filter(Boolean), `${value} self, ${share}`];
      case "group": case "class": return [shape.name, `${value} self, ${share}`];
      default: return this.wordsOfNode(shape.node, share);
    }
  }

  wordsOfNode(node, share) {
    const {tree, names} = this.model;
    const total = tree.total.self[node];
    const calls = tree.own.calls[node];
    const lines = [names.full(tree.method[node]), ...[names.place(tree.method[node])].filter(Boolean)];
    if (names.isTimed(tree.method[node])) {
      lines.push(`${time(total)} total, ${percent(total, this.model.head.self) || "0 %"} of all`);
    }
    const metric = this.model.head.others.find(one => one.key === this.model.state.width);
    if (metric) {
      lines.push(`${this.model.valueText(tree.total[metric.key][node])} ${metric.name}, ${share}`);
    }
    if (tree.isCall(node)) {
      if (names.isTimed(tree.method[node])) {
        lines.push(`${time(tree.own.self[node])} self`);
      }
      lines.push(callsOf(calls) + (calls > 0 && !kind.isSampled ? `, ${time(total / calls)} each` : ""));
    }
    if (this.model.head.base) {
      const base = tree.total.baseSelf[node];
      lines.push(`${time(base)} total in the base: ${signed(time(total - base), total - base)}`);
      lines.push(`${callsOf(tree.own.baseCalls[node])} in the base`);
      if (metric && this.model.head.base.others.includes(metric.key)) {
        const [now, old] = this.model.measures.map(name => tree.total[name][node]);
        lines.push(`${this.model.valueText(old)} ${metric.name} in the base: ${this.model.deltaText(this.model.change(now, old))}`);
      }
    }
    return lines;
  }
}
