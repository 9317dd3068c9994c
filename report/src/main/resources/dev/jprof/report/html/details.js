// The selected node and its method: path, numbers, how far they can be trusted, and how long calls took.

const MOST_STEPS = 9;

/** Bytes that nobody would miss: what may be off by less is taken as it is, as Trust.java does. */
const LEAST_BYTES = 4096;

class Details {
  constructor(model, box, act) {
    this.model = model;
    this.box = box;
    this.act = act;
    this.sandwich = new Sandwich(model, act);
  }

  show() {
    const {model} = this;
    const node = model.selected;
    const method = node >= 0 ? model.tree.method[node] : model.state.method;
    const key = [model.serial, node, method, model.state.scale, model.state.width].join();
    if (key === this.key) {
      return;
    }
    this.key = key;
    this.box.scrollTop = 0;
    if (node < 0 && method < 0) {
      this.box.replaceChildren(...this.ofProfile());
      return;
    }
    const title = element("h2", "", model.names.short(method));
    const parts = [title];
    if (method >= 0) {
      parts.push(element("p", "full", model.names.printed(method)), this.rootButton(method));
    }
    if (method >= 0 && !model.names.isTimed(method)) {
      parts.push(element("p", "hint", "A leaf too small to time: its calls are exact, its time is in its callers."));
    }
    if (node >= 0) {
      parts.push(...this.onPath(node));
    }
    if (method >= 0 && model.rowOf.has(method)) {
      parts.push(...this.ofMethod(method, model.rowOf.get(method)), ...this.sandwich.parts(method));
    }
    this.box.replaceChildren(...parts);
  }

  /** What there is to say as long as nothing is selected. */
  ofProfile() {
    const {head} = this.model;
    const words = (title, profile) => {
      const section = element("section");
      section.append(element("h3", "file", title), ...summaryOf(profile).map(line => element("p", "said", line)));
      return section;
    };
    return [
      element("p", "hint", "Select a bar or a row to see its numbers, who called it and whom it called."),
      words(head.title, head),
      ...(head.base ? [words(head.base.title, head.base)] : []),
    ];
  }

  rootButton(method) {
    const button = element("button", "small", this.model.state.root === method ? "Back to the whole tree" : "Make it the root");
    button.id = "make-root";
    button.addEventListener("click", () => this.act.root(this.model.state.root === method ? -1 : method));
    return button;
  }

  list(title, id, entries) {
    const section = element("section");
    section.id = id;
    section.append(element("h3", "", title));
    const list = element("dl");
    for (const [word, value] of entries) {
      if (value !== "" && value !== undefined) {
        list.append(element("dt", "", word), element("dd", "", value));
      }
    }
    section.append(list);
    return section;
  }

  onPath(node) {
    const {tree, head, names} = this.model;
    const {own, total, bars} = tree;
    const calls = own.calls[node];
    const hasCalls = calls > 0 && !kind.isSampled;
    const parent = tree.parent[node];
    const isCall = tree.isCall(node);
    const isTimed = names.isTimed(tree.method[node]);
    const trust = isCall && "self" in bars ? this.trust(node) : undefined;
    const entries = [
      [kind.isSampled ? "samples" : "calls", isCall ? count(calls) : ""],
      ["primitive calls", isCall && !kind.isSampled ? count(tree.isOutermost(node) ? calls : 0) : ""],
      ["self", isTimed ? (trust?.self ?? "") + time(own.self[node]) + (trust ? ` ± ${bar(bars.self[node])}` : "") : ""],
      ["total", isTimed ? (trust?.total ?? "") + time(total.self[node]) + (trust ? ` ± ${bar(bars.total[node])}` : "") : ""],
      ["self per call", isTimed && hasCalls ? time(own.self[node] / calls) : ""],
      ["total per call", isTimed && hasCalls ? time(total.self[node] / calls) : ""],
      ["share of caller", isTimed && parent >= 0 ? percent(total.self[node], total.self[parent]) : ""],
      ["share of all", isTimed ? percent(total.self[node], head.self) : ""],
    ];
    for (const name of head.details) {
      const value = own[name][node];
      entries.push([name, value > 0 ? name === "waiting" ? time(value) : count(value) : ""]);
    }
    for (const {key, name, unit} of head.others) {
      entries.push(
        [`${name}, self`, key === ALLOC && bars.alloc ? (bars.alloc[node] > LEAST_BYTES ? mark(own[key][node], bars.alloc[node]) : "") + withBar(own[key][node], bars.alloc[node], unit) : inUnit(own[key][node], unit)],
        [`${name}, total`, inUnit(total[key][node], unit)]);
    }
    if (head.base) {
      entries.push(
        [kind.isSampled ? "samples in the base" : "calls in the base", count(own.baseCalls[node])], ["self in the base", time(own.baseSelf[node])],
        ["total in the base", time(total.baseSelf[node])],
        ...head.others.filter(({key}) => head.base.others.includes(key))
          .map(({key, name, unit}) => [`${name}, total in the base`, inUnit(total[`base ${key}`][node], unit)]),
        ["delta", this.model.deltaText(this.model.delta(node))]);
    }
    const section = this.list("On this path", "on-path", entries);
    const marks = this.explained(entries.map(([, value]) => value?.[0]));
    return [section, ...marks, ...this.durations(this.model.histograms.node.of(tree.sources(node)), calls), this.path(node)];
  }

  /** The marks of a node: the profile's own, or, where several nodes have come together, by what their bars come to. */
  trust(node) {
    const {tree, head, whole} = this.model;
    if (tree === whole) {
      const tiers = head.trust.length;
      return {self: head.trust[Math.floor(tree.bars.trust[node] / tiers)], total: head.trust[tree.bars.trust[node] % tiers]};
    }
    return {self: mark(tree.own.self[node], tree.bars.self[node]), total: mark(tree.total.self[node], tree.bars.total[node])};
  }

  explained(marks) {
    const words = {"~": "~ an estimate: may be more than a tenth off", "?": "? not reliable: mostly the cost of probes, or less than what it may be off by"};
    return [...new Set(marks)].filter(mark => words[mark]).map(mark => element("p", "hint", words[mark]));
  }

  durations(histogram, calls) {
    if (histogram.isEmpty) {
      return [];
    }
    const section = this.list("Durations of calls", "", [
      ["p50", time(histogram.quantile(0.5))], ["p99", time(histogram.quantile(0.99))], ["max", time(histogram.max)]]);
    section.classList.add("durations");
    section.lastChild.before(histogramPicture(histogram));
    const isSample = histogram.samples < calls;
    section.append(element("p", "hint", isSample ? `${count(histogram.samples)} of ${count(calls)} calls were measured, chosen at random` : "all calls were measured"));
    return [section];
  }

  path(node) {
    const {tree, names} = this.model;
    const path = tree.path(node);
    const section = element("section");
    section.id = "path";
    section.append(element("h3", "", `Path, ${count(path.length)} deep`));
    const list = element("ol", "path");
    path.forEach((at, i) => {
      const isShown = path.length <= MOST_STEPS || i < 2 || i > path.length - MOST_STEPS + 2;
      if (isShown) {
        const line = element("button", "step", names.short(tree.method[at]));
        line.title = names.full(tree.method[at]);
        line.addEventListener("click", () => this.act.zoom(at));
        const item = element("li");
        item.append(line);
        list.append(item);
      } else if (i === 2) {
        list.append(element("li", "hint", `… ${count(path.length - MOST_STEPS + 1)} more …`));
      }
    });
    const button = element("button", "small", "Copy path");
    button.id = "copy-path";
    button.addEventListener("click", () => copy(path.map(at => names.full(tree.method[at])).join("\n"), button));
    section.append(list, button);
    return section;
  }

  ofMethod(method, row) {
    const {rows, head, histograms, names} = this.model;
    const off = key => rows[key] && rows[key][row] >= 0 ? ` ± ${bar(rows[key][row])}` : "";
    const isTimed = names.isTimed(method);
    const hasCalls = rows.ncalls[row] > 0 && !kind.isSampled;
    const known = (key, write) => rows[key] && rows[key][row] > 0 ? write(rows[key][row]) : "";
    const entries = [
      [kind.isSampled ? "samples" : "calls", count(rows.ncalls[row])],
      ["primitive calls", kind.isSampled ? "" : count(rows.pcalls[row])],
      ["self", isTimed ? rows.trustself[row] + time(rows.tottime[row]) + off("toterr") : ""],
      ["total", isTimed ? rows.trusttotal[row] + time(rows.cumtime[row]) + off("cumerr") : ""],
      ["self per call", isTimed && hasCalls ? time(rows.tottime[row] / rows.ncalls[row]) : ""],
      ["total per call", isTimed && hasCalls && rows.pcalls[row] > 0 ? time(rows.cumtime[row] / rows.pcalls[row]) : ""],
      ["self of all", isTimed ? percent(rows.tottime[row], head.self) : ""],
      ["total of all", isTimed ? percent(rows.cumtime[row], head.self) : ""],
      ["errors", known("errors", count)],
      ["open calls", known("open", count)],
      ["waiting", known("waiting", time)],
      ["threads", known("threads", count)],
      ...head.others.flatMap(({key, name, unit}) => [
        [`${name}, self`, known(key, value => key === ALLOC && rows.allocerr ? rows.trustalloc[row] + withBar(value, rows.allocerr[row], unit) : inUnit(value, unit))],
        [`${name}, total`, known(`total ${key}`, value => inUnit(value, unit))],
      ]),
    ];
    if (head.base) {
      entries.push([kind.isSampled ? "samples in the base" : "calls in the base", count(rows.basecalls[row])], ["self in the base", time(rows.baseself[row])], ["total in the base", time(rows.basetotal[row])]);
    }
    const section = this.list("Method, on all paths", "of-method", entries);
    const marks = this.model.selected >= 0 ? [] : this.explained(entries.map(([, value]) => value?.[0]));
    // In a comparison histograms have the numbers of the profile's own methods.
    const own = head.base ? head.base.current.indexOf(method) : method;
    return [section, ...marks, ...this.durations(histograms.method.of([own]), rows.ncalls[row])];
  }
}

/** What is to be thought of a number that may be off by so much: Trust.java says the same. */
function mark(value, off) {
  return off < 0.5 ? "" : value < off ? "?" : value / 10 < off ? "~" : "";
}

function withBar(value, off, unit) {
  return `${inUnit(value, unit)} ± ${bar(off, unit)}`;
}

/** To the clipboard; `button` says that it is there. */
function copy(text, button) {
  const done = () => {
    button.textContent = "Copied";
  };
  // Files have no clipboard everywhere; a selection always works.
  const byHand = () => {
    const area = element("textarea", "unseen");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    done();
  };
  if (navigator.clipboard) {
    navigator.clipboard.writeText(text).then(done, byHand);
  } else {
    byHand();
  }
}
