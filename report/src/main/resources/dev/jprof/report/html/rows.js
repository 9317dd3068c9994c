// The method table of the profile, or of both profiles of a comparison side by side.

function rowsOf(head) {
  return head.base ? joined(head.rows, head.base) : head.rows;
}

/** Methods have the numbers of both profiles' union; what a side does not have is 0 there, or unknown. */
function joined(rows, base) {
  const rowOf = new Map();
  rows.method.forEach((method, row) => rowOf.set(base.current[method], row));
  for (const method of base.rows.method) {
    if (!rowOf.has(base.method[method])) {
      rowOf.set(base.method[method], rowOf.size);
    }
  }
  const more = rowOf.size - rows.method.length;
  const both = {};
  for (const [key, column] of Object.entries(rows)) {
    const nothing = typeof column[0] === "string" ? "" : /err$|^p\d\d$|^max$/.test(key) ? -1 : 0;
    both[key] = column.concat(new Array(more).fill(nothing));
  }
  both.method = [...rowOf.keys()];
  for (const [key, from] of [["basecalls", "ncalls"], ["baseself", "tottime"], ["basetotal", "cumtime"]]) {
    both[key] = new Array(rowOf.size).fill(0);
    base.rows.method.forEach((method, i) => {
      both[key][rowOf.get(base.method[method])] += base.rows[from][i];
    });
  }
  return both;
}
