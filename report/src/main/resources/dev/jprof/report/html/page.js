// The page: what each control, click and key does.

class Page {
  constructor(model) {
    this.model = model;
    this.found = [];
    const get = id => document.getElementById(id);
    this.chart = new Chart(model, get("canvas"), {hover: (...where) => this.hover(...where), click: shape => this.click(shape)});
    this.tooltip = new Tooltip(model, get("tooltip"));
    this.table = new MethodTable(model, get("table"), {
      sort: key => this.sort(key), hoverRow: method => this.hoverRow(method), chooseMethod: method => this.chooseMethod(method), root: method => this.root(method),
    });
    this.details = new Details(model, get("details"), this);
    this.tools = new Tools(model, this);
    this.crumbs = new Crumbs(model, get("crumbs"), get("stack"), this);
    get("reset").addEventListener("click", () => this.reset());
    addEventListener("popstate", () => this.load(stateOf(location.hash)));
    addEventListener("hashchange", () => this.load(stateOf(location.hash)));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.recolor());
    divide(get("divider"), get("stage"), () => this.chart.draw());
    listenToOutline(get("outline"), this);
    listenToKeys(this);
    listenToPrinting(this);
    this.load(stateOf(location.hash));
  }

  /** What a state is that says nothing of these. */
  get defaults() {
    return this.model.head.base ? {color: "delta", side: "both"} : {color: "package", side: "current"};
  }

  load(state) {
    const {defaults, tools} = this;
    for (const key of ["width", "side", "color"]) {
      const isKnown = tools.choices[key].some(choice => choice[0] === state[key]);
      state[key] = isKnown ? state[key] : defaults[key] ?? DEFAULTS[key];
    }
    const {model} = this;
    const {node} = state;
    for (const key of ["root", "method"]) {
      state[key] = state[key] ? model.identities.method(state[key]) : -1;
    }
    state.chart = CHARTS.includes(state.chart) ? state.chart : DEFAULTS.chart;
    state.node = -1;
    if (node) {
      model.apply(state);
      state.node = model.identities.node(model.tree, node);
    }
    this.show({...state}, false);
    model.selected = state.node >= 0 ? model.zoomed : -1;
    this.chart.draw();
    this.details.show();
  }

  /** A change of the state; a step can be gone back. */
  set(change, isStep) {
    const next = {...this.model.state, ...change};
    this.show(next, isStep && ("node" in change));
    const kept = {...next};
    for (const [key, value] of Object.entries(this.defaults)) {
      kept[key] = kept[key] === value ? "" : kept[key];
    }
    remember({...kept, ...this.named(next)}, isStep);
  }

  /** What the numbers of a state are called in other profiles too. */
  named({root, method, node}) {
    const {identities, tree} = this.model;
    const called = number => number < 0 ? "" : identities.ofMethod(number);
    return {root: called(root), method: called(method), node: node < 0 ? "" : identities.ofNode(tree, node)};
  }

  show(state, animated) {
    const {model} = this;
    const before = model.state;
    model.apply(state);
    const {nodes, sum} = model.search.isOn ? model.search.within(model.zoomed) : {nodes: [], sum: 0};
    this.found = nodes;
    this.tools.show(nodes.length, sum);
    this.chart.show(animated && before && before.width === state.width && before.side === state.side);
    this.crumbs.show();
    showOutline(model, document.getElementById("outline"), this);
    const tableKey = [model.serial, state.search, state.regex, state.sort, state.scale].join("\n");
    if (tableKey !== this.tableKey) {
      this.tableKey = tableKey;
      this.table.refresh();
    } else {
      this.table.draw();
    }
    this.details.show();
  }

  recolor() {
    this.model.colors.forget();
    this.chart.draw();
  }

  /** The other one than the system's, and back. */
  theme() {
    const {dataset} = document.documentElement;
    if (dataset.theme) {
      delete dataset.theme;
    } else {
      dataset.theme = isDark() ? "light" : "dark";
    }
    this.recolor();
  }

  hover(shape, x, y) {
    const method = shape ? this.chart.methodOf(shape) : -1;
    this.chart.hoverMethod(method);
    this.table.hover(method);
    if (shape) {
      this.tooltip.show(shape, x, y);
    } else {
      this.tooltip.hide();
    }
  }

  hoverRow(method) {
    this.chart.hoverMethod(method);
    this.table.hover(method);
  }

  click(shape) {
    if (shape.kind === "method") {
      this.chooseMethod(shape.method);
    } else if (shape.kind === "group" || shape.kind === "class") {
      this.set({group: this.model.state.group === shape.group ? "" : shape.group}, true);
    } else if (shape.node >= 0) {
      const {zoomed, tree} = this.model;
      this.zoom(shape.node === zoomed && shape.node > tree.top ? tree.parent[shape.node] : shape.node);
    }
  }

  zoom(node) {
    this.model.selected = node;
    const method = this.model.tree.method[node];
    this.set({node: node === this.model.tree.top ? -1 : node, method: Math.max(-1, method)}, true);
    this.table.reveal(method);
  }

  zoomOut() {
    const {zoomed, tree} = this.model;
    if (zoomed > tree.top) {
      this.zoom(tree.parent[zoomed]);
    } else {
      this.reset();
    }
  }

  zoomSelected() {
    if (this.model.selected >= 0) {
      this.zoom(this.model.selected);
    }
  }

  reset() {
    this.model.selected = -1;
    this.set({node: -1, root: -1, method: -1, group: ""}, true);
  }

  select(node) {
    this.model.selected = node;
    const method = Math.max(-1, this.model.tree.method[node]);
    this.set({method}, false);
    this.chart.reveal(node);
    this.table.reveal(method);
  }

  /** To a neighbour of the selected bar. */
  step(where) {
    const {tree, zoomed, selected, state} = this.model;
    const at = selected >= 0 ? selected : zoomed;
    const parent = tree.parent[at];
    const goals = {
      up: () => parent, down: () => tree.end[at] > at + 1 ? at + 1 : at,
      right: () => parent >= 0 && tree.end[at] < tree.end[parent] ? tree.end[at] : at,
      left: () => {
        let sibling = at;
        for (let child = parent + 1; parent >= 0 && child < at; child = tree.end[child]) {
          sibling = child;
        }
        return sibling;
      },
    };
    const goal = goals[state.chart === "flame" ? {up: "down", down: "up"}[where] ?? where : where]();
    if (goal >= tree.top) {
      this.select(goal);
    }
  }

  chooseMethod(method) {
    this.model.selected = -1;
    this.set({method}, true);
    this.table.reveal(method);
  }

  root(method) {
    this.reshapeBy({root: method});
  }

  rootSelected() {
    if (this.model.state.method >= 0) {
      this.root(this.model.state.method);
    }
  }

  /** Another tree has other nodes: the zoom follows the path as far as it leads there. */
  reshapeBy(change) {
    const {tree, zoomed, state} = this.model;
    const methods = tree.path(zoomed).slice(1).map(node => tree.method[node]);
    this.model.apply({...state, ...change, node: -1});
    const node = "root" in change ? this.model.tree.top : this.model.tree.find(methods);
    this.set({...change, node: node === this.model.tree.top ? -1 : node}, true);
  }

  toggle(key, value) {
    const on = value ?? !this.model.state[key];
    if (key === "regex") {
      this.set({regex: on}, false);
    } else {
      this.reshapeBy({[key]: on});
    }
  }

  cycle(key) {
    const values = this.tools.choices[key].map(choice => choice[0]);
    this.set({[key]: values[(values.indexOf(this.model.state[key]) + 1) % values.length]}, true);
  }

  sort(key) {
    const now = this.model.state.sort || "-tottime";
    this.set({sort: now === `-${key}` ? key : key === "name" && now !== "name" ? key : `-${key}`}, true);
  }

  /** To the next match in the order of the tree, or the previous one. */
  match(direction) {
    if (this.found.length > 0) {
      const at = this.found.indexOf(this.model.selected);
      const next = at < 0 ? (direction > 0 ? 0 : this.found.length - 1) : (at + direction + this.found.length) % this.found.length;
      this.select(this.found[next]);
    }
  }
}
