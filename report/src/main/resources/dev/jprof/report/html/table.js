// The methods as rows, of which only those are made that can be seen.

const ROW_HEIGHT = 26;

/** The columns that this profile has, in order: key, title, what it means, how a cell is written, the number to sort by. */
function columnsOf(model) {
  const {rows} = model;
  const {self, base} = model.head;
  const any = key => rows[key] && rows[key].some(value => value > 0);
  const column = (key, title, hint, number, text, width) => ({key, title, hint, number, text, width: width ?? 84});
  const plain = (key, title, hint, write) => column(key, title, hint, row => rows[key][row], row => rows[key][row] < 0 ? "" : write(rows[key][row]));
  const per = (part, whole) => whole > 0 ? part / whole : 0;
  const columns = [
    column("ncalls", "ncalls", "calls; n/m when only m were not recursive", row => rows.ncalls[row], row => callsText(rows.ncalls[row], rows.pcalls[row]), 118),
    column("tottime", "tottime", "time in the method itself", row => rows.tottime[row], row => rows.trustself[row] + time(rows.tottime[row])),
    column("percall", "percall", "tottime per call", row => per(rows.tottime[row], rows.ncalls[row]), row => rows.ncalls[row] > 0 ? time(rows.tottime[row] / rows.ncalls[row]) : "", 78),
    column("selfshare", "self %", "tottime as a share of all", row => rows.tottime[row], row => percent(rows.tottime[row], self), 66),
    column("cumtime", "cumtime", "time in the method and all that it called", row => rows.cumtime[row], row => rows.trusttotal[row] + time(rows.cumtime[row])),
    column("cumpercall", "percall", "cumtime per call that was not recursive", row => per(rows.cumtime[row], rows.pcalls[row]), row => rows.pcalls[row] > 0 ? time(rows.cumtime[row] / rows.pcalls[row]) : "", 78),
    column("totalshare", "total %", "cumtime as a share of all", row => rows.cumtime[row], row => percent(rows.cumtime[row], self), 66),
  ];
  if (base) {
    columns.push(
      column("tottimedelta", "± self", "tottime now less tottime before", row => rows.tottime[row] - rows.baseself[row], row => change(rows.tottime[row] - rows.baseself[row], time)),
      column("cumtimedelta", "± total", "cumtime now less cumtime before", row => rows.cumtime[row] - rows.basetotal[row], row => change(rows.cumtime[row] - rows.basetotal[row], time)),
      column("basetotal", "before", "cumtime before", row => rows.basetotal[row], row => time(rows.basetotal[row])),
      column("callsdelta", "± calls", "calls now less calls before", row => rows.ncalls[row] - rows.basecalls[row], row => change(rows.ncalls[row] - rows.basecalls[row], count), 100),
      column("basecalls", "before", "calls before", row => rows.basecalls[row], row => count(rows.basecalls[row]), 100));
  }
  const known = {
    errors: ["errors", "calls that an exception left", count], waiting: ["waiting", "the part of tottime in which the thread waited", time],
    toterr: ["self ±", "how far tottime may be off", time], cumerr: ["total ±", "how far cumtime may be off", time],
  };
  const shown = new Set(["method", "ncalls", "pcalls", "tottime", "cumtime", "trustself", "trusttotal", "open", "threads", "baseself", "basetotal", "basecalls"]);
  for (const key of Object.keys(rows)) {
    if (!shown.has(key) && any(key)) {
      const isBytes = /alloc|bytes/.test(key);
      const [title, hint, write] = known[key] ?? [key, key, isBytes ? bytes : time];
      columns.push(plain(key, title, hint, write));
    }
  }
  columns.push(column("name", "class.method(file:line)", "the method", row => model.names.printed(rows.method[row]), undefined, 0));
  return columns;
}

function change(value, write) {
  return value === 0 ? "0" : signed(write(value), value);
}

class MethodTable {
  constructor(model, box, act) {
    this.model = model;
    this.box = box;
    this.act = act;
    this.columns = columnsOf(model);
    this.head = element("div", "row head");
    this.head.setAttribute("role", "row");
    this.body = element("div", "body");
    this.spacer = element("div", "spacer");
    this.body.append(this.spacer);
    this.empty = element("p", "empty", "No method has such a name.");
    box.replaceChildren(this.head, this.body, this.empty);
    this.pool = [];
    this.focused = 0;
    this.makeHead();
    this.listen();
  }

  makeHead() {
    const template = this.columns.map(column => column.width > 0 ? `${column.width}px` : "minmax(260px, 1fr)").join(" ");
    this.box.style.setProperty("--columns", template);
    for (const column of this.columns) {
      const button = element("button", column.key === "name" ? "name" : "", column.title);
      button.title = column.hint;
      button.dataset.key = column.key;
      button.setAttribute("role", "columnheader");
      button.addEventListener("click", () => this.act.sort(column.key));
      this.head.append(button);
    }
  }

  /** After a change of the order, of the search or of what is folded. */
  refresh() {
    const {model} = this;
    const {rows, search, state} = model;
    const sort = state.sort || "-tottime";
    const key = sort.replace(/^-/, "");
    const column = this.columns.find(one => one.key === key) ?? this.columns[1];
    const all = Array.from(rows.method.keys());
    this.order = all.filter(row => (!search.isOn || search.matches(rows.method[row])) && !model.folded?.[rows.method[row]]);
    const numbers = all.map(row => column.number(row));
    const upwards = sort.startsWith("-") ? -1 : 1;
    this.order.sort((a, b) => upwards * (numbers[a] < numbers[b] ? -1 : numbers[a] > numbers[b] ? 1 : 0) || a - b);
    for (const button of this.head.children) {
      const isSorted = button.dataset.key === column.key;
      button.setAttribute("aria-sort", !isSorted ? "none" : upwards < 0 ? "descending" : "ascending");
    }
    this.spacer.style.height = `${this.order.length * ROW_HEIGHT}px`;
    this.box.setAttribute("aria-rowcount", this.order.length);
    this.empty.hidden = this.order.length > 0;
    this.draw();
  }

  draw() {
    const first = Math.floor(this.body.scrollTop / ROW_HEIGHT);
    const seen = Math.min(this.order.length - first, Math.ceil(this.body.clientHeight / ROW_HEIGHT) + 1);
    while (this.pool.length < seen) {
      this.pool.push(this.newRow());
    }
    this.pool.forEach((line, i) => {
      line.hidden = i >= seen;
      if (i < seen) {
        this.fill(line, first + i);
      }
    });
  }

  newRow() {
    const line = element("div", "row");
    line.setAttribute("role", "row");
    line.tabIndex = -1;
    for (const column of this.columns) {
      const cell = element("span", column.key === "name" ? "name" : "");
      cell.setAttribute("role", "gridcell");
      line.append(cell);
    }
    this.body.append(line);
    return line;
  }

  fill(line, position) {
    const {model} = this;
    const row = this.order[position];
    const method = model.rows.method[row];
    line.style.transform = `translateY(${position * ROW_HEIGHT}px)`;
    line.dataset.position = position;
    line.dataset.method = method;
    line.setAttribute("aria-rowindex", position + 1);
    line.classList.toggle("selected", method === model.state.method);
    line.classList.toggle("hovered", method === this.hovered);
    this.columns.forEach((column, i) => {
      const cell = line.children[i];
      if (column.key === "name") {
        const marks = (model.names.methods.timed[method] ? "" : " *") + (model.rows.open[row] > 0 ? " +" : "");
        cell.textContent = model.names.printed(method) + marks;
        cell.title = cell.textContent;
      } else {
        cell.textContent = column.text(row);
        if (column.key.endsWith("delta")) {
          cell.dataset.sign = Math.sign(column.number(row));
        }
      }
    });
  }

  hover(method) {
    if (this.hovered !== method) {
      this.hovered = method;
      for (const line of this.pool) {
        line.classList.toggle("hovered", !line.hidden && Number(line.dataset.method) === method);
      }
    }
  }

  reveal(method) {
    const position = this.order.findIndex(row => this.model.rows.method[row] === method);
    if (position >= 0) {
      const top = position * ROW_HEIGHT;
      const {scrollTop, clientHeight} = this.body;
      if (top < scrollTop || top > scrollTop + clientHeight - ROW_HEIGHT) {
        this.body.scrollTop = top - clientHeight / 2;
      }
    }
    this.draw();
  }

  listen() {
    const methodAt = event => {
      const line = event.target.closest(".body .row");
      return line ? Number(line.dataset.method) : -1;
    };
    this.body.addEventListener("scroll", () => this.draw());
    new ResizeObserver(() => this.order && this.draw()).observe(this.body);
    this.body.addEventListener("pointermove", event => this.act.hoverRow(methodAt(event)));
    this.body.addEventListener("pointerleave", () => this.act.hoverRow(-1));
    this.body.addEventListener("click", event => methodAt(event) >= 0 && this.act.chooseMethod(methodAt(event)));
    this.body.addEventListener("dblclick", event => methodAt(event) >= 0 && this.act.root(methodAt(event)));
    this.body.tabIndex = 0;
    this.body.addEventListener("keydown", event => this.key(event));
  }

  key(event) {
    const move = {ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10}[event.key];
    if (move) {
      event.preventDefault();
      event.stopPropagation();
      const at = this.order.findIndex(row => this.model.rows.method[row] === this.model.state.method);
      const next = Math.max(0, Math.min(this.order.length - 1, at + move));
      this.act.chooseMethod(this.model.rows.method[this.order[next]]);
    }
  }
}
