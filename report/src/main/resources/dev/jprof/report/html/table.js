// The methods as rows, of which only those are made that can be seen.

const ROW_HEIGHT = 26;

/** Where a comparison has both sides below each other. */
const PAIR_HEIGHT = 38;
const COLUMN_GAP = 8;
const SIDE = 16;
const LEAST_NAME = 220;

/** Where all does not fit, letters and columns get so much smaller, and the name too, before anything has to scroll. */
const DENSE = 0.85;
const DENSE_GAP = 5;
const LEAST_DENSE_NAME = 158;

/** Text is measured at 12 pixels and stands here at 13. */
const MEASURED_FONT = 12 / 13;

class MethodTable {
  constructor(model, box, act) {
    this.model = model;
    this.box = box;
    this.act = act;
    this.columns = columnsOf(model);
    /** With those below others. */
    this.all = this.columns.flatMap(column => column.below ? [column, column.below] : [column]);
    this.rowHeight = this.all.length > this.columns.length ? PAIR_HEIGHT : ROW_HEIGHT;
    this.head = element("div", "row head");
    this.head.setAttribute("role", "row");
    this.body = element("div", "body");
    this.spacer = element("div", "spacer");
    this.body.append(this.spacer);
    this.empty = element("p", "empty");
    box.replaceChildren(this.head, this.body, this.empty);
    box.classList.toggle("paired", this.rowHeight === PAIR_HEIGHT);
    this.pool = [];
    this.focused = 0;
    this.makeHead();
    this.listen();
  }

  makeHead() {
    this.box.setAttribute("aria-colcount", this.all.length);
    this.head.append(...this.cells(column => {
      const button = element("button", column.key === "name" ? "name" : "", column.title);
      button.title = column.hint;
      button.dataset.key = column.key;
      button.setAttribute("role", "columnheader");
      button.addEventListener("click", () => this.act.sort(column.key));
      return button;
    }));
  }

  /** One element a column, of two that lie below each other one with both. */
  cells(make) {
    return this.columns.map(column => {
      const cell = make(column);
      if (!column.below) {
        return cell;
      }
      const pair = element("span", "pair");
      pair.setAttribute("role", "presentation");
      pair.append(cell, make(column.below));
      return pair;
    });
  }

  /** After a change of the order, of the search or of what is folded. */
  refresh() {
    const {model} = this;
    const {rows, search, state} = model;
    const sort = state.sort || FIRST_SORT;
    const key = sort.replace(/^-/, "");
    const column = this.all.find(one => one.key === key);
    const upwards = sort.startsWith("-") ? -1 : 1;
    const sorted = this.sorted(column, upwards, [sort, state.scale].join());
    this.order = search.isOn || model.folded ? sorted.filter(row => (!search.isOn || search.matches(rows.method[row])) && !model.folded?.[rows.method[row]]) : sorted;
    for (const button of this.head.querySelectorAll("[data-key]")) {
      const isSorted = button.dataset.key === column.key;
      button.setAttribute("aria-sort", !isSorted ? "none" : upwards < 0 ? "descending" : "ascending");
    }
    this.spacer.style.height = `${this.order.length * this.rowHeight}px`;
    this.box.setAttribute("aria-rowcount", this.order.length + 1);
    this.empty.hidden = this.order.length > 0;
    this.empty.textContent = rows.method.length > 0 ? "No method has such a name." : "Nothing was measured.";
    this.draw();
  }

  /** Whether an order is one of a column that is there. */
  sorts(sort) {
    return this.all.some(column => column.key === sort.replace(/^-/, ""));
  }

  sorted(column, upwards, key) {
    if (this.sortedBy !== key || this.sortedOf !== this.model.rows) {
      const numbers = this.model.rows.method.map((_, row) => column.number(row));
      this.sortedRows = [...numbers.keys()].sort((a, b) => upwards * (numbers[a] < numbers[b] ? -1 : numbers[a] > numbers[b] ? 1 : 0) || a - b);
      this.sortedBy = key;
      this.sortedOf = this.model.rows;
    }
    return this.sortedRows;
  }

  /** The name gets what the numbers leave, and stands first and still where it would not be in sight; all rows are alike. */
  layOut() {
    const room = this.box.clientWidth;
    const {columns} = this;
    const widthOf = (some, size, gap) => some.reduce((sum, column) => sum + column.width * size + gap, 2 * SIDE);
    const isDense = widthOf(columns, 1, COLUMN_GAP) + LEAST_NAME > room;
    const [size, gap, least] = isDense ? [DENSE, DENSE_GAP, LEAST_DENSE_NAME] : [1, COLUMN_GAP, LEAST_NAME];
    const numbers = widthOf(columns, size, gap) - gap;
    const at = columns.findIndex(column => column.key === "name");
    const isFirst = widthOf(columns.slice(0, at), size, gap) + least > room;
    const name = isFirst ? Math.min(LEAST_NAME, Math.max(LEAST_DENSE_NAME, room * 0.36)) : Math.max(least, room - numbers);
    const inOrder = isFirst ? [columns[at], ...columns.slice(0, at), ...columns.slice(at + 1)] : columns;
    this.box.classList.toggle("name-first", isFirst);
    this.box.classList.toggle("wide", numbers + name > room + 1);
    this.box.classList.toggle("dense", isDense);
    this.body.style.width = `${Math.max(room, Math.ceil(numbers + name))}px`;
    this.box.style.setProperty("--columns", inOrder.map(column => `${column.width * size || name}px`).join(" "));
    this.nameRoom = (name - (isFirst ? 24 : 10)) * MEASURED_FONT / size;
  }

  draw() {
    this.layOut();
    const first = Math.floor(this.box.scrollTop / this.rowHeight);
    const seen = Math.min(this.order.length - first, Math.ceil(this.room / this.rowHeight) + 1);
    while (this.pool.length < seen) {
      this.pool.push(this.newRow());
    }
    this.pool.forEach((line, i) => {
      line.hidden = i >= seen;
      if (i < seen) {
        this.fill(line, first + i);
      } else {
        line.removeAttribute("id");
      }
    });
    this.activate(this.pool.find(line => !line.hidden && line.classList.contains("selected"))?.id);
  }

  /** The focus stays on the grid; a screen reader says the row of this id. */
  activate(id) {
    const {box} = this;
    if (id === undefined) {
      box.removeAttribute("aria-activedescendant");
    } else if (box.getAttribute("aria-activedescendant") !== id) {
      box.setAttribute("aria-activedescendant", id);
    }
  }

  /** The height below the titles. */
  get room() {
    return this.box.clientHeight - this.head.offsetHeight;
  }

  newRow() {
    const line = element("div", "row");
    line.setAttribute("role", "row");
    line.tabIndex = -1;
    line.cells = [];
    line.append(...this.cells(column => {
      const cell = element("span", column.key === "name" ? "name" : "");
      cell.setAttribute("role", "gridcell");
      line.cells.push(cell);
      return cell;
    }));
    this.body.append(line);
    return line;
  }

  fill(line, position) {
    const {model} = this;
    const row = this.order[position];
    const method = model.rows.method[row];
    line.style.transform = `translateY(${position * this.rowHeight}px)`;
    line.dataset.position = position;
    line.dataset.method = method;
    line.setAttribute("aria-rowindex", position + 2);
    const isSelected = method === model.state.method;
    line.id = `row-${position}`;
    line.setAttribute("aria-selected", isSelected);
    line.classList.toggle("selected", isSelected);
    line.classList.toggle("hovered", method === this.hovered);
    this.all.forEach((column, i) => {
      const cell = line.cells[i];
      if (column.key === "name") {
        this.fillName(cell, method, (model.names.isTimed(method) ? "" : " *") + (model.rows.open[row] > 0 ? " +" : ""));
      } else {
        const text = column.text(row);
        cell.textContent = text;
        if (column.key.startsWith("delta ")) {
          cell.dataset.sign = text === "0" ? 0 : Math.sign(column.number(row));
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
      const top = position * this.rowHeight;
      const {box, room} = this;
      if (top < box.scrollTop || top > box.scrollTop + room - this.rowHeight) {
        box.scrollTop = top - room / 2;
      }
    }
    this.draw();
  }

  listen() {
    const methodAt = event => {
      const line = event.target.closest(".body .row");
      return line ? Number(line.dataset.method) : -1;
    };
    this.box.addEventListener("scroll", () => this.draw());
    new ResizeObserver(() => this.order && this.draw()).observe(this.box);
    this.body.addEventListener("pointermove", event => this.act.hoverRow(methodAt(event)));
    this.body.addEventListener("pointerleave", () => this.act.hoverRow(-1));
    this.body.addEventListener("click", event => methodAt(event) >= 0 && this.act.chooseMethod(methodAt(event)));
    this.body.addEventListener("dblclick", event => methodAt(event) >= 0 && this.act.root(methodAt(event)));
    this.box.tabIndex = 0;
    this.body.setAttribute("role", "rowgroup");
    this.box.addEventListener("keydown", event => !this.head.contains(event.target) && this.key(event));
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
        this.act.chooseMethod(this.model.rows.method[this.order[next]], false);
      }
    }
  }
}
