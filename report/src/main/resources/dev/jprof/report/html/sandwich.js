// One method between all its callers, above, and all its callees, below, with calls and times of each edge.

const FIRST_EDGES = 60;

class Sandwich {
  constructor(model, act) {
    this.model = model;
    this.act = act;
  }

  parts(method) {
    const middle = element("div", "filling", this.model.names.short(method));
    return [this.edges("callers", "Called by", method, true), middle, this.edges("callees", "Calls", method, false)];
  }

  /** The other ends of a method's edges, the dearest first. */
  edges(id, title, method, isCaller) {
    const list = this.listOf(method, isCaller).dearestFirst();
    const section = element("section", "edges");
    section.id = id;
    section.append(element("h3", "", `${title} (${count(list.length)})`));
    const most = list.reduce((most, edge) => Math.max(most, edge.now.total), 1);
    const add = some => some.forEach(edge => section.append(this.edge(edge, most)));
    add(list.slice(0, FIRST_EDGES));
    if (list.length > FIRST_EDGES) {
      const more = element("button", "small", `Show ${count(list.length - FIRST_EDGES)} more`);
      more.addEventListener("click", () => {
        more.remove();
        add(list.slice(FIRST_EDGES));
      });
      section.append(more);
    } else if (list.length === 0) {
      section.append(element("p", "hint", isCaller ? "nobody" : "no method that was instrumented"));
    }
    return section;
  }

  listOf(method, isCaller) {
    const {model} = this;
    const {folding, state, collapsed, head} = model;
    if (state.collapse) {
      return edgesWithoutRecursion(collapsed, method, isCaller, head.base !== undefined);
    }
    return folding ? folding.edges(method, isCaller) : edgesGiven(model, method, isCaller);
  }

  edge({to, now, old}, most) {
    const {names, head} = this.model;
    const line = element("button", "edge");
    const extent = element("i");
    extent.style.width = `${100 * now.total / most}%`;
    line.append(extent, element("b", "", to < 0 ? "the thread itself" : shortened(names.short(to), 44)), ...this.numbers(now));
    if (head.base) {
      line.append(...this.numbersOfBase(old), ...this.differences(now, old));
    }
    line.title = to < 0 ? "calls at the top of a thread" : names.full(to);
    line.dataset.method = to;
    line.disabled = to < 0;
    line.addEventListener("click", () => this.act.chooseMethod(to));
    return line;
  }

  numbers({calls, primitive, self, total}) {
    return [
      element("span", "", kind.isSampled ? callsOf(calls) : `${callsText(calls, primitive)} ${calls === 1 ? "call" : "calls"}`),
      element("span", "", `${time(self)} self`), element("span", "", `${time(total)} total`)];
  }

  numbersOfBase({calls, primitive, self, total}) {
    return [
      element("span", "", `base ${kind.isSampled ? count(calls) : callsText(calls, primitive)}`), element("span", "", `${time(self)} self`),
      element("span", "", `${time(total)} total`)];
  }

  differences(now, old) {
    const {head, state} = this.model;
    const all = (state.scale === "share" ? [[head.calls, head.base.calls], [head.self, head.base.self]] : [[1, 1], [1, 1]]).map(sides => sides.map(whole => whole || 1));
    const word = (name, [whole, oldWhole], write) => {
      const difference = now[name] / whole - old[name] / oldWhole;
      const text = state.scale === "share" ? points(difference) : difference === 0 ? "0" : signed(write(difference), difference);
      const span = element("span", "", text);
      span.dataset.sign = text === "0" ? 0 : Math.sign(difference);
      return span;
    };
    return [word("calls", all[0], count), word("self", all[1], time), word("total", all[1], time)];
  }
}
