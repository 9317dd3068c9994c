// What table and sandwich say while recursion is collapsed: no method is on a path twice, so all calls are primitive and totals can be added up.

/** The rows with the totals that the chart has. What these may be off by is less than before. */
function rowsWithoutRecursion(rows, {size, method, total}, head) {
  const collapsed = {...rows, pcalls: rows.ncalls};
  const put = (key, column) => {
    if (rows[key] && column) {
      const sums = new Float64Array(head.methods.function.length);
      for (let node = 1; node < size; node++) {
        if (method[node] >= 0) {
          sums[method[node]] += column[node];
        }
      }
      collapsed[key] = rows.method.map(one => sums[one]);
    }
  };
  put("cumtime", total.self);
  put("basetotal", total.baseSelf);
  for (const {key} of head.others) {
    put(`total ${key}`, total[key]);
    put(`base total ${key}`, total[`base ${key}`]);
  }
  if (rows.baseprimitive) {
    collapsed.baseprimitive = rows.basecalls;
  }
  if (rows.cumerr) {
    collapsed.trusttotal = rows.trusttotal.map((text, row) => collapsed.cumtime[row] === rows.cumtime[row] ? text : mark(collapsed.cumtime[row], rows.cumerr[row]));
  }
  return collapsed;
}

/** Who calls a method, or whom it calls. */
function edgesWithoutRecursion({size, method, parent, own, total}, wanted, isCaller, isCompared) {
  const edges = new Edges();
  const add = (sums, calls, self, total) => {
    sums.calls += calls;
    sums.primitive += calls;
    sums.self += self;
    sums.total += total;
  };
  for (let node = 1; node < size; node++) {
    const caller = method[parent[node]];
    if (method[node] < 0 || (isCaller ? method[node] : caller) !== wanted) {
      continue;
    }
    const edge = edges.to(isCaller ? caller : method[node]);
    add(edge.now, own.calls[node], own.self[node], total.self[node]);
    if (isCompared) {
      add(edge.old, own.baseCalls[node], own.baseSelf[node], total.baseSelf[node]);
    }
  }
  return edges;
}
