// What the table and the sandwich say while methods are folded: the time of a folded method is its caller's.

class Folding {
  constructor({whole, folded, head}, key) {
    this.key = key;
    this.tree = whole;
    this.head = head;
    const {size, parent, method} = whole;
    /** The node that has each node's time: itself, or the nearest caller that is not folded. */
    this.keeper = new Int32Array(size);
    this.moving = [];
    for (let node = 1; node < size; node++) {
      const isFolded = method[node] >= 0 && folded[method[node]] === 1;
      this.keeper[node] = isFolded ? this.keeper[parent[node]] : node;
      if (isFolded && method[this.keeper[node]] >= 0) {
        this.moving.push(node);
      }
    }
  }

  /** What each method gets of a column of the folded ones below it. */
  moved(column) {
    const {keeper, moving} = this;
    const {method} = this.tree;
    const sums = new Float64Array(this.head.methods.function.length);
    for (const node of moving) {
      sums[method[keeper[node]]] += column[node];
    }
    return sums;
  }

  /** The rows with what moves to them; a total has had it before. */
  rows(rows) {
    const {own, bars} = this.tree;
    const folded = {...rows};
    const add = (key, column) => {
      if (rows[key] && column) {
        const moved = this.moved(column);
        folded[key] = rows[key].map((value, row) => value < 0 ? value : value + moved[rows.method[row]]);
      }
    };
    add("tottime", own.self);
    if (kind.isSampled) {
      add("ncalls", own.calls);
      add("basecalls", own.baseCalls);
    }
    add("baseself", own.baseSelf);
    add("waiting", own.waiting);
    for (const {key} of this.head.others) {
      add(key, own[key]);
      add(`base ${key}`, own[`base ${key}`]);
    }
    add("toterr", bars.self);
    add("allocerr", bars.alloc);
    const marks = (key, value, bar, least) => {
      if (rows[key] && rows[bar]) {
        const isSame = row => folded[value][row] === rows[value][row];
        folded[key] = rows[key].map((text, row) => isSame(row) || folded[bar][row] <= least ? text : mark(folded[value][row], folded[bar][row]));
      }
    };
    marks("trustself", "tottime", "toterr", 0);
    marks("trustalloc", ALLOC, "allocerr", LEAST_BYTES);
    return folded;
  }

  /** Who calls a method, or whom it calls, as edges of the folded tree. */
  edges(wanted, isCaller) {
    const {keeper, tree} = this;
    const {size, method, parent, end, own, total} = tree;
    const kept = column => {
      const sums = new Float64Array(size);
      for (let node = 1; node < size; node++) {
        sums[keeper[node]] += column[node];
      }
      return sums;
    };
    // Samples are where time is; calls of what is folded are nobody's.
    const side = (calls, self, total) => ({calls: kind.isSampled ? kept(calls) : calls, self: kept(self), total});
    const now = side(own.calls, own.self, total.self);
    const old = this.head.base && side(own.baseCalls, own.baseSelf, total.baseSelf);
    const edges = new Edges();
    for (let node = 1; node < size; node++) {
      const caller = keeper[parent[node]];
      if (keeper[node] !== node || method[node] < 0 || method[isCaller ? node : caller] !== wanted) {
        continue;
      }
      const edge = edges.to(method[isCaller ? caller : node]);
      const isOutermost = node >= edge.end;
      edge.end = isOutermost ? end[node] : edge.end;
      add(edge.now, now, node, isOutermost);
      if (old) {
        add(edge.old, old, node, isOutermost);
      }
    }
    return edges;

    function add(sums, columns, node, isOutermost) {
      sums.calls += columns.calls[node];
      sums.self += columns.self[node];
      if (isOutermost) {
        sums.primitive += columns.calls[node];
        sums.total += columns.total[node];
      }
    }
  }
}
