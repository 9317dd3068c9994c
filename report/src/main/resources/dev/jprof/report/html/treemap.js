// Self time as areas, methods within classes within packages.

const SMALLEST = 9;

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
  const packages = grouped2(model, sums, group);
  const shown = packages.reduce((sum, pack) => sum + pack.value, 0);
  const data = {children: packages.map(pack => cut(pack, shown, w * h))};
  const laid = d3.treemap().size([w, h]).paddingTop(node => node.depth === 0 ? 0 : 18).paddingInner(1).paddingOuter(node => node.depth === 0 ? 0 : 1)(
    d3.hierarchy(data).sum(item => item.children ? 0 : item.value).sort((a, b) => b.value - a.value));
  return laid.descendants().slice(1).map(item => ({
    kind: item.data.kind, method: item.data.method ?? -1, name: item.data.name, node: -1, level: item.depth,
    value: item.value, x: item.x0, y: item.y0, w: item.x1 - item.x0, h: item.y1 - item.y0, group: item.data.group,
  })).filter(box => box.w > 0.3 && box.h > 0.3);
}

function grouped2(model, sums, group) {
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
      one.children.push({kind: "method", method, name: model.names.short(method), value: sums[method], group: pack});
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
      const fill = tile.kind === "rest" || marks.dimmed(tile) ? plain.rest : model.colors.byPackage(tile.method);
      painter.rect(tile.x, tile.y, tile.w, tile.h, fill);
      if (tile.h > 16 && tile.w > 40) {
        const short = tile.kind === "rest" ? tile.name : tile.name.slice(tile.name.lastIndexOf(".") + 1);
        painter.text(fitting([tile.name, short], tile.w - 10), tile.x + 5, tile.y + 10, plain.text);
        if (tile.h > 34) {
          painter.text(fitting([model.valueText(tile.value)], tile.w - 10), tile.x + 5, tile.y + 26, plain.faint);
        }
      }
    } else if (tile.w > 24 && tile.h > 17) {
      painter.rect(tile.x, tile.y, tile.w, tile.h, tile.kind === "group" ? plain.thread : plain.rest);
      painter.text(fitting([`${tile.name}  ${model.valueText(tile.value)}`, tile.name], tile.w - 10), tile.x + 5, tile.y + 10, plain.text);
    }
    const mark = marks.of(tile);
    if (mark) {
      painter.frame(tile.x, tile.y, tile.w, tile.h, mark, 2);
    }
  }
}
