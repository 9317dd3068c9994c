// The selected node or method: its numbers, its path, and its sandwich of callers above and callees below.

class Details {
  constructor(model, box, act) {
    this.model = model;
    this.box = box;
    this.act = act;
  }

  show() {
    const {model} = this;
    const node = model.selected >= 0 ? model.selected : -1;
    const method = node >= 0 ? model.tree.method[node] : model.state.method;
    if (node < 0 && method < 0) {
      this.box.replaceChildren(element("p", "hint", "Select a bar or a row to see its numbers, who called it and whom it called."));
      return;
    }
    const parts = [element("h2", "", model.names.short(method))];
    parts[0].title = model.names.full(method);
    parts.push(element("p", "full", model.names.printed(method)));
    if (node >= 0) {
      parts.push(this.onPath(node));
    }
    if (method >= 0) {
      parts.push(...this.ofMethod(method));
    }
    this.box.replaceChildren(...parts);
  }

  list(title, entries) {
    const section = element("section");
    section.append(element("h3", "", title));
    const list = element("dl");
    for (const [word, value] of entries) {
      if (value !== "") {
        list.append(element("dt", "", word), element("dd", "", value));
      }
    }
    section.append(list);
    return section;
  }

  onPath(node) {
    const {tree, head} = this.model;
    const {own, total} = tree;
    const calls = own.calls[node];
    const parent = tree.parent[node];
    const entries = [
      ["calls", tree.isCall(node) ? count(calls) : ""],
      ["self", time(own.self[node])],
      ["total", time(total.self[node])],
      ["per call", calls > 0 ? time(total.self[node] / calls) : ""],
      ["of caller", parent >= 0 ? percent(total.self[node], total.self[parent]) : ""],
      ["of all", percent(total.self[node], total.self[0])],
    ];
    for (const name of head.details) {
      const value = own[name][node];
      entries.push([name, value > 0 ? name === "waiting" ? time(value) : count(value) : ""]);
    }
    if (head.base) {
      entries.push(["calls before", count(own.baseCalls[node])], ["self before", time(own.baseSelf[node])], ["total before", time(total.baseSelf[node])]);
    }
    const section = this.list("On this path", entries);
    const path = tree.path(node).map(at => this.model.names.full(tree.method[at]));
    const button = element("button", "small", "Copy path");
    button.addEventListener("click", () => this.copy(path.join("\n"), button));
    section.append(button);
    return section;
  }

  copy(text, button) {
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

  ofMethod(method) {
    const {model} = this;
    const {rows, head} = model;
    const row = model.rowOf.get(method);
    const parts = [];
    if (row !== undefined) {
      const bar = key => rows[key] && rows[key][row] >= 0 ? ` ± ${time(rows[key][row])}` : "";
      const trust = key => ({"~": "an estimate", "?": "not reliable: mostly probes, or below what can be told"}[rows[key][row]] ?? "");
      const entries = [
        ["calls", count(rows.ncalls[row])],
        ["primitive calls", count(rows.pcalls[row])],
        ["self", time(rows.tottime[row]) + bar("toterr")],
        ["total", time(rows.cumtime[row]) + bar("cumerr")],
        ["self is", trust("trustself")],
        ["per call", rows.ncalls[row] > 0 ? time(rows.tottime[row] / rows.ncalls[row]) : ""],
        ["self of all", percent(rows.tottime[row], head.self)],
        ["total of all", percent(rows.cumtime[row], head.self)],
        ["errors", rows.errors[row] > 0 ? count(rows.errors[row]) : ""],
        ["threads", count(rows.threads[row])],
        ["", ""],
      ];
      for (const key of ["p50", "p99", "max"]) {
        if (rows[key] && rows[key][row] >= 0) {
          entries.push([key, time(rows[key][row])]);
        }
      }
      parts.push(this.list("Method, on all paths", entries));
      if (!model.names.methods.timed[method]) {
        parts[0].append(element("p", "hint", "A leaf too small to time: its calls are exact, its time is in its callers."));
      }
      const button = element("button", "small", "Make it the root");
      button.addEventListener("click", () => this.act.root(method));
      parts[0].append(button);
    }
    parts.push(this.edges("Called by", "caller", "callee", method), this.edges("Calls", "callee", "caller", method));
    return parts;
  }

  /** The other ends of a method's edges, the dearest first. */
  edges(title, other, own, method) {
    const {edges, names, current} = this.model;
    const list = [];
    for (let edge = 0; edge < edges.caller.length; edge++) {
      if (current(edges[own][edge]) === method) {
        list.push(edge);
      }
    }
    list.sort((a, b) => edges.total[b] - edges.total[a]);
    const section = element("section", "edges");
    section.append(element("h3", "", `${title} (${list.length})`));
    const most = Math.max(1, ...list.slice(0, 1).map(edge => edges.total[edge]));
    for (const edge of list.slice(0, 200)) {
      const to = current(edges[other][edge]);
      const line = element("button", "edge");
      const bar = element("i");
      bar.style.width = `${100 * edges.total[edge] / most}%`;
      line.append(bar, element("b", "", shortened(names.short(to), 40)),
        element("span", "", `${callsText(edges.calls[edge], edges.primitive[edge])} calls`),
        element("span", "", `${time(edges.self[edge])} self`), element("span", "", `${time(edges.total[edge])} total`));
      line.title = names.full(to);
      line.addEventListener("click", () => this.act.chooseMethod(to));
      section.append(line);
    }
    if (list.length > 200) {
      section.append(element("p", "hint", `and ${list.length - 200} cheaper ones`));
    } else if (list.length === 0) {
      section.append(element("p", "hint", other === "caller" ? "nobody but the thread itself" : "no method that was instrumented"));
    }
    return section;
  }
}
