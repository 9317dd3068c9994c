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

/** Methods below nine square pixels are one area a class, classes one a package: kind "rest". */
function treemap(model, root, group, w, h) {
  const tree = model.tree;
  const sums = new Float64Array(model.head.methods.function.length);
  const own = model.width.own;
  let whole = 0;
  for (let node = root; node < tree.end[root]; node++) {
    if (tree.method[node] >= 0) {
      sums[tree.method[node]] += own[node];
      whole += own[node];
    }
  }
  const packages = inPackages(model, sums, group);
  const shown = packages.reduce((sum, pack) => sum + pack.value, 0);
  const data = {children: packages.map(pack => cut(pack, shown, w * h))};
  const laid = d3.treemap().size([w, h]).paddingInner(node => isAmple(node) ? 1 : 0)
    .paddingOuter(node => node.depth > 0 && isAmple(node) ? 1 : 0)
    .paddingTop(node => node.depth === 0 ? 0 : hasTitle(node.x1 - node.x0, node.y1 - node.y0) ? 18 : isAmple(node) ? 1 : 0)(
    d3.hierarchy(data).sum(item => item.children ? 0 : item.value).sort((a, b) => b.value - a.value));
  return laid.descendants().slice(1).map(item => ({
    kind: item.data.kind, method: item.data.method ?? -1, name: item.data.name ?? model.names.short(item.data.method), node: -1, level: item.depth,
    value: item.value, x: item.x0, y: item.y0, w: item.x1 - item.x0, h: item.y1 - item.y0, group: item.data.group,
  })).filter(box => box.w > 0 && box.h > 0);
}

function inPackages(model, sums, group) {
  const packages = new Map();
  for (let method = 0; method < sums.length; method++) {
    if (sums[method] > 0) {
      const pack = model.names.pack(method) || "(no package)";
      if (group && pack !== group) {
        continue;
      }
      if (!packages.has(pack)) {
        packages.set(pack, {kind: "group", name: pack, group: pack, value: 0, classes: new Map()});
      }
      const of = packages.get(pack);
      const name = model.names.simpleClass(method) || model.names.full(method);
      if (!of.classes.has(name)) {
        of.classes.set(name, {kind: "class", name, group: pack, value: 0, children: []});
      }
      const one = of.classes.get(name);
      one.children.push({kind: "method", method, value: sums[method], group: pack});
      one.value += sums[method];
      of.value += sums[method];
    }
  }
  return [...packages.values()].map(pack => ({...pack, children: [...pack.classes.values()]}));
}

function cut(pack, whole, area) {
  const large = item => item.value / whole * area >= SMALLEST;
  const kept = items => {
    const big = items.filter(large);
    const rest = items.filter(item => !large(item)).reduce((sum, item) => sum + item.value, 0);
    return rest > 0 ? [...big, {kind: "rest", name: `${items.length - big.length} smaller`, value: rest, group: pack.name}] : big;
  };
  return {...pack, children: kept(pack.children).map(one => one.children ? {...one, children: kept(one.children)} : one)};
}

function paintTiles(tiles, painter, model, marks) {
  const plain = model.colors.plain;
  for (const tile of tiles) {
    if (tile.kind === "method" || tile.kind === "rest") {
      const isPlain = tile.kind === "rest" || marks.dimmed(tile);
      painter.rect(tile.x, tile.y, tile.w, tile.h, isPlain ? plain.rest : model.colors.fillMethod(tile.method));
      label(tile, tile.kind === "rest" ? fitting([tile.name], tile.w - 10) : nameOf(tile), isPlain ? plain.faint : plain.text);
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
    return fitting(type ? [`${type}.${name}`, name] : [name], tile.w - 10);
  }

  function label(tile, text, ink) {
    if (tile.h > 16 && text) {
      painter.text(text, tile.x + 5, tile.y + 10, ink);
      const value = model.valueText(tile.value);
      if (tile.h > 34 && fits(value, tile.w - 10)) {
        painter.text(value, tile.x + 5, tile.y + 26, plain.faint);
      }
    }
  }
}
