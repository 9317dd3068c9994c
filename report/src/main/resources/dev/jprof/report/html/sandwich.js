// One method between all its callers, above, and all its callees, below, with calls and times of each edge.

const FIRST_EDGES = 60;

class Sandwich {
  constructor(model, act) {
    this.model = model;
    this.act = act;
  }

  parts(method) {
    const middle = element("div", "filling", this.model.names.short(method));
    return [this.edges("callers", "Called by", "caller", "callee", method), middle, this.edges("callees", "Calls", "callee", "caller", method)];
  }

  /** The other ends of a method's edges, the dearest first. */
  edges(id, title, other, own, method) {
    const list = this.listOf(other, own, method);
    list.sort((a, b) => b.total - a.total || b.calls - a.calls);
    const section = element("section", "edges");
    section.id = id;
    section.append(element("h3", "", `${title} (${count(list.length)})`));
    const most = list.reduce((most, edge) => Math.max(most, edge.total), 1);
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
      section.append(element("p", "hint", other === "caller" ? "nobody" : "no method that was instrumented"));
    }
    return section;
  }

  listOf(other, own, method) {
    const {folding, state, collapsed} = this.model;
    if (state.collapse) {
      return edgesWithoutRecursion(collapsed, method, other === "caller");
    }
    return folding ? folding.edges(method, other === "caller") : this.given(other, own, method);
  }

  /** As the profile's table has them. */
  given(other, own, method) {
    const {edges, current} = this.model;
    const list = [];
    edges[own].forEach((end, edge) => {
      if (current(end) === method) {
        list.push({
          to: current(edges[other][edge]), calls: edges.calls[edge], primitive: edges.primitive[edge], self: edges.self[edge], total: edges.total[edge],
        });
      }
    });
    return list;
  }

  edge({to, calls, primitive, self, total}, most) {
    const {names} = this.model;
    const line = element("button", "edge");
    const extent = element("i");
    extent.style.width = `${100 * total / most}%`;
    line.append(extent, element("b", "", to < 0 ? "the thread itself" : shortened(names.short(to), 44)),
      element("span", "", kind.isSampled ? callsOf(calls) : `${callsText(calls, primitive)} ${calls === 1 ? "call" : "calls"}`),
      element("span", "", `${time(self)} self`), element("span", "", `${time(total)} total`));
    line.title = to < 0 ? "calls at the top of a thread" : names.full(to);
    line.dataset.method = to;
    line.disabled = to < 0;
    line.addEventListener("click", () => this.act.chooseMethod(to));
    return line;
  }
}
