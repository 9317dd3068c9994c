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
    const above = node === 0 ? 0 : place[tree.parent[node]];
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
  return arranged(nodes, summed(tree, nodes, place, counted));
}

function summed(tree, nodes, place, counted) {
  const own = {};
  for (const [name, column] of Object.entries(tree.own)) {
    const isTime = name === "self" || name === "baseSelf" || name === "waiting";
    const sums = own[name] = new Float64Array(nodes.size);
    for (let node = 1; node < place.length; node++) {
      if (place[node] !== OUTSIDE && (isTime || counted[node])) {
        sums[place[node]] += column[node];
      }
    }
  }
  return own;
}

function totals(own, parent) {
  const total = Float64Array.from(own);
  for (let node = total.length - 1; node > 0; node--) {
    total[parent[node]] += total[node];
  }
  return total;
}

/** Depth first, dearest child first. */
function arranged(nodes, own) {
  const {size, parent} = nodes;
  const total = totals(own.self, parent);
  const order = Int32Array.from({length: size - 1}, (_, i) => i + 1);
  order.sort((a, b) => total[a] - total[b] || b - a);
  const first = new Int32Array(size).fill(-1);
  const next = new Int32Array(size).fill(-1);
  for (const node of order) {
    next[node] = first[parent[node]];
    first[parent[node]] = node;
  }
  const tree = new Tree(size);
  const source = new Int32Array(size);
  let node = 0;
  for (let at = 0, depth = 0; at < size; at++) {
    source[at] = node;
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
  for (const [name, column] of Object.entries(own)) {
    tree.own[name] = Float64Array.from(source, from => column[from]);
    if (/self|calls/i.test(name)) {
      tree.total[name] = totals(tree.own[name], tree.parent);
    }
  }
  return tree;
}
