// What is shown of which tree.

class Model {
  constructor({head, tree, edges, baseEdges, histograms}) {
    this.head = head;
    Object.assign(kind, {unit: head.unit ?? "ns", isSampled: head.sampled === true});
    this.whole = tree;
    this.edges = edges;
    this.baseEdges = baseEdges;
    this.histograms = histograms;
    this.names = new Names(head);
    lazily(this, "identities", () => new Identities(this.names));
    this.profileRows = rowsOf(head);
    this.rows = this.profileRows;
    // Edges have the numbers of the profile's own methods, and one more for the thread itself.
    const methods = head.base ? head.base.current : head.methods.function.map((_, method) => method);
    this.current = method => methods[method] ?? -1;
    this.rowOf = new Map(Array.from(this.rows.method, (method, row) => [method, row]));
    this.colors = new Colors(this);
    this.serial = 0;
    lazily(this, "mostCallsOfRow", () => this.rows.ncalls.reduce((most, calls) => Math.max(most, calls), 1));
  }

  /** Takes over a state; the tree is made anew if it is another one. */
  apply(state) {
    const before = this.state;
    this.state = state;
    const reshaping = s => s && [s.merged, s.collapse, s.nojdk, s.fold, s.root].join("\n");
    if (reshaping(before) !== reshaping(state)) {
      this.reshape();
      this.serial++;
    }
    if (!before || before.search !== state.search || before.regex !== state.regex) {
      this.search = new Search(this, state.search, state.regex);
    }
    this.takeWidth();
    this.zoomed = state.node >= this.tree.top && state.node < this.tree.size ? state.node : this.tree.top;
  }

  /** The node whose numbers are shown, or -1. */
  get selected() {
    return this.state.selected;
  }

  reshape() {
    const {state, names} = this;
    const finds = foldFinder(state.fold);
    this.foldIsWrong = finds === undefined;
    const isFolded = (name, method) => (state.nojdk && names.isJdk(method)) || (state.fold && finds && finds(name.toLowerCase()));
    this.folded = state.nojdk || (state.fold && finds)
      ? Uint8Array.from(names.methods.function, (name, method) => isFolded(name, method) ? 1 : 0)
      : undefined;
    if (this.folded && state.root >= 0) {
      this.folded[state.root] = 0;
    }
    const foldedKey = [state.nojdk, state.fold, state.root].join("\n");
    if (this.folding?.key !== foldedKey) {
      this.folding = this.folded && new Folding(this, foldedKey);
      this.foldedRows = this.folding ? this.folding.rows(this.profileRows) : this.profileRows;
    }
    const {merged, collapse, root} = state;
    const size = {methods: names.methods.function.length, threads: this.head.threads.length};
    const isWhole = !merged && !collapse && !this.folded && root < 0;
    this.tree = isWhole ? this.whole : reshape(this.whole, {merged, collapse, folded: this.folded, root, ...size});
    // With all paths, those to other roots than the chart's too.
    lazily(this, "collapsed", () => root < 0 ? this.tree : reshape(this.whole, {merged, collapse, folded: this.folded, root: -1, ...size}));
    this.rows = collapse ? rowsWithoutRecursion(this.foldedRows, this.collapsed, this.head) : this.foldedRows;
    this.unions = {};
    const tree = this.tree;
    lazily(this, "mostCalls", () => tree.own.calls.reduce((most, calls) => Math.max(most, calls), 1));
    lazily(this, "deepest", () => tree.depth.reduce((most, depth) => Math.max(most, depth), 1));
  }

  /** The columns whose numbers are widths: of this profile, of the base, or the larger at each node. */
  takeWidth() {
    const {own, total, parent} = this.tree;
    const {width, side} = this.state;
    const [now, old] = this.measures;
    if (!this.head.base || side === "current" || old === undefined) {
      this.width = {own: own[now], total: total[now], sorted: width === "time"};
    } else if (side === "base") {
      this.width = {own: own[old], total: total[old], sorted: false};
    } else {
      this.unions[now] ??= own[now].map((value, node) => Math.max(value, own[old][node]));
      this.unions[`total ${now}`] ??= totals(this.unions[now], parent);
      this.width = {own: this.unions[now], total: this.unions[`total ${now}`], sorted: false};
    }
  }

  /** The column of what widths stand for, and that of the base, if it has one. */
  get measures() {
    const {width} = this.state;
    const old = this.head.base?.others.includes(width) ? `base ${width}` : undefined;
    return width === "time" ? ["self", "baseSelf"] : width === "calls" ? ["calls", "baseCalls"] : [width, old];
  }

  /** The same, times where the base does not know what widths stand for. */
  get compared() {
    const {measures} = this;
    return measures[1] === undefined ? ["self", "baseSelf"] : measures;
  }

  unitOf(key) {
    return this.head.others.find(metric => metric.key === key)?.unit ?? "ns";
  }

  valueText(value) {
    const {width} = this.state;
    return width === "time" ? time(value) : width === "calls" ? callsOf(value) : inUnit(value, this.unitOf(width));
  }

  /** What stands beside a bar's name: in a comparison how it has changed. */
  labelOf(box) {
    const isCompared = this.head.base && this.state.color === "delta" && this.measures[1] !== undefined;
    return isCompared ? this.deltaText(this.delta(box.node)) : this.valueText(box.value);
  }

  /** What all of each profile comes to, in what is compared. */
  wholes() {
    return this.compared.map(name => this.whole.total[name][0]);
  }

  change(now, old) {
    const [nowWhole, oldWhole] = this.wholes();
    const isShare = this.state.scale === "share";
    const [a, b] = isShare ? [now / (nowWhole || 1), old / (oldWhole || 1)] : [now, old];
    const larger = Math.max(a, b);
    return {difference: a - b, isShare, strength: larger > 0 ? Math.sign(a - b) * Math.sqrt(Math.abs(a - b) / larger) : 0};
  }

  /** How a node has changed; its strength is -1 for what has gone and 1 for what is new. */
  delta(node) {
    const [now, old] = this.compared.map(name => this.tree.total[name][node]);
    return this.change(now, old);
  }

  /** How a method's own part has changed. */
  deltaOfRow(row) {
    const [now] = this.compared;
    const keys = {self: ["tottime", "baseself"], calls: ["ncalls", "basecalls"]}[now] ?? [now, `base ${now}`];
    const [value, base] = keys.map(key => this.rows[key][row]);
    return this.change(value, base);
  }

  deltaText({difference, isShare}) {
    const [now] = this.compared;
    const text = now === "calls" ? count(difference) : now === "self" ? time(difference) : inUnit(difference, this.unitOf(now));
    return isShare ? points(difference) : difference === 0 ? "same" : signed(text, difference);
  }
}
