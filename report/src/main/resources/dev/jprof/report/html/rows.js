// The method table of the profile, or of both profiles of a comparison side by side.

/** The columns that not every profile, and not every row, has a number for. */
const UNCERTAIN = ["toterr", "cumerr", "allocerr", "p50", "p99", "max"];

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
    const nothing = key.startsWith("trust") ? "" : UNCERTAIN.includes(key) ? -1 : 0;
    both[key] = column.concat(new Array(more).fill(nothing));
  }
  both.method = [...rowOf.keys()];
  const put = (key, from, nothing) => {
    both[key] = new Array(rowOf.size).fill(nothing);
    base.rows.method.forEach((method, i) => {
      const row = rowOf.get(base.method[method]);
      both[key][row] = nothing < 0 ? Math.max(both[key][row], base.rows[from][i]) : both[key][row] + base.rows[from][i];
    });
  };
  [["basecalls", "ncalls"], ["baseprimitive", "pcalls"], ["baseerrors", "errors"], ["baseself", "tottime"], ["basetotal", "cumtime"]].forEach(([key, from]) => put(key, from, 0));
  for (const key of ["trustself", "trusttotal"]) {
    both[`base${key}`] = new Array(rowOf.size).fill("");
    base.rows.method.forEach((method, i) => {
      both[`base${key}`][rowOf.get(base.method[method])] = base.rows[key][i];
    });
  }
  // What both have measured; what only one has cannot be compared.
  for (const key of UNCERTAIN.filter(key => rows[key] && base.rows[key])) {
    put(`base${key}`, key, -1);
  }
  for (const key of base.others) {
    put(`base ${key}`, key, 0);
    put(`base total ${key}`, `total ${key}`, 0);
  }
  return both;
}
