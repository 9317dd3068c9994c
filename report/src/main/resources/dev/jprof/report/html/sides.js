// In a comparison: the base's numbers and the difference, as a share of the whole where there is one and it is asked for.

class Sides {
  /** `off` is the column that says how far a number may be off, `mark` the one with the base's mark. */
  constructor(model, now, {what, old, write, width, baseText, mark, off, unit}) {
    const {head} = model;
    Object.assign(this, {model, now, old, write, width, mark, unit});
    this.off = off && model.rows[off] ? off : undefined;
    this.baseText = baseText ?? (row => this.value(old, row) < 0 ? "" : this.ifTimed(row, this.value(mark, row) + write(this.value(old, row))));
    this.isOfTime = what === "time";
    this.wholes = what === "calls" ? [head.calls, head.base.calls]
      : what === "time" ? [head.self, head.base.self]
        : head.base.others.includes(what) ? [model.whole.total[what][0], model.whole.total[`base ${what}`][0]] : undefined;
  }

  /** A number of the table; a column that is not there says nothing. */
  value(key, row) {
    return this.model.rows[key]?.[row] ?? "";
  }

  ifTimed(row, text) {
    return this.isOfTime && !this.model.names.isTimed(this.value("method", row)) ? "–" : text;
  }

  get isShare() {
    return this.wholes && this.model.state.scale === "share";
  }

  /** A column with the base's below it, and the difference with what that may be off by. */
  columns(column) {
    const {now, old, width} = this;
    const base = {key: old, title: "base", hint: `${column.title} in the base`, number: row => this.value(old, row), text: this.baseText};
    const delta = {
      key: `delta ${now}`, title: "delta", hint: `${column.title} now less ${column.title} in the base`, width,
      number: row => this.difference(row), text: row => this.isKnown(row) ? this.ifTimed(row, this.change(row)) : "",
    };
    const off = {
      key: this.off, title: "±", hint: "how far the difference may be off, by both profiles' clocks", number: row => this.doubt(row),
      text: row => this.doubt(row) < 0 ? "" : this.ifTimed(row, this.isShare ? `± ${(100 * this.doubt(row)).toFixed(2)} pp` : `± ${bar(this.doubt(row), this.unit)}`),
    };
    return [{...column, below: base}, this.off ? {...delta, below: off} : delta];
  }

  isKnown(row) {
    return this.value(this.now, row) >= 0 && this.value(this.old, row) >= 0;
  }

  difference(row) {
    const {now, old, wholes} = this;
    return !this.isKnown(row) ? 0 : this.isShare
      ? this.value(now, row) / (wholes[0] || 1) - this.value(old, row) / (wholes[1] || 1)
      : this.value(now, row) - this.value(old, row);
  }

  change(row) {
    const difference = this.difference(row);
    return this.isShare ? points(difference) : difference === 0 ? "0" : signed(this.write(difference), difference);
  }

  /** Two standard errors of each side are two of the difference; -1 where one is not known. */
  doubt(row) {
    const [now, old] = [this.side(this.off, "ncalls", row), this.side(`base${this.off}`, "basecalls", row)];
    const [nowWhole, oldWhole] = this.isShare ? this.wholes : [1, 1];
    return now < 0 || old < 0 ? -1 : Math.hypot(now / (nowWhole || 1), old / (oldWhole || 1));
  }

  /** A side that never called a method knows that exactly. */
  side(off, calls, row) {
    const known = this.value(off, row);
    return known === "" || known >= 0 ? Number(known) : this.value(calls, row) === 0 ? 0 : -1;
  }
}
