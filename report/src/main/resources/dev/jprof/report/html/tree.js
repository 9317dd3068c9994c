// The call tree, depth first: below a node lies the stretch from node + 1 to end[node]. Node 0 stands for all threads.

class Tree {
  constructor(size, depth = new Int32Array(size), method = new Int32Array(size)) {
    this.size = size;
    this.depth = depth;
    this.parent = new Int32Array(size);
    this.end = new Int32Array(size);
    /** Index of the method; -1 for all threads, -2 - n for thread n. */
    this.method = method;
    this.own = {};
    this.total = {};
    /** How far times may be off, in nanoseconds, and what that makes of them; empty where the profile does not know. */
    this.bars = {};
    /** The columns that count calls: they do not move to the caller when a method is folded. */
    this.counts = new Set(["calls", "baseCalls", "errors", "open"]);
  }

  placeByAscents(ascents) {
    for (let node = 1; node < this.size; node++) {
      this.depth[node] = this.depth[node - 1] + 1 - ascents[node];
    }
    this.link();
  }

  /** Parents and ends, from the depths. */
  link() {
    const {size, depth, parent, end} = this;
    const last = new Int32Array(size + 1);
    parent[0] = -1;
    for (let node = 0; node < size; node++) {
      last[depth[node]] = node;
      if (node > 0) {
        parent[node] = last[depth[node] - 1];
      }
      end[node] = node + 1;
    }
    for (let node = size - 1; node > 0; node--) {
      if (end[parent[node]] < end[node]) {
        end[parent[node]] = end[node];
      }
    }
  }

  isCall(node) {
    return this.method[node] >= 0;
  }

  /** Where charts begin: a single thread needs no bar for all threads. */
  get top() {
    return this.size > 1 && this.end[1] === this.size ? 1 : 0;
  }

  /** The nodes of the profile that a node is the sum of. */
  sources(node) {
    return [node];
  }

  /** Whether no caller of a node is the same method. */
  isOutermost(node) {
    for (let at = this.parent[node]; at > 0; at = this.parent[at]) {
      if (this.method[at] === this.method[node]) {
        return false;
      }
    }
    return true;
  }

  /** From the top down to the node. */
  path(node) {
    const path = [];
    for (let at = node; at >= this.top; at = this.parent[at]) {
      path.push(at);
    }
    return path.reverse();
  }

  /** Where a node begins when those before it stand side by side, in units of `width`. */
  start(node, width) {
    let start = 0;
    for (let at = node; at > 0; at = this.parent[at]) {
      for (let sibling = this.parent[at] + 1; sibling < at; sibling = this.end[sibling]) {
        start += width.total[sibling];
      }
    }
    return start;
  }

  /** The node to which a path leads, or the last of it that is there. Where only one of both has threads they are passed over. */
  find(path) {
    const hasThreads = this.size > 1 && this.method[1] < 0;
    const calls = path.filter(method => method >= 0);
    if (!hasThreads || path.length === 0 || path[0] < 0) {
      return Math.max(this.top, this.follow(0, hasThreads ? path : calls));
    }
    let deepest = this.top;
    for (let thread = 1; thread < this.size; thread = this.end[thread]) {
      const node = this.follow(thread, calls);
      if (node > thread && this.depth[node] > this.depth[deepest]) {
        deepest = node;
      }
    }
    return deepest;
  }

  follow(from, methods) {
    let node = from;
    for (const method of methods) {
      let child = node + 1;
      while (child < this.end[node] && this.method[child] !== method) {
        child = this.end[child];
      }
      if (child >= this.end[node]) {
        return node;
      }
      node = child;
    }
    return node;
  }
}
