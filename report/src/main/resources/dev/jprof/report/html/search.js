// Which methods a text or an expression finds, and how much of the time is theirs.

/** A test of names in small letters; undefined for an expression that is not one. An empty text finds nothing. */
function finder(text, isRegex) {
  if (text === "") {
    return () => false;
  }
  if (isRegex) {
    try {
      const expression = new RegExp(text, "i");
      // What is too large is only said when it is tried.
      expression.test("");
      return name => expression.test(name);
    } catch {
      return undefined;
    }
  }
  const lower = text.toLowerCase();
  return name => name.includes(lower);
}

/** What is folded: names with the text in them, which may have signs of expressions itself (Outer$Inner), and what it finds as an expression. */
function foldFinder(text) {
  const contains = finder(text, false);
  if (!/[\\^$*+?()[\]{}|]/.test(text)) {
    return contains;
  }
  const matches = finder(text, true);
  return matches && (name => contains(name) || matches(name));
}

class Search {
  constructor(model, text, isRegex) {
    this.model = model;
    this.text = text;
    const finds = finder(text, isRegex);
    this.isWrong = finds === undefined;
    const names = model.names.searchable;
    this.methods = new Uint8Array(names.length);
    if (finds && text !== "") {
      names.forEach((name, method) => {
        this.methods[method] = finds(name) ? 1 : 0;
      });
    }
  }

  get isOn() {
    return this.text !== "" && !this.isWrong;
  }

  matches(method) {
    return method >= 0 && this.methods[method] === 1;
  }

  /** The outermost nodes below `root` that match, and the sum of their widths. */
  within(root) {
    const {tree, width} = this.model;
    const nodes = [];
    let sum = 0;
    for (let node = root; node < tree.end[root];) {
      if (this.matches(tree.method[node])) {
        nodes.push(node);
        sum += width.total[node];
        node = tree.end[node];
      } else {
        node++;
      }
    }
    return {nodes, sum};
  }
}
