// The call tree as rings: callers inside their callees, the root in the middle.

const RING = 26;

/** By how many rings the middle is wider than one, so that a name has room there. */
const MIDDLE = 0.6;

/** Rings that do not fit are a thin rim around what they belong to: kind "deep". */
function sunburst(tree, width, view, w, h) {
  const arcs = [];
  const radius = Math.min(w, h) / 2 - 6;
  const rings = Math.max(2, Math.floor(radius / RING - MIDDLE - 0.2));
  const ring = radius / (rings + MIDDLE + 0.2);
  const inner = level => level === 0 ? 0 : (level + MIDDLE) * ring;
  const scale = 2 * Math.PI / (view.to - view.from);
  const top = tree.depth[view.root];
  const waiting = [view.root];
  const starts = [view.start];
  while (waiting.length > 0) {
    const node = waiting.pop();
    const start = starts.pop();
    const level = tree.depth[node] - top;
    arcs.push(arc("node", node, start, width.total[node], inner(level), inner(level + 1)));
    const stop = start + width.total[node] - width.own[node];
    if (level === rings - 1) {
      if (stop > start) {
        arcs.push(arc("deep", node, start, stop - start, inner(level + 1), inner(level + 1.2)));
      }
      continue;
    }
    let at = start;
    let rest = 0;
    const least = 0.5 / inner(level + 1.5);
    for (let child = node + 1; child < tree.end[node]; child = tree.end[child]) {
      const size = width.total[child];
      if (size * scale < least) {
        if (width.sorted) {
          rest = stop - at;
          at = stop;
          break;
        }
        rest += size;
      } else {
        if (rest > 0) {
          arcs.push(arc("rest", node, at - rest, rest, inner(level + 1), inner(level + 2)));
          rest = 0;
        }
        waiting.push(child);
        starts.push(at);
      }
      at += size;
    }
    if (rest > 0) {
      arcs.push(arc("rest", node, at - rest, rest, inner(level + 1), inner(level + 2)));
    }
  }
  return arcs;

  function arc(kind, node, start, size, r0, r1) {
    const a0 = Math.max(0, (start - view.from) * scale);
    const a1 = Math.min(2 * Math.PI, (start + size - view.from) * scale);
    return {kind, node, value: size, a0, a1: Math.max(a0, a1), r0, r1, cx: w / 2, cy: h / 2};
  }
}

const TWELVE = -Math.PI / 2;

function paintArcs(arcs, painter, model, marks) {
  const plain = model.colors.plain;
  for (const arc of arcs) {
    const isNode = arc.kind === "node" && !marks.dimmed(arc);
    const fill = isNode ? model.colors.fill(arc.node) : plain.rest;
    painter.ring(arc.cx, arc.cy, arc.r0, arc.r1, arc.a0 + TWELVE, arc.a1 + TWELVE, fill, plain.line, arc.a1 - arc.a0 > 0.02 ? 1 : 0.3);
  }
  for (const arc of arcs) {
    const mark = marks.of(arc);
    if (mark) {
      painter.ring(arc.cx, arc.cy, arc.r0, arc.r1, arc.a0 + TWELVE, arc.a1 + TWELVE, "transparent", mark, 2);
    }
    if (arc.kind === "node") {
      label(arc);
    }
  }

  /** In the middle and on whole rings the text is level, elsewhere it lies along the ring, as far as the ring's bend lets it. */
  function label(arc) {
    const middle = (arc.r0 + arc.r1) / 2;
    const angle = (arc.a0 + arc.a1) / 2;
    const whole = arc.a1 - arc.a0 > 2 * Math.PI - 0.1;
    const depth = arc.r1 - arc.r0 - 12;
    const room = arc.r0 === 0 ? arc.r1 * 1.7 : Math.min(middle * (arc.a1 - arc.a0) - 8, Math.sqrt(8 * middle * Math.max(0, depth)));
    const text = room < 24 ? "" : fittingName(model.names, model.tree.method[arc.node], room);
    const ink = marks.dimmed(arc) ? plain.faint : plain.text;
    if (text && arc.r0 === 0) {
      painter.text(text, arc.cx, arc.cy, ink, "center");
    } else if (text) {
      const turn = whole ? 0 : angle > Math.PI / 2 && angle < 3 * Math.PI / 2 ? angle + Math.PI : angle;
      const at = whole ? 0 : angle;
      // The ends of a straight line are further out than its middle: half of that on either side of the ring's own line.
      const line = middle - textWidth(text) ** 2 / (16 * middle);
      painter.turned(text, arc.cx + line * Math.sin(at), arc.cy - line * Math.cos(at), turn, ink);
    }
  }
}

function hitsArc(arc, x, y) {
  const dx = x - arc.cx;
  const dy = y - arc.cy;
  const r = Math.hypot(dx, dy);
  const a = (Math.atan2(dy, dx) - TWELVE + 4 * Math.PI) % (2 * Math.PI);
  return r >= arc.r0 && r < arc.r1 && a >= arc.a0 && a < arc.a1;
}
