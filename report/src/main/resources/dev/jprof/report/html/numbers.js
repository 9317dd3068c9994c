// Numbers as people read them.

function digits(value) {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** What times are of: nanoseconds, or of a profile whose samples stand for no time something else; and whether calls are samples. */
const kind = {unit: "ns", isSampled: false};

function time(amount) {
  return inUnit(amount, kind.unit);
}

/** 1 call, 2 calls; of a sampled profile samples. */
function callsOf(number) {
  return `${count(number)} ${kind.isSampled ? "sample" : "call"}${number === 1 ? "" : "s"}`;
}

/** Nanoseconds: 27.6 ns, 1.42 s. */
function nanoseconds(nanos) {
  const size = Math.abs(nanos);
  const sign = nanos < 0 ? "−" : "";
  if (size === 0) {
    return "0";
  }
  // Bounds below the next unit, so that 999.96 ms is not printed as 1000 ms.
  const [unit, name] = size < 999.5 ? [1, "ns"] : size < 999.5e3 ? [1e3, "µs"] : size < 999.5e6 ? [1e6, "ms"] : [1e9, "s"];
  const value = size / unit;
  const text = unit === 1 && Number.isInteger(value) ? String(value) : unit === 1e9 && value >= 1000 ? grouped(Math.round(value)) : digits(value);
  return `${sign}${text} ${name}`;
}

function grouped(count) {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ",");
}

function count(value) {
  return (value < 0 ? "−" : "") + grouped(Math.abs(Math.round(value)));
}

function callsText(calls, primitive) {
  return calls === primitive ? count(calls) : `${count(calls)}/${count(primitive)}`;
}

function percent(part, whole) {
  if (!(whole > 0)) {
    return "";
  }
  const share = 100 * part / whole;
  return share > 0 && share < 0.05 ? "<0.1 %" : `${share.toFixed(1)} %`;
}

function bytes(value) {
  const size = Math.abs(value);
  const [unit, name] = size < 999.5 ? [1, "B"] : size < 999.5e3 ? [1e3, "kB"] : size < 999.5e6 ? [1e6, "MB"] : size < 999.5e9 ? [1e9, "GB"] : [1e12, "TB"];
  return `${value < 0 ? "−" : ""}${unit === 1 ? count(size) : digits(size / unit)} ${name}`;
}

function signed(text, value) {
  return value > 0 ? `+${text}` : text;
}

/** A number of some unit, as profile.json names it. */
function inUnit(value, unit) {
  return unit === "ns" ? nanoseconds(value) : unit === "bytes" ? bytes(value) : unit === "count" ? count(value) : `${count(value)} ${unit}`;
}

/** How far something may be off, in two digits. */
function bar(value, unit = kind.unit) {
  const text = inUnit(value < 1 ? Math.round(value) : Number(value.toPrecision(2)), unit);
  return text.replace(/(\.\d)0 /, "$1 ").replace(/(\d\d)\.0 /, "$1 ");
}

/** A difference of two shares, in hundredths of the whole. */
function points(value) {
  const hundredths = 100 * value;
  return Math.abs(hundredths) < 0.005 ? "0" : signed(`${hundredths < 0 ? "−" : ""}${Math.abs(hundredths).toFixed(2)} pp`, hundredths);
}

/** What a report prints above and below its table, with units set as they are here. */
function summaryOf({summary, warnings, notes}) {
  return [...(warnings ?? []), ...summary, ...(notes ?? [])]
    .map(line => line.trim().replace(/(\d)(ns|us|ms|s)\b/g, (_, digit, unit) => `${digit} ${unit === "us" ? "µs" : unit}`));
}
