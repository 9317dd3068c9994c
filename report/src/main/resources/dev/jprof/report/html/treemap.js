// Self time as areas, methods within classes within packages.

const SMALLEST = 9;

/** Whether a package or class has room for its name above what is in it. */
function hasTitle(w, h) {
  return w > 44 && h > 40;
}

/** Whether lines around it and in it leave anything of it. */
function isAmple(node) {
  return node.x1 - node.x0 > 12 && node.y1 - node.y0 > 12;
}

function treemap(model, root, group, w, h) {
  const laid = d3.treemap().size([w, h]).paddingInner(node => isAmple(node) ? 1 : 0)
    .paddingOuter(node => node.depth > 0 && isAmple(node) ? 1 : 0)
    .paddingTop(node => node.depth === 0 ? 0 : hasTitle(node.x1 - node.x0, node.y1 - node.y0) ? 18 : isAmple(node) ? 1 : 0)(
    d3.hierarchy({children: packagesOf(model.names, selfOfMethods(model, root), group, w * h)})
      .sum(item => item.children ? 0 : item.value).sort((a, b) => b.value - a.value));
  return laid.descendants().slice(1).map(item => ({
    kind: item.data.kind, method: item.data.method ?? -1, get name() { return item.data.name ?? model.names.short(item.data.method); }, node: -1, level: item.depth,
    value: item.value, x: item.x0, y: item.y0, w: item.x1 - item.x0, h: item.y1 - item.y0, group: item.data.group,
  })).filter(box => box.w > 0 && box.h > 0);
}

/** The widths of methods themselves below a node. */
function selfOfMethods({tree, width, head}, root) {
  const sums = new Float64Array(head.methods.function.length);
  const {method, end} = tree;
  for (let node = root; node < end[root]; node++) {
    if (method[node] >= 0) {
      sums[method[node]] += width.own[node];
    }
  }
  return sums;
}

/** Whether a package has anything of its own below a node. */
function hasPackage({tree, width, names}, root, group) {
  const {classOf, packOf, packs} = names.groups;
  const wanted = packs.indexOf(group);
  for (let node = root; wanted >= 0 && node < tree.end[root]; node++) {
    const method = tree.method[node];
    if (method >= 0 && width.own[node] > 0 && packOf[classOf[method]] === wanted) {
      return true;
    }
  }
  return false;
}

/**
 * Packages with their classes with their methods, all of them or one package. What is below nine square pixels of so large an area
 * becomes one item: of methods one a class, of classes one a package, kind "rest".
 */
function packagesOf(names, sums, group, area) {
  const {classOf, packOf, classes, packs} = names.groups;
  const isShown = method => sums[method] > 0 && (!group || packs[packOf[classOf[method]]] === group);
  const ofClass = new Float64Array(classes.length);
  let whole = 0;
  for (let method = 0; method < sums.length; method++) {
    if (isShown(method)) {
      ofClass[classOf[method]] += sums[method];
      whole += sums[method];
    }
  }
  const least = whole * SMALLEST / area;
  const inClasses = classes.map(() => new Items());
  for (let method = 0; method < sums.length; method++) {
    if (isShown(method)) {
      inClasses[classOf[method]].add(sums[method], least, () => ({kind: "method", method, value: sums[method], group: packs[packOf[classOf[method]]]}));
    }
  }
  const inPacks = packs.map(() => new Items());
  classes.forEach((name, type) => {
    const pack = packs[packOf[type]];
    if (ofClass[type] > 0) {
      inPacks[packOf[type]].add(ofClass[type], least, () => ({kind: "class", name, group: pack, children: inClasses[type].all(pack)}));
    }
  });
  return packs.map((name, pack) => ({kind: "group", name, group: name, children: inPacks[pack].all(name)})).filter(pack => pack.children.length > 0);
}

/** Those of some items that are large enough to be seen, and the sum of the others. */
class Items {
  constructor() {
    this.large = [];
    this.small = 0;
    this.rest = 0;
  }

  add(value, least, make) {
    if (value >= least) {
      this.large.push(make());
    } else {
      this.small++;
      this.rest += value;
    }
  }

  all(group) {
    return this.small > 0 ? [...this.large, {kind: "rest", name: `${this.small} smaller`, value: this.rest, group}] : this.large;
  }
}

function paintTiles(tiles, painter, model, marks) {
  const plain = model.colors.plain;
  for (const tile of tiles) {
    if (tile.kind === "method" || tile.kind === "rest") {
      const isPlain = tile.kind === "rest" || marks.dimmed(tile);
      painter.rect(tile.x, tile.y, tile.w, tile.h, isPlain ? plain.rest : model.colors.fillMethod(tile.method));
      if (tile.h > 16 && tile.w > 28) {
        label(tile, tile.kind === "rest" ? fitting([tile.name], tile.w - 10) : nameOf(tile), isPlain ? plain.faint : plain.text);
      }
    } else if (tile.w > 4 && tile.h > 4) {
      painter.rect(tile.x, tile.y, tile.w, tile.h, tile.kind === "group" ? plain.thread : plain.rest);
      if (hasTitle(tile.w, tile.h)) {
        painter.text(fitting([`${tile.name}  ${model.valueText(tile.value)}`, tile.name], tile.w - 10), tile.x + 5, tile.y + 10, plain.text);
      }
    }
  }
  for (const tile of tiles) {
    const mark = marks.of(tile);
    if (mark) {
      painter.frame(tile.x, tile.y, tile.w, tile.h, mark, 2);
    }
  }

  /** The class stands above, unless it had no room there. */
  function nameOf(tile) {
    const [type, name] = model.names.parts(tile.method);
    return fitting(type ? [`${type}.${name}`, model.names.alone(tile.method)] : [name], tile.w - 10);
  }

  function label(tile, text, ink) {
    if (text) {
      painter.text(text, tile.x + 5, tile.y + 10, ink);
      const value = model.valueText(tile.value);
      if (tile.h > 34 && fits(value, tile.w - 10)) {
        painter.text(value, tile.x + 5, tile.y + 26, plain.faint);
      }
    }
  }
}
