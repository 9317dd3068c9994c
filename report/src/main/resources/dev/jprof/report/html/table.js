// The methods as rows, of which only those are made that can be seen.

const ROW_HEIGHT = 26;
const COLUMN_GAP = 8;
const SIDE = 16;
const LEAST_NAME = 220;

/** Where all does not fit, letters and columns get so much smaller before anything has to scroll. */
const DENSE = 0.88;

/** Text is measured at 12 pixels and stands here at 13. */
const MEASURED_FONT = 12 / 13;

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
    this.empty = element("p", "empty");
    box.replaceChildren(this.head, this.body, this.empty);
    this.pool = [];
    this.focused = 0;
    this.makeHead();
    this.listen();
  }

  makeHead() {
    this.box.setAttribute("aria-colcount", this.columns.length);
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
    const upwards = sort.startsWith("-") ? -1 : 1;
    const sorted = this.sorted(column, upwards, [sort, state.scale, model.folding?.key].join());
    this.order = search.isOn || model.folded ? sorted.filter(row => (!search.isOn || search.matches(rows.method[row])) && !model.folded?.[rows.method[row]]) : sorted;
    for (const button of this.head.children) {
      const isSorted = button.dataset.key === column.key;
      button.setAttribute("aria-sort", !isSorted ? "none" : upwards < 0 ? "descending" : "ascending");
    }
    this.spacer.style.height = `${this.order.length * ROW_HEIGHT}px`;
    this.box.setAttribute("aria-rowcount", this.order.length + 1);
    this.empty.hidden = this.order.length > 0;
    this.empty.textContent = rows.method.length > 0 ? "No method has such a name." : "Nothing was measured.";
    this.draw();
  }

  sorted(column, upwards, key) {
    if (this.sortedBy !== key) {
      const numbers = this.model.rows.method.map((_, row) => column.number(row));
      this.sortedRows = [...numbers.keys()].sort((a, b) => upwards * (numbers[a] < numbers[b] ? -1 : numbers[a] > numbers[b] ? 1 : 0) || a - b);
      this.sortedBy = key;
    }
    return this.sortedRows;
  }

  /** The name gets what the numbers leave, and stands first and still where it would not be in sight; all rows are alike. */
  layOut() {
    const room = this.body.clientWidth;
    const numbers = this.columns.reduce((sum, column) => sum + column.width + COLUMN_GAP, 2 * SIDE);
    const isDense = numbers + LEAST_NAME > room;
    const size = isDense ? DENSE : 1;
    const at = this.columns.findIndex(column => column.key === "name");
    const before = size * this.columns.slice(0, at).reduce((sum, column) => sum + column.width + COLUMN_GAP, SIDE);
    const isFirst = before + LEAST_NAME > room;
    const name = isFirst ? Math.min(LEAST_NAME, Math.max(168, room * 0.36)) : Math.max(LEAST_NAME, room - size * numbers);
    const inOrder = isFirst ? [this.columns[at], ...this.columns.slice(0, at), ...this.columns.slice(at + 1)] : this.columns;
    this.box.classList.toggle("name-first", isFirst);
    this.box.classList.toggle("dense", isDense);
    this.box.style.setProperty("--columns", inOrder.map(column => `${column.width * size || name}px`).join(" "));
    this.nameRoom = (name - (isFirst ? 24 : 10)) * MEASURED_FONT / size;
  }

  draw() {
    this.layOut();
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
    line.setAttribute("aria-rowindex", position + 2);
    line.setAttribute("aria-selected", method === model.state.method);
    line.classList.toggle("selected", method === model.state.method);
    line.classList.toggle("hovered", method === this.hovered);
    this.columns.forEach((column, i) => {
      const cell = line.children[i];
      if (column.key === "name") {
        this.fillName(cell, method, (model.names.isTimed(method) ? "" : " *") + (model.rows.open[row] > 0 ? " +" : ""));
      } else {
        cell.textContent = column.text(row);
        if (column.key.endsWith("delta")) {
          cell.dataset.sign = Math.sign(column.number(row));
        }
      }
    });
  }

  /** Shortened in the middle of the class; the whole name is at hand. */
  fillName(cell, method, marks) {
    const text = this.model.names.printed(method) + marks;
    cell.title = text;
    cell.textContent = this.shorter(text, method, marks);
  }

  shorter(text, method, marks) {
    const {names} = this.model;
    const place = names.place(method);
    const end = (place ? `(${place})` : "") + marks;
    const [type, name] = names.parts(method);
    for (const candidate of [text, names.short(method) + end]) {
      if (fits(candidate, this.nameRoom)) {
        return candidate;
      }
    }
    return (type && shrunk(`.${name}${end}`, type, this.nameRoom)) || fittingName(names, method, this.nameRoom - textWidth(marks)) + marks;
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
    if (method < 0) {
      return;
    }
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
    this.body.setAttribute("role", "rowgroup");
    this.body.addEventListener("keydown", event => this.key(event));
  }

  key(event) {
    const all = this.order.length;
    const move = {ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -all, End: all}[event.key];
    if (move) {
      event.preventDefault();
      event.stopPropagation();
      const at = this.order.findIndex(row => this.model.rows.method[row] === this.model.state.method);
      const next = Math.max(0, Math.min(all - 1, at + move));
      if (next < this.order.length) {
        this.act.chooseMethod(this.model.rows.method[this.order[next]]);
      }
    }
  }
}
