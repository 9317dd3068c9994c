// The columns of the table that a profile has: key, title, what it means, the number to sort by, and how a cell is written.

function columnsOf(model) {
  const {head} = model;
  const value = (key, row) => model.rows[key][row];
  const per = (part, whole) => whole > 0 ? part / whole : 0;
  const any = key => model.rows[key] && model.rows[key].some(one => one > 0);
  const column = (key, title, hint, number, text, width) => ({key, title, hint, number, text, width});
  const known = (key, title, hint, write, width) => column(key, title, hint, row => value(key, row), row => value(key, row) < 0 ? "" : write(value(key, row), row), width);
  const ifTimed = (row, text, otherwise = "–") => model.names.isTimed(value("method", row)) ? text : otherwise;
  const words = kind.unit === "ns" ? ["tottime", "cumtime"] : ["self", "total"];
  const timed = (key, title, hint, mark) => column(key, title, hint, row => value(key, row), row => ifTimed(row, value(mark, row) + time(value(key, row))), 72);
  const perCall = (key, hint, part, calls) => column(key, "percall", hint, row => per(value(part, row), value(calls, row)),
    row => value(calls, row) > 0 ? ifTimed(row, time(per(value(part, row), value(calls, row)))) : "", 60);
  const share = (key, title, part) => column(key, title, `${part} as a share of all`, row => value(part, row), row => ifTimed(row, percent(value(part, row), head.self)), 60);
  const bound = (key, of) => any(key) ? [known(key, "±", `how far ${of} may be off`, (off, row) => ifTimed(row, `± ${bar(off)}`, ""), 68)] : [];
  const sides = (what, now, old, write, baseText) => head.base && model.rows[old] ? sidesOf(model, what, now, old, write, baseText) : [];
  const isUncalled = row => model.names.isSynthetic(value("method", row)) && value("ncalls", row) === 0;
  const bytesOrSo = (metric, unit) => (amount, row) => (metric === "alloc" && model.rows.trustalloc ? value("trustalloc", row) : "") + inUnit(amount, unit);
  const sumsOf = (metric, unit) => [
    known(metric, metric, `${metric} in the method itself`, bytesOrSo(metric, unit), Math.max(68, widthOf(metric))),
    ...(metric === "alloc" && any("allocerr") ? [known("allocerr", "±", "how far alloc may be off", off => `± ${bar(off, unit)}`, 68)] : []),
    ...sides(metric, metric, `base${metric}`, amount => inUnit(amount, unit)),
    known(`${metric}total`, `cum${metric}`, `${metric} in the method and all that it called`, amount => inUnit(amount, unit), Math.max(70, widthOf(`cum${metric}`))),
    ...sides(metric, `${metric}total`, `base${metric}total`, amount => inUnit(amount, unit)),
  ];
  const duration = (key, hint) => any("max") ? [
    known(key, key, hint, (nanos, row) => value("trustdurations", row) + time(nanos), 70), ...sides("duration", key, `base${key}`, time)] : [];
  const name = column("name", "class.method(file:line)", "the method; * a leaf too small to time, + with open calls", row => model.names.printed(value("method", row)), undefined, 0);
  const errors = any("errors") || any("baseerrors")
    ? [known("errors", "errors", "calls that an exception ended", count, 50), ...sides("errors", "errors", "baseerrors", count)] : [];
  const samples = [
    column("ncalls", "samples", "samples that met the method itself", row => value("ncalls", row), row => count(value("ncalls", row)), Math.max(66, widthOfCalls(model.rows))),
    ...sides("calls", "ncalls", "basecalls", count)];
  const calls = kind.isSampled ? samples : [
    column("ncalls", "ncalls", "calls; n/m when only m were not recursive", row => value("ncalls", row),
      row => isUncalled(row) ? "" : callsText(value("ncalls", row), value("pcalls", row)), widthOfCalls(model.rows)),
    ...sides("calls", "ncalls", "basecalls", count, row => callsText(value("basecalls", row), value("baseprimitive", row)))];
  const self = [
    timed("tottime", words[0], "time in the method itself; ~ an estimate, ? not reliable", "trustself"), ...bound("toterr", "tottime"), ...sides("time", "tottime", "baseself", time)];
  const total = [
    timed("cumtime", words[1], "time in the method and all that it called; ~ an estimate, ? not reliable", "trusttotal"), ...bound("cumerr", "cumtime"),
    ...sides("time", "cumtime", "basetotal", time)];
  const selfPerCall = kind.isSampled ? [] : [perCall("percall", "tottime per call", "tottime", "ncalls")];
  const totalPerCall = kind.isSampled ? [] : [perCall("cumpercall", "cumtime per call that was not recursive", "cumtime", "pcalls")];
  const shares = [share("selfshare", "self %", "tottime"), share("totalshare", "total %", "cumtime")];
  return [
    ...(head.base
      ? [...calls, ...self, ...total, ...errors, name, ...selfPerCall, ...totalPerCall, ...shares]
      : [...calls, ...self, ...selfPerCall, ...total, ...totalPerCall, ...shares, ...errors, name]),
    ...duration("p50", "half of the calls took no longer; ~ of some calls, chosen at random"),
    ...duration("p99", "99 of 100 calls took no longer"),
    ...duration("max", "the longest of the calls that were measured"),
    ...head.others.flatMap((metric, i) => any(`${metric}total`) || any(`base${metric}total`) ? sumsOf(metric, head.units[i]) : []),
    ...(any("waiting") ? [known("waiting", "waiting", "the part of tottime in which the thread waited", time, 62)] : []),
  ];
}

/** The base's numbers and the difference, as a share of the whole where there is one and it is asked for. */
function sidesOf(model, what, now, old, write, baseText = row => write(model.rows[old][row])) {
  const {head} = model;
  const wholes = what === "calls" ? [head.calls, head.base.calls]
    : what === "time" ? [head.self, head.base.self]
      : head.base.others.includes(what) ? [model.whole.total[what][0], model.whole.total[`base ${what}`][0]] : undefined;
  const isShare = () => wholes && model.state.scale === "share";
  const value = (key, row) => model.rows[key][row];
  const isKnown = row => value(now, row) >= 0 && value(old, row) >= 0;
  const difference = row => !isKnown(row) ? 0 : isShare()
    ? value(now, row) / (wholes[0] || 1) - value(old, row) / (wholes[1] || 1)
    : value(now, row) - value(old, row);
  const change = row => isShare() ? points(difference(row)) : difference(row) === 0 ? "0" : signed(write(difference(row)), difference(row));
  const width = what === "calls" ? 84 : what === "errors" ? 50 : 70;
  return [
    {key: old, title: "base", hint: `${now} in the base`, width, number: row => value(old, row), text: row => value(old, row) < 0 ? "" : baseText(row)},
    {key: `${now}delta`, title: "delta", hint: `${now} now less ${now} in the base`, width: width + 4, number: difference, text: row => isKnown(row) ? change(row) : ""},
  ];
}

/** Titles of metrics can be long as well. */
function widthOf(title) {
  return 24 + title.length * 7;
}

/** Counts can be long, and recursive ones twice as long. */
function widthOfCalls(rows) {
  let longest = 6;
  rows.ncalls.forEach((calls, row) => {
    longest = Math.max(longest, callsText(calls, rows.pcalls[row]).length);
  });
  return 10 + Math.min(23, longest) * 7;
}
