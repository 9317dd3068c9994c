// Another tree made of the profile's: threads merged, methods folded into their callers, recursion collapsed, a method as root.

const OUTSIDE = -1;

/**
 * The nodes of `tree` in new places. Nodes that are called alike at the same place come together there; `folded` has 1 for each method
 * whose nodes move to their caller's place; `root` is a method or -1. With `collapse` a call within a call of the same method
 * moves to the outermost one's place, whatever is between them.
 */
function reshape(tree, {merged, collapse, folded, root, methods, threads}) {
  const {size, end, method} = tree;
  const tops = root < 0 ? [0] : outermostOf(tree, root);
  const again = collapse ? innerCalls(tree, tops, folded, methods) : undefined;
  const weight = collapse ? totalsWithout(tree, again.outer) : tree.total.self;
  const moving = movingBefore(tree, (node, one) => (one < 0 ? merged && node > 0 : folded && folded[one]) || again && again.outer[node] !== node);
  const place = new Int32Array(size).fill(OUTSIDE);
  const counted = new Uint8Array(size).fill(1);
  const entered = new Uint8Array(size);
  /** The nodes that come to one place are a list: after each the next one and 1, or 0. */
  const link = new Int32Array(size);
  const shape = {depth: new Int32Array(size + 1), method: new Int32Array(size + 1), size: 0};
  const waiting = new Int32Array(size + 1);
  const depths = new Int32Array(size + 1);
  const siblings = new Siblings(method, methods, threads);
  let top = 0;
  if (root >= 0) {
    shape.method[shape.size++] = -1;
    for (let i = 1; i < tops.length; i++) {
      link[tops[i - 1]] = tops[i] + 1;
    }
    depths[0] = 1;
  }
  tops.forEach(node => {
    entered[node] = 1;
  });
  waiting[top] = tops[0] ?? -1;
  top += tops.length > 0 ? 1 : 0;
  while (top > 0) {
    const first = waiting[--top];
    const at = shape.size++;
    shape.depth[at] = depths[top];
    shape.method[at] = method[first];
    if (link[first] === 0 && moving[end[first]] === moving[first + 1]) {
      copy(first, at);
      continue;
    }
    siblings.begin(at);
    for (let node = first; node >= 0; node = link[node] - 1) {
      place[node] = at;
      if (again && again.next[node] >= 0) {
        comesToo(again.next[node], node);
      }
      for (let child = node + 1; child < end[node]; child = end[child]) {
        if (again && again.outer[child] !== child) {
          continue;
        }
        if (method[child] < 0 ? merged : folded && folded[method[child]]) {
          counted[child] = 0;
          comesToo(child, node);
        } else {
          entered[child] = 1;
          siblings.add(child, weight[child], link);
        }
      }
    }
    const depth = shape.depth[at] + 1;
    const callees = siblings.dearestFirst();
    for (let callee = siblings.count - 1; callee >= 0; callee--) {
      waiting[top] = callees[callee];
      depths[top++] = depth;
    }
  }
  return arranged(shape, tree, {place, counted, entered, root, collapse, isFolded: folded !== undefined});

  /** All below a node, where nothing goes elsewhere. */
  function copy(first, at) {
    const stop = end[first];
    const sink = shape.depth[at] - tree.depth[first];
    for (let node = first, to = at; node < stop; node++, to++) {
      place[node] = to;
      shape.depth[to] = tree.depth[node] + sink;
      shape.method[to] = method[node];
    }
    entered.fill(1, first, stop);
    shape.size = at + stop - first;
  }

  function comesToo(node, before) {
    link[node] = link[before];
    link[before] = node + 1;
  }
}

/** How many nodes before each go to another place than below their caller's. */
function movingBefore({size, method}, moves) {
  const before = new Int32Array(size + 1);
  for (let node = 0; node < size; node++) {
    before[node + 1] = before[node] + (moves(node, method[node]) ? 1 : 0);
  }
  return before;
}

/** Of the callees at one place, those of the same method together. */
class Siblings {
  constructor(method, methods, threads) {
    this.method = method;
    this.methods = methods;
    this.seen = new Int32Array(methods + threads).fill(-1);
    this.slot = new Int32Array(methods + threads);
    this.first = [];
    this.sum = [];
  }

  begin(place) {
    this.place = place;
    this.count = 0;
  }

  add(child, weight, link) {
    const method = this.method[child];
    const key = method < 0 ? this.methods - 2 - method : method;
    if (this.seen[key] === this.place) {
      const slot = this.slot[key];
      link[child] = this.first[slot] + 1;
      this.first[slot] = child;
      this.sum[slot] += weight;
    } else {
      this.seen[key] = this.place;
      this.slot[key] = this.count;
      this.first[this.count] = child;
      this.sum[this.count++] = weight;
    }
  }

  /** The first nodes of each, those of the dearest method first; they come in that order unless something was added up. */
  dearestFirst() {
    const {first, sum, count} = this;
    for (let slot = 1; slot < count; slot++) {
      if (sum[slot] > sum[slot - 1]) {
        const order = Array.from({length: count}, (_, slot) => slot).sort((a, b) => sum[b] - sum[a] || a - b);
        return order.map(slot => first[slot]);
      }
    }
    return first;
  }
}

/** The nodes of a method that have no other of it above them. */
function outermostOf({size, end, method}, wanted) {
  const nodes = [];
  for (let node = 1; node < size;) {
    if (method[node] === wanted) {
      nodes.push(node);
      node = end[node];
    } else {
      node++;
    }
  }
  return nodes;
}

/** For each node the outermost one of its method above it, or itself, and in `next` the list of those whose outermost it is. */
function innerCalls({size, end, method}, tops, folded, methods) {
  const outer = numbered(size);
  const next = new Int32Array(size).fill(-1);
  const last = new Int32Array(methods).fill(-1);
  for (const top of tops) {
    for (let node = top; node < end[top]; node++) {
      if (method[node] < 0 || (folded && folded[method[node]])) {
        continue;
      }
      const above = last[method[node]];
      if (above >= top && node < end[above]) {
        outer[node] = above;
        next[node] = next[above];
        next[above] = node;
      } else {
        last[method[node]] = node;
      }
    }
  }
  return {outer, next};
}

function numbered(size) {
  const numbers = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    numbers[i] = i;
  }
  return numbers;
}

/** Total times where calls within a call of the same method count for the outermost one alone. */
function totalsWithout({size, parent, own}, outer) {
  const total = new Float64Array(size);
  for (let node = 0; node < size; node++) {
    total[outer[node]] += own.self[node];
  }
  for (let node = size - 1; node > 0; node--) {
    if (outer[node] === node) {
      total[outer[parent[node]]] += total[node];
    }
  }
  return total;
}

/** The sums of a column over what has come to the same place. */
function summed(column, place, size, counted) {
  const sums = new Float64Array(size);
  for (let node = 0; node < place.length; node++) {
    const at = place[node];
    if (at !== OUTSIDE && (counted === undefined || counted[node] === 1)) {
      sums[at] += column[node];
    }
  }
  return sums;
}

function totals(own, parent) {
  const total = own.slice();
  for (let node = total.length - 1; node > 0; node--) {
    total[parent[node]] += total[node];
  }
  return total;
}

/**
 * The tree of a shape, its columns out of those of another tree whose nodes have moved. Time moves along with its node, counts of what is
 * folded do not. Where the profile's totals still hold, they are added up as they come to a place; otherwise they are made anew.
 */
function arranged(shape, source, {place, counted, entered, root, collapse, isFolded}) {
  const {size} = shape;
  const isGiven = name => !collapse && !(isFolded && source.counts.has(name));
  const tree = new Tree(size, shape.depth.subarray(0, size), shape.method.subarray(0, size));
  tree.counts = source.counts;
  tree.link();
  for (const name of Object.keys(source.own)) {
    lazily(tree.own, name, () => summed(source.own[name], place, size, source.counts.has(name) ? counted : undefined));
  }
  for (const name of Object.keys(source.total)) {
    lazily(tree.total, name, () => isGiven(name) ? given(source.total[name]) : totals(tree.own[name], tree.parent));
  }
  if ("alloc" in source.bars) {
    lazily(tree.bars, "alloc", () => summed(source.bars.alloc, place, size));
  }
  if ("self" in source.bars) {
    // What has come together may be off by no more than all of it together.
    lazily(tree.bars, "self", () => summed(source.bars.self, place, size));
    lazily(tree.bars, "total", () => given(source.bars.total));
  }
  tree.sources = node => {
    const nodes = [];
    for (let at = 1; at < place.length; at++) {
      if (place[at] === node && counted[at]) {
        nodes.push(at);
      }
    }
    return nodes;
  };
  return tree;

  function given(column) {
    const sums = summed(column, place, size, entered);
    if (root >= 0 && size > 1) {
      sums[0] = sums[1];
    }
    return sums;
  }
}
