// The edges at one method: who called it, or whom it called, and in a comparison how both sides did.

class Edges {
  constructor() {
    this.byEnd = new Map();
  }

  /** The edge to the method at the other end, -1 for the thread itself; what a side does not have is 0 there. */
  to(method) {
    const to = Math.max(-1, method);
    let edge = this.byEnd.get(to);
    if (!edge) {
      const nothing = () => ({calls: 0, primitive: 0, self: 0, total: 0});
      edge = {to, end: 0, now: nothing(), old: nothing()};
      this.byEnd.set(to, edge);
    }
    return edge;
  }

  /** Those that cost most on either side first. */
  dearestFirst() {
    const dearer = name => edge => Math.max(edge.now[name], edge.old[name]);
    const [total, calls] = [dearer("total"), dearer("calls")];
    return [...this.byEnd.values()].sort((a, b) => total(b) - total(a) || calls(b) - calls(a));
  }
}

/** As tables have them that Java made. */
function edgesGiven({edges, baseEdges, head, current}, method, isCaller) {
  const [own, other] = isCaller ? ["callee", "caller"] : ["caller", "callee"];
  const found = new Edges();
  const take = (columns, side, numberOf) => columns[own].forEach((end, at) => {
    if (numberOf(end) === method) {
      const sums = found.to(numberOf(columns[other][at]))[side];
      for (const name of Object.keys(sums)) {
        sums[name] += columns[name][at];
      }
    }
  });
  take(edges, "now", current);
  if (head.base) {
    take(baseEdges, "old", end => head.base.method[end] ?? -1);
  }
  return found;
}
