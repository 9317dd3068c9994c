// Another tree made of the profile's: threads merged, methods folded into their callers, recursion collapsed, a method as root.

/** Finds the child of a node by its method; new ones get the next number. */
class Nodes {
  constructor(capacity) {
    const size = 2 ** Math.ceil(Math.log2(capacity * 2 + 2));
    this.mask = size - 1;
    this.slots = new Int32Array(size).fill(-1);
    this.parent = new Int32Array(capacity);
    this.method = new Int32Array(capacity);
    this.parent[0] = -1;
    this.method[0] = -1;
    this.size = 1;
  }

  child(parent, method) {
    let slot = (Math.imul(parent, 0x9e3779b1) ^ Math.imul(method + 7, 0x85ebca6b)) >>> 1 & this.mask;
    for (;;) {
      const node = this.slots[slot];
      if (node < 0) {
        this.slots[slot] = this.size;
        this.parent[this.size] = parent;
        this.method[this.size] = method;
        return this.size++;
      }
      if (this.parent[node] === parent && this.method[node] === method) {
        return node;
      }
      slot = slot + 1 & this.mask;
    }
  }
}

const OUTSIDE = -1;

/** `folded` has 1 for each method whose time goes to its caller; `root` is a method or -1. */
function reshape(tree, {merged, collapse, folded, root}) {
  const nodes = new Nodes(tree.size);
  const place = new Int32Array(tree.size);
  const counted = new Uint8Array(tree.size);
  for (let node = 1; node < tree.size; node++) {
    const method = tree.method[node];
    const above = place[tree.parent[node]];
    const entering = root >= 0 && above === OUTSIDE;
    counted[node] = 1;
    if (method < 0) {
      place[node] = root >= 0 ? OUTSIDE : merged ? 0 : nodes.child(0, method);
    } else if (entering) {
      place[node] = method === root ? nodes.child(0, method) : OUTSIDE;
    } else if (folded && folded[method] && method !== root) {
      place[node] = above;
      counted[node] = 0;
    } else if (collapse && nodes.method[above] === method) {
      place[node] = above;
    } else {
      place[node] = nodes.child(above, method);
    }
  }
  return arranged(nodes, tree, place, counted);
}

/** The sums of a column over what has come to the same place. */
function summed(column, place, size, counted) {
  const sums = new Float64Array(size);
  for (let node = 1; node < place.length; node++) {
    if (place[node] !== OUTSIDE && (!counted || counted[node])) {
      sums[place[node]] += column[node];
    }
  }
  return sums;
}

function totals(own, parent) {
  const total = Float64Array.from(own);
  for (let node = total.length - 1; node > 0; node--) {
    total[parent[node]] += total[node];
  }
  return total;
}

/** Depth first, dearest child first. */
function arranged(nodes, source, place, counted) {
  const {size, parent} = nodes;
  const total = totals(summed(source.own.self, place, size), parent);
  const next = new Int32Array(size).fill(-1);
  const first = firstChildren(parent.subarray(0, size), total, next);
  const tree = new Tree(size);
  const position = new Int32Array(size);
  let node = 0;
  for (let at = 0, depth = 0; at < size; at++) {
    position[node] = at;
    tree.depth[at] = depth;
    tree.method[at] = nodes.method[node];
    if (first[node] >= 0) {
      node = first[node];
      depth++;
    } else {
      while (node > 0 && next[node] < 0) {
        node = parent[node];
        depth--;
      }
      node = next[node];
    }
  }
  tree.link();
  const moved = place.map(at => at === OUTSIDE ? OUTSIDE : position[at]);
  sumUp(tree, source, moved, counted);
  return tree;
}

/** The first child of each node and in `next` the sibling behind each; the dearest comes first. */
function firstChildren(parent, total, next) {
  const first = new Int32Array(parent.length).fill(-1);
  for (let node = parent.length - 1; node > 0; node--) {
    next[node] = first[parent[node]];
    first[parent[node]] = node;
  }
  for (let node = 0; node < parent.length; node++) {
    if (first[node] >= 0 && next[first[node]] >= 0) {
      const children = [];
      for (let child = first[node]; child >= 0; child = next[child]) {
        children.push(child);
      }
      children.sort((a, b) => total[b] - total[a] || a - b);
      first[node] = children[0];
      children.forEach((child, i) => {
        next[child] = children[i + 1] ?? -1;
      });
    }
  }
  return first;
}

/** The columns of a tree out of those of another whose nodes have moved to `place`. Time moves along with its node, counts do not. */
function sumUp(tree, source, place, counted) {
  const {size, parent} = tree;
  for (const name of Object.keys(source.own)) {
    lazily(tree.own, name, () => summed(source.own[name], place, size, source.counts.has(name) ? counted : undefined));
  }
  for (const name of Object.keys(source.total)) {
    lazily(tree.total, name, () => totals(tree.own[name], parent));
  }
  if ("alloc" in source.bars) {
    lazily(tree.bars, "alloc", () => summed(source.bars.alloc, place, size));
  }
  if ("trust" in source.bars) {
    // What has come together may be off by no more than all of it together.
    lazily(tree.bars, "self", () => summed(source.bars.self, place, size));
    lazily(tree.bars, "total", () => summed(source.bars.total, place, size, counted.map((one, node) => place[node] === place[source.parent[node]] ? 0 : one)));
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
}
