// The columns of the table that a profile has: key, title, what it means, the number to sort by, and how a cell is written.

function columnsOf(model) {
  const {rows, head} = model;
  const per = (part, whole) => whole > 0 ? part / whole : 0;
  const any = key => rows[key] && rows[key].some(value => value > 0);
  const column = (key, title, hint, number, text, width = 80) => ({key, title, hint, number, text, width});
  const known = (key, title, hint, write, width) => column(key, title, hint, row => rows[key][row], row => rows[key][row] < 0 ? "" : write(rows[key][row], row), width);
  const untimed = (row, text, otherwise = "–") => model.names.isTimed(rows.method[row]) ? text : otherwise;
  const bound = (key, title, hint) => any(key) ? [known(key, title, hint, (value, row) => untimed(row, `± ${bar(value)}`, ""), 76)] : [];
  const calls = column("ncalls", "ncalls", "calls; n/m when only m were not recursive", row => rows.ncalls[row],
    row => model.names.isSynthetic(rows.method[row]) && rows.ncalls[row] === 0 ? "" : callsText(rows.ncalls[row], rows.pcalls[row]), widthOfCalls(rows));
  const self = column("tottime", "tottime", "time in the method itself; ~ an estimate, ? not reliable", row => rows.tottime[row], row => untimed(row, rows.trustself[row] + time(rows.tottime[row])));
  const total = column("cumtime", "cumtime", "time in the method and all that it called; ~ an estimate, ? not reliable", row => rows.cumtime[row], row => untimed(row, rows.trusttotal[row] + time(rows.cumtime[row])));
  const perSelf = column("percall", "percall", "tottime per call", row => per(rows.tottime[row], rows.ncalls[row]), row => rows.ncalls[row] > 0 ? untimed(row, time(rows.tottime[row] / rows.ncalls[row])) : "", 72);
  const perTotal = column("cumpercall", "percall", "cumtime per call that was not recursive", row => per(rows.cumtime[row], rows.pcalls[row]), row => rows.pcalls[row] > 0 ? untimed(row, time(rows.cumtime[row] / rows.pcalls[row])) : "", 72);
  const shareSelf = column("selfshare", "self %", "tottime as a share of all", row => rows.tottime[row], row => untimed(row, percent(rows.tottime[row], head.self)), 62);
  const shareTotal = column("totalshare", "total %", "cumtime as a share of all", row => rows.cumtime[row], row => untimed(row, percent(rows.cumtime[row], head.self)), 62);
  const name = column("name", "class.method(file:line)", "the method; * a leaf too small to time, + with open calls", row => model.names.printed(rows.method[row]), undefined, 0);
  const errors = any("errors") ? [known("errors", "errors", "calls that an exception ended", count, 66)] : [];
  const first = head.base
    ? [calls, ...sidesOf(model, "calls", "ncalls", "basecalls", count), self, ...sidesOf(model, "self", "tottime", "baseself", time),
      total, ...sidesOf(model, "total", "cumtime", "basetotal", time), ...errors, name, perSelf, perTotal, shareSelf, shareTotal]
    : [calls, self, perSelf, total, perTotal, shareSelf, shareTotal, ...errors, name];
  const sumsOf = (metric, unit) => {
    const write = (value, row) => (metric === "alloc" && rows.trustalloc ? rows.trustalloc[row] : "") + inUnit(value, unit);
    return [
      known(metric, metric, `${metric} in the method itself`, write, 82),
      ...(metric === "alloc" && any("allocerr") ? [known("allocerr", "alloc ±", "how far alloc may be off", value => `± ${bar(value, unit)}`, 76)] : []),
      known(`${metric}total`, `cum${metric}`, `${metric} in the method and all that it called`, value => inUnit(value, unit), 84),
    ];
  };
  const duration = (key, hint) => any("max") ? [known(key, key, hint, (value, row) => rows.trustdurations[row] + time(value), 72)] : [];
  return [
    ...first,
    ...duration("p50", "half of the calls took no longer; ~ of some calls, chosen at random"),
    ...duration("p99", "99 of 100 calls took no longer"),
    ...duration("max", "the longest of the calls that were measured"),
    ...head.others.flatMap((metric, i) => any(`${metric}total`) ? sumsOf(metric, head.units[i]) : []),
    ...(any("waiting") ? [known("waiting", "waiting", "the part of tottime in which the thread waited", time, 76)] : []),
    ...bound("toterr", "tottime ±", "how far tottime may be off"),
    ...bound("cumerr", "cumtime ±", "how far cumtime may be off"),
  ];
}

/** The base's numbers and the difference. */
function sidesOf(model, what, now, old, write) {
  const {rows, head} = model;
  const [nowWhole, oldWhole] = what === "calls" ? [head.calls, head.base.calls] : [head.self, head.base.self];
  const isShare = () => model.state.scale === "share";
  const difference = row => isShare() ? rows[now][row] / (nowWhole || 1) - rows[old][row] / (oldWhole || 1) : rows[now][row] - rows[old][row];
  return [
    {key: `${old}`, title: "base", hint: `${now} in the base`, width: what === "calls" ? 90 : 74, number: row => rows[old][row], text: row => write(rows[old][row])},
    {key: `${now}delta`, title: "delta", hint: `${now} now less ${now} in the base`, width: what === "calls" ? 90 : 80, number: difference,
      text: row => isShare() ? points(difference(row)) : difference(row) === 0 ? "0" : signed(write(difference(row)), difference(row))},
  ];
}

/** Counts can be long, and recursive ones twice as long. */
function widthOfCalls(rows) {
  let longest = 6;
  rows.ncalls.forEach((calls, row) => {
    longest = Math.max(longest, callsText(calls, rows.pcalls[row]).length);
  });
  return 18 + Math.min(23, longest) * 7;
}
