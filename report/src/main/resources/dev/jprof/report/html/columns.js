// The columns of the table that a profile has: key, title, what it means, the number to sort by, and how a cell is written. In a comparison
// a column has the base's numbers `below` its own, and beside it stands the difference.

/** The metric that has an error bar. */
const ALLOC = "metric alloc";

/** Letters of a metric's name that stand above a column; the hint has all. */
const MOST_OF_TITLE = 24;

function columnsOf(model) {
  const {head} = model;
  const value = (key, row) => model.rows[key][row];
  const any = key => model.rows[key] && model.rows[key].some(one => one > 0);
  const column = (key, title, hint, number, text, width) => ({key, title, hint, number, text, width});
  const known = (key, title, hint, write, width) => column(key, title, hint, row => value(key, row), row => value(key, row) < 0 ? "" : write(value(key, row), row), width);
  const ifTimed = (row, text, otherwise = "–") => model.names.isTimed(value("method", row)) ? text : otherwise;
  const words = kind.unit === "ns" ? ["tottime", "cumtime"] : ["self", "total"];
  const compared = (one, differing) => head.base && model.rows[differing.old] ? new Sides(model, one.key, differing).columns(one) : [one];
  const timed = (key, title, hint, mark, old, off) => compared(
    column(key, title, hint, row => value(key, row), row => ifTimed(row, value(mark, row) + time(value(key, row))), Math.max(head.base ? 69 : 71, widthOfAmounts(model))),
    {what: "time", old, write: time, width: Math.max(72, widthOfAmounts(model)), mark: `base${mark}`, off});
  const perCall = (key, hint, part, calls) => {
    const number = row => perOf(value(part, row), value(calls, row));
    const text = row => value(calls, row) > 0 ? ifTimed(row, time(number(row))) : "";
    return column(key, "percall", hint, number, text, head.base ? 57 : 61);
  };
  const share = (key, title, part, whole) => column(key, title, `${part} as a share of all`, row => value(part, row), row => ifTimed(row, percent(value(part, row), whole)), head.base ? 54 : 57);
  const bound = (key, of) => any(key) && !head.base ? [known(key, "±", `how far ${of} may be off`, (off, row) => ifTimed(row, `± ${bar(off)}`, ""), 64)] : [];
  const isUncalled = row => model.names.isSynthetic(value("method", row)) && value("ncalls", row) === 0;
  const bytesOrSo = (metric, unit) => (amount, row) => (metric === ALLOC && model.rows.trustalloc ? value("trustalloc", row) : "") + inUnit(amount, unit);
  const sumsOf = ({key, name, unit}) => {
    const differing = (old, off) => ({what: key, old, write: amount => inUnit(amount, unit), width: 68, off, unit});
    const title = shortened(name, MOST_OF_TITLE);
    return [
      ...compared(
        known(key, title, `${name} in the method itself`, bytesOrSo(key, unit), Math.max(68, widthOf(title))), differing(`base ${key}`, key === ALLOC ? "allocerr" : undefined)),
      ...(key === ALLOC && any("allocerr") && !head.base ? [known("allocerr", "±", "how far alloc may be off", off => `± ${bar(off, unit)}`, 66)] : []),
      ...compared(
        known(`total ${key}`, `cum${title}`, `${name} in the method and all that it called`, amount => inUnit(amount, unit), Math.max(70, widthOf(`cum${title}`))),
        differing(`base total ${key}`)),
    ];
  };
  const duration = (key, hint) => any("max") ? compared(
    known(key, key, hint, (nanos, row) => value("trustdurations", row) + time(nanos), 66), {what: "duration", old: `base${key}`, write: time, width: 68}) : [];
  const name = column("name", "class.method(file:line)", "the method; * a leaf too small to time, + with open calls", row => model.names.printed(value("method", row)), undefined, 0);
  const errors = any("errors") || any("baseerrors")
    ? compared(known("errors", "errors", "calls that an exception ended", count, 50), {what: "errors", old: "baseerrors", write: count, width: 50}) : [];
  const ofCalls = {what: "calls", old: "basecalls", write: count, width: widthOfDelta(model.rows)};
  const calls = kind.isSampled
    ? compared(column("ncalls", "samples", "samples that met the method itself", row => value("ncalls", row), row => count(value("ncalls", row)), Math.max(66, widthOfCalls(model.rows))), ofCalls)
    : compared(
      column("ncalls", "ncalls", "calls; n/m when only m were not recursive", row => value("ncalls", row),
        row => isUncalled(row) ? "" : callsText(value("ncalls", row), value("pcalls", row)), widthOfCalls(model.rows)),
      {...ofCalls, baseText: row => isUncalled(row) && value("basecalls", row) === 0 ? "" : callsText(value("basecalls", row), value("baseprimitive", row))});
  const self = [...timed("tottime", words[0], "time in the method itself; ~ an estimate, ? not reliable", "trustself", "baseself", "toterr"), ...bound("toterr", "tottime")];
  const total = [
    ...timed("cumtime", words[1], "time in the method and all that it called; ~ an estimate, ? not reliable", "trusttotal", "basetotal", "cumerr"), ...bound("cumerr", "cumtime")];
  const above = (one, below) => head.base ? [{...one, below: {...below, title: "base", hint: `${below.hint} in the base`}}] : [one];
  const selfPerCall = kind.isSampled ? []
    : above(perCall("percall", "tottime per call", "tottime", "ncalls"), perCall("basepercall", "tottime per call", "baseself", "basecalls"));
  const totalPerCall = kind.isSampled ? []
    : above(perCall("cumpercall", "cumtime per call that was not recursive", "cumtime", "pcalls"),
      perCall("basecumpercall", "cumtime per call that was not recursive", "basetotal", "baseprimitive"));
  const shares = [
    ...above(share("selfshare", "self %", "tottime", head.self), share("baseselfshare", "self %", "baseself", head.base?.self)),
    ...above(share("totalshare", "total %", "cumtime", head.self), share("basetotalshare", "total %", "basetotal", head.base?.self))];
  const durations = [
    ...duration("p50", "half of the calls took no longer; ~ of some calls, chosen at random"), ...duration("p99", "99 of 100 calls took no longer"),
    ...duration("max", "the longest of the calls that were measured")];
  const others = head.others.filter(({key}) => any(`total ${key}`) || any(`base total ${key}`)).flatMap(sumsOf);
  const waiting = any("waiting") ? [known("waiting", "waiting", "the part of tottime in which the thread waited", time, 62)] : [];
  return head.base
    ? [...calls, ...self, ...total, ...errors, name, ...selfPerCall, ...totalPerCall, ...durations, ...others, ...waiting, ...shares]
    : [...calls, ...self, ...selfPerCall, ...total, ...totalPerCall, ...shares, ...errors, name, ...durations, ...others, ...waiting];
}

function perOf(part, whole) {
  return whole > 0 ? part / whole : 0;
}

/** Titles of metrics can be long as well. */
function widthOf(title) {
  return 24 + title.length * 7;
}

/** What samples stand for can be a count as well, where it is no time, and is below the whole of it. */
function widthOfAmounts({head}) {
  return kind.unit === "ns" ? 0 : 10 + (1 + time(Math.max(head.self, head.base?.self ?? 0)).length) * 7;
}

/** Counts can be long, and recursive ones twice as long. */
function widthOfCalls(rows) {
  let longest = 6;
  const take = (calls, primitive) => calls.forEach((number, row) => {
    longest = Math.max(longest, callsText(number, primitive[row]).length);
  });
  take(rows.ncalls, rows.pcalls);
  if (rows.basecalls) {
    take(rows.basecalls, rows.baseprimitive);
  }
  return 10 + Math.min(23, longest) * 7;
}

/** Of differences of calls, in hundredths of the whole too. */
function widthOfDelta({ncalls, basecalls}) {
  const most = basecalls ? ncalls.reduce((most, calls, row) => Math.max(most, Math.abs(calls - basecalls[row])), 0) : 0;
  // Shares of all calls are written there too: −99.99 pp.
  return Math.max(76, 10 + (1 + count(most).length) * 7);
}
