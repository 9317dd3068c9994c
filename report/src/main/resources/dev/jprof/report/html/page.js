// The page: what is shown of which tree, and what each control does.

class Model {
  constructor({head, tree, edges}) {
    this.head = head;
    this.whole = tree;
    this.edges = edges;
    this.names = new Names(head);
    this.rows = head.rows;
    this.current = method => method;
    if (head.base) {
      this.joinBase();
    }
    this.rowOf = new Map(Array.from(this.rows.method, (method, row) => [method, row]));
    this.colors = new Colors(this);
    this.selected = -1;
    this.serial = 0;
  }

  /** In a comparison methods have the numbers of both profiles' union, and rows both profiles' numbers. */
  joinBase() {
    const {rows, base} = this.head;
    this.current = method => base.current[method];
    const joined = {};
    const rowOf = new Map();
    const size = () => rowOf.size;
    rows.method.forEach(method => rowOf.set(base.current[method], size()));
    base.rows.method.forEach(method => rowOf.has(base.method[method]) || rowOf.set(base.method[method], size()));
    for (const key of Object.keys(rows)) {
      joined[key] = [...rows[key], ...new Array(size() - rows.method.length).fill(0)];
    }
    for (const key of ["trustself", "trusttotal"]) {
      joined[key] = joined[key].map(mark => mark || "");
    }
    joined.method = [...rowOf.keys()];
    for (const [key, from] of [["basecalls", "ncalls"], ["baseself", "tottime"], ["basetotal", "cumtime"]]) {
      joined[key] = new Array(size()).fill(0);
      base.rows.method.forEach((method, i) => {
        joined[key][rowOf.get(base.method[method])] += base.rows[from][i];
      });
    }
    this.rows = joined;
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

  reshape() {
    const {state, names} = this;
    const finds = finder(state.fold, /[\\^$*+?()[\]{}|]/.test(state.fold));
    this.folded = state.nojdk || (state.fold && finds)
      ? Uint8Array.from(names.methods.function, (name, method) => (state.nojdk && names.isJdk(method)) || (state.fold && finds && finds(name)) ? 1 : 0)
      : undefined;
    const isWhole = !state.merged && !state.collapse && !this.folded && state.root < 0;
    this.tree = isWhole ? this.whole : reshape(this.whole, {...state, folded: this.folded});
    this.selected = -1;
    this.mostCalls = this.tree.own.calls.reduce((most, calls) => Math.max(most, calls), 1);
    this.deepest = this.tree.depth.reduce((most, depth) => Math.max(most, depth), 1);
    this.union = undefined;
  }

  takeWidth() {
    const {own, total, parent} = this.tree;
    const [name, sorted] = {calls: ["calls", false], before: ["baseSelf", false]}[this.state.width] ?? ["self", true];
    this.width = {own: own[name], total: total[name], sorted};
    if (this.state.width === "both") {
      this.union ??= own.self.map((value, node) => Math.max(value, own.baseSelf[node]));
      this.union.total ??= totals(this.union, parent);
      this.width = {own: this.union, total: this.union.total, sorted: false};
    }
  }

  valueText(value) {
    return this.state.width === "calls" ? `${count(value)} calls` : time(value);
  }

  /** How a node has changed: -1 vanished or much faster, 1 new or much slower. */
  delta(node) {
    const {total} = this.tree;
    const [now, old] = this.state.width === "calls" ? [total.calls, total.baseCalls] : [total.self, total.baseSelf];
    const scale = this.state.color === "share" ? (old[0] || 1) / (now[0] || 1) : 1;
    const difference = now[node] * scale - old[node];
    const larger = Math.max(now[node] * scale, old[node]);
    return {difference, strength: larger > 0 ? Math.sign(difference) * Math.sqrt(Math.abs(difference) / larger) : 0};
  }
}

class Page {
  constructor(model) {
    this.model = model;
    const get = id => document.getElementById(id);
    this.chart = new Chart(model, get("canvas"), {hover: (...where) => this.hover(...where), click: shape => this.click(shape)});
    this.tooltip = new Tooltip(model, get("tooltip"));
    this.table = new MethodTable(model, get("table"), {
      sort: key => this.sort(key), hoverRow: method => this.hoverRow(method), chooseMethod: method => this.chooseMethod(method), root: method => this.root(method),
    });
    this.details = new Details(model, get("details"), this);
    this.makeTools();
    addEventListener("popstate", () => this.load(stateOf(location.hash)));
    addEventListener("hashchange", () => this.load(stateOf(location.hash)));
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.recolor());
    this.divide(get("divider"));
    listenToKeys(this);
    this.load(stateOf(location.hash));
  }

  load(state) {
    const {head} = this.model;
    const defaults = {color: state.color || (head.base ? "delta" : "package")};
    this.show({...state, ...defaults}, false);
  }

  /** A change of the state; a step can be gone back. */
  set(change, isStep) {
    const next = {...this.model.state, ...change};
    this.show(next, isStep && ("node" in change));
    const kept = {...next, color: next.color === (this.model.head.base ? "delta" : "package") ? "" : next.color};
    remember(kept, isStep);
  }

  show(state, animated) {
    const {model} = this;
    const before = model.state;
    model.apply(state);
    this.showTools();
    this.chart.show(animated && before && before.width === state.width);
    showCrumbs(model, document.getElementById("crumbs"), this);
    showOutline(model, document.getElementById("outline"), this);
    const tableKey = [model.serial, state.search, state.regex, state.sort].join("\n");
    if (tableKey !== this.tableKey) {
      this.tableKey = tableKey;
      this.table.refresh();
    } else {
      this.table.draw();
    }
    this.details.show();
  }

  makeTools() {
    const {head} = this.model;
    const get = id => document.getElementById(id);
    get("title").textContent = head.base ? `${head.title} against ${head.base.title}` : head.title;
    get("summary").textContent = [...head.summary.map(line => line.trim()), ...head.notes].join(" · ");
    get("summary").title = [...head.summary, ...(head.base?.summary ?? []), ...head.notes].join("\n");
    document.title = `${head.title} – jprof`;
    for (const chart of ["icicle", "flame", "sunburst", "treemap"]) {
      const button = element("button", "", chart);
      button.dataset.chart = chart;
      button.setAttribute("role", "radio");
      button.addEventListener("click", () => this.set({chart}, true));
      get("chart-choice").append(button);
    }
    this.choices = {
      width: [["time", "time"], ["calls", "calls"], ...(head.base ? [["before", "time before"], ["both", "time, larger of both"]] : [])],
      color: [...(head.base ? [["delta", "change"], ["share", "change of share"]] : []), ["package", "package"], ["self", "self share"], ["calls", "calls"], ["mean", "mean duration"]],
    };
    for (const [key, choices] of Object.entries(this.choices)) {
      for (const [value, text] of choices) {
        const option = element("option", "", text);
        option.value = value;
        get(key).append(option);
      }
      get(key).addEventListener("change", () => this.set({[key]: get(key).value}, true));
    }
    for (const key of ["merged", "collapse", "nojdk", "regex"]) {
      get(key).addEventListener("change", () => this.toggle(key, get(key).checked));
    }
    get("nojdk").parentElement.hidden = !head.methods.jdk.includes(1);
    get("merged").parentElement.hidden = head.threads.length < 2;
    get("fold").addEventListener("change", () => this.reshapeBy({fold: get("fold").value}));
    get("search").addEventListener("input", () => this.set({search: get("search").value}, false));
    get("next").addEventListener("click", () => this.match(1));
    get("previous").addEventListener("click", () => this.match(-1));
    get("svg").addEventListener("click", () => saveSvg(this.chart));
    get("png").addEventListener("click", () => savePng(this.chart));
    get("theme").addEventListener("click", () => this.theme());
    get("help").addEventListener("click", () => get("keys").showModal());
  }

  showTools() {
    const {state, search, tree, width} = this.model;
    const get = id => document.getElementById(id);
    for (const button of get("chart-choice").children) {
      button.setAttribute("aria-checked", button.dataset.chart === state.chart);
    }
    for (const key of ["width", "color"]) {
      get(key).value = state[key];
    }
    for (const key of ["merged", "collapse", "nojdk", "regex"]) {
      get(key).checked = state[key];
    }
    for (const key of ["search", "fold"]) {
      if (document.activeElement !== get(key)) {
        get(key).value = state[key];
      }
    }
    get("search").classList.toggle("wrong", search.isWrong);
    if (search.isOn) {
      const {nodes, sum} = search.within(this.model.zoomed);
      this.found = nodes;
      get("matched").textContent = `${count(nodes.length)} found, ${percent(sum, width.total[this.model.zoomed]) || "0 %"}`;
    } else {
      this.found = [];
      get("matched").textContent = search.isWrong ? "no expression" : "";
    }
  }

  recolor() {
    this.model.colors.forget();
    this.chart.draw();
  }

  theme() {
    const root = document.documentElement;
    const next = {undefined: isDark() ? "light" : "dark", light: "dark", dark: "light"}[root.dataset.theme];
    root.dataset.theme = next;
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
      this.group(shape.group);
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
    this.table.reveal(method);
  }

  /** To a neighbour of the selected bar. */
  step(where) {
    const {tree, zoomed} = this.model;
    const at = this.model.selected >= 0 ? this.model.selected : zoomed;
    const parent = tree.parent[at];
    const goal = {
      up: () => parent, down: () => tree.end[at] > at + 1 ? at + 1 : at,
      right: () => parent >= 0 && tree.end[at] < tree.end[parent] ? tree.end[at] : at,
      left: () => {
        let sibling = at;
        for (let child = parent + 1; parent >= 0 && child < at; child = tree.end[child]) {
          sibling = child;
        }
        return sibling;
      },
    }[this.model.state.chart === "flame" ? {up: "down", down: "up"}[where] ?? where : where]();
    if (goal >= tree.top) {
      this.select(goal);
    }
  }

  chooseMethod(method) {
    this.model.selected = -1;
    this.set({method}, true);
    this.table.reveal(method);
  }

  group(group) {
    this.set({group}, true);
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
    const probe = {...state, ...change, node: -1};
    this.show(probe, false);
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
    const values = this.choices[key].map(choice => choice[0]);
    this.set({[key]: values[(values.indexOf(this.model.state[key]) + 1) % values.length]}, true);
  }

  sort(key) {
    const now = this.model.state.sort || "-tottime";
    this.set({sort: now === `-${key}` ? key : key === "name" && now !== "name" ? key : `-${key}`}, false);
  }

  /** To the next match in the order of the tree, or the previous one. */
  match(direction) {
    if (this.found.length > 0) {
      const at = this.found.indexOf(this.model.selected);
      const next = at < 0 ? (direction > 0 ? 0 : this.found.length - 1) : (at + direction + this.found.length) % this.found.length;
      this.select(this.found[next]);
      this.chart.reveal(this.found[next]);
    }
  }

  /** The line between chart and table can be moved. */
  divide(divider) {
    const main = document.querySelector("main");
    const resize = height => {
      main.style.height = `${Math.max(120, Math.min(innerHeight - 200, height))}px`;
    };
    divider.addEventListener("pointerdown", event => {
      divider.setPointerCapture(event.pointerId);
      const offset = main.clientHeight - event.clientY;
      const move = moved => resize(moved.clientY + offset);
      divider.addEventListener("pointermove", move);
      divider.addEventListener("pointerup", () => divider.removeEventListener("pointermove", move), {once: true});
    });
    divider.addEventListener("keydown", event => {
      const by = {ArrowUp: -24, ArrowDown: 24}[event.key];
      if (by) {
        event.preventDefault();
        event.stopPropagation();
        resize(main.clientHeight + by);
      }
    });
  }
}

async function start() {
  const status = document.getElementById("status");
  try {
    const data = document.getElementById("data");
    const model = new Model(await decode(data.textContent));
    data.remove();
    const page = new Page(model);
    status.hidden = true;
    watch();
    // For tests and for the browser's console: what is drawn is not in the document.
    window.jprof = {model, page, chart: page.chart, svg: () => svgOf(page.chart)};
    document.documentElement.dataset.ready = "true";
  } catch (wrong) {
    status.textContent = `This page cannot show the profile (${wrong.message}). It needs Chrome or Edge 80, Firefox 113, Safari 16.4, or newer.`;
    throw wrong;
  }
}

start();
