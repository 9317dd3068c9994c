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
    const {edges, current} = this.model;
    const all = edges[own];
    const list = [];
    for (let edge = 0; edge < all.length; edge++) {
      if (current(all[edge]) === method) {
        list.push(edge);
      }
    }
    list.sort((a, b) => edges.total[b] - edges.total[a] || edges.calls[b] - edges.calls[a]);
    const section = element("section", "edges");
    section.id = id;
    section.append(element("h3", "", `${title} (${count(list.length)})`));
    const most = list.reduce((most, edge) => Math.max(most, edges.total[edge]), 1);
    const add = some => some.forEach(edge => section.append(this.edge(edge, other, most)));
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

  edge(edge, other, most) {
    const {edges, names, current} = this.model;
    const to = current(edges[other][edge]);
    const line = element("button", "edge");
    const extent = element("i");
    extent.style.width = `${100 * edges.total[edge] / most}%`;
    line.append(extent, element("b", "", to < 0 ? "the thread itself" : shortened(names.short(to), 44)),
      element("span", "", `${callsText(edges.calls[edge], edges.primitive[edge])} ${edges.calls[edge] === 1 ? "call" : "calls"}`),
      element("span", "", `${time(edges.self[edge])} self`), element("span", "", `${time(edges.total[edge])} total`));
    line.title = to < 0 ? "calls at the top of a thread" : names.full(to);
    line.dataset.method = to;
    line.disabled = to < 0;
    line.addEventListener("click", () => this.act.chooseMethod(to));
    return line;
  }
}
