// The page: what each control, click and key does.

class Page {
  constructor(model) {
    this.model = model;
    this.found = [];
    const get = id => document.getElementById(id);
    this.chart = new Chart(model, get("canvas"), {hover: (...where) => this.hover(...where), click: shape => this.click(shape)});
    this.tooltip = new Tooltip(model, get("tooltip"));
    this.table = new MethodTable(model, get("table"), {
      sort: key => this.sort(key), hoverRow: method => this.hoverRow(method), chooseMethod: (method, isStep) => this.chooseMethod(method, isStep), root: method => this.root(method),
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
    for (const [key, known] of [["chart", CHARTS], ["scale", SCALES]]) {
      state[key] = known.includes(state[key]) ? state[key] : DEFAULTS[key];
    }
    state.sort = this.table.sorts(state.sort) ? state.sort : DEFAULTS.sort;
    const {model} = this;
    const {node, selected} = state;
    for (const key of ["root", "method"]) {
      state[key] = state[key] ? model.identities.method(state[key]) : -1;
    }
    Object.assign(state, {node: -1, selected: -1});
    if (node || selected) {
      model.apply({...state});
      const place = words => words ? model.identities.node(model.tree, words) : -1;
      state.node = place(node);
      state.selected = selected ? place(selected === NOTHING ? "" : selected) : state.node;
    }
    if (state.selected >= 0) {
      state.method = Math.max(-1, model.tree.method[state.selected]);
    }
    this.show(state, false);
    tools.fill();
    if (model.selected >= 0) {
      this.chart.reveal(model.selected);
    }
    this.table.reveal(state.method);
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
  named({root, method, node, selected}) {
    const {identities, tree} = this.model;
    const called = number => number < 0 ? "" : identities.ofMethod(number);
    const place = number => number < 0 ? "" : identities.ofNode(tree, number);
    return {root: called(root), method: called(method), node: place(node), selected: selected === node ? "" : place(selected) || NOTHING};
  }

  show(state, animated) {
    const {model} = this;
    const before = model.state;
    model.apply(state);
    if (state.group && state.chart === "treemap" && !hasPackage(model, model.zoomed, state.group)) {
      state.group = "";
    }
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
    const method = this.model.tree.method[node];
    this.set({node: node === this.model.tree.top ? -1 : node, selected: node, method: Math.max(-1, method)}, true);
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
    this.set({node: -1, selected: -1, root: -1, method: -1, group: ""}, true);
  }

  select(node) {
    const method = Math.max(-1, this.model.tree.method[node]);
    this.set({selected: node, method}, false);
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

  chooseMethod(method, isStep = true) {
    this.set({method, selected: -1}, isStep);
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

  /** Another tree has other nodes: the zoom follows the path as far as it leads there, a selection if it leads all the way. */
  reshapeBy(change) {
    const {model} = this;
    const {tree, zoomed, selected, state} = model;
    const wordsOf = node => tree.path(node).map(at => tree.method[at]).filter(method => method !== -1);
    const [zoom, selection] = [wordsOf(zoomed), selected < 0 ? [] : wordsOf(selected)];
    model.apply({...state, ...change, node: -1, selected: -1});
    const isLeft = method => method < 0 || !model.folded?.[method];
    const isSame = !("root" in change);
    const node = isSame ? model.tree.find(zoom.filter(isLeft)) : model.tree.top;
    const place = isSame && selection.length > 0 ? model.tree.find(selection.filter(isLeft)) : -1;
    const isThere = place >= 0 && model.tree.method[place] === selection[selection.length - 1];
    this.set({...change, node: node === model.tree.top ? -1 : node, selected: isThere ? place : -1}, true);
  }

  /** Does nothing where there is no such switch: a key that has nothing to change leaves no step behind. */
  toggle(key, value) {
    if (this.tools.get(key).parentElement.hidden) {
      return;
    }
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
    const now = this.model.state.sort || FIRST_SORT;
    const next = now === `-${key}` ? key : key === "name" && now !== "name" ? key : `-${key}`;
    this.set({sort: next === FIRST_SORT ? DEFAULTS.sort : next}, true);
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
