// The call tree as bars: a caller above (icicle) or below (flame) its callees, in a window of the whole width.

const ROW = 22;

/** The line at the edge of the chart that says how much is behind it. */
const EDGE = 4;

/**
 * What can be seen, as boxes in pixels. Callees narrower than half a pixel stand together in one box whose size is theirs:
 * kind "rest". What lies deeper than the chart is high is a line at its edge: kind "deep". A view has `from` and `to` in units of width, `row` as the topmost depth.
 */
function icicle(tree, width, view, w, h) {
  const boxes = [];
  const scale = w / (view.to - view.from);
  const rows = Math.ceil(h / ROW) + 1;
  const waiting = [tree.top];
  const starts = [view.origin];
  while (waiting.length > 0) {
    const node = waiting.pop();
    const start = starts.pop();
    const row = tree.depth[node] - tree.depth[tree.top] - view.row;
    if (row > rows) {
      continue;
    }
    if (row > -2) {
      boxes.push(box("node", node, start, width.total[node], row));
    }
    const stop = start + width.total[node] - width.own[node];
    if ((row + 1) * ROW > h - EDGE && row * ROW <= h - EDGE && stop > start) {
      boxes.push({...box("deep", node, start, stop - start, row), y: view.flipped ? 0 : h - EDGE, h: EDGE});
    }
    let at = start;
    let rest = 0;
    for (let child = node + 1; child < tree.end[node] && at < view.to; child = tree.end[child]) {
      const size = width.total[child];
      if (size * scale < 0.5) {
        if (width.sorted) {
          rest = stop - at;
          at = stop;
          break;
        }
        rest += size;
      } else {
        if (rest > 0) {
          addRest(node, at - rest, rest, row + 1);
          rest = 0;
        }
        if (at + size > view.from) {
          waiting.push(child);
          starts.push(at);
        }
      }
      at += size;
    }
    if (rest > 0) {
      addRest(node, at - rest, rest, row + 1);
    }
  }
  return boxes;

  function box(kind, node, start, size, row) {
    const x0 = Math.max(0, (start - view.from) * scale);
    const x1 = Math.min(w, (start + size - view.from) * scale);
    const y = view.flipped ? h - (row + 1) * ROW : row * ROW;
    return {kind, node, value: size, x: x0, y, w: x1 - x0, h: ROW};
  }

  function addRest(node, start, size, row) {
    if (start < view.to && start + size > view.from && row > -2) {
      boxes.push(box("rest", node, start, size, row));
    }
  }
}

function paintBoxes(boxes, painter, model, marks) {
  const colors = model.colors;
  const plain = colors.plain;
  for (const box of boxes) {
    const gap = box.w > 3 ? 1 : 0;
    if (box.kind === "deep") {
      painter.rect(box.x, box.y, box.w - gap, box.h, plain.deep);
      continue;
    }
    const fill = box.kind === "rest" || marks.dimmed(box) ? plain.rest : colors.fill(box.node);
    painter.rect(box.x, box.y, box.w - gap, box.h - 1, fill);
    if (box.w > 30) {
      label(box);
    }
  }
  for (const box of boxes) {
    const mark = marks.of(box);
    if (mark) {
      painter.frame(box.x, box.y, Math.max(2, box.w - 1), box.h - 1, mark, 2);
    }
  }

  function label(box) {
    const ink = marks.dimmed(box) || box.kind === "rest" ? plain.faint : plain.text;
    const middle = box.y + box.h / 2;
    if (box.kind === "rest") {
      painter.text(fitting(["cheaper calls", "…"], box.w - 10), box.x + 5, middle, ink);
      return;
    }
    const value = model.labelOf(box);
    const room = box.w - 11;
    const valueRoom = room > 170 ? textWidth(value) + 14 : 0;
    painter.text(fittingName(model.names, model.tree.method[box.node], room - valueRoom), box.x + 5, middle, ink);
    if (valueRoom > 0) {
      painter.text(value, box.x + box.w - 7, middle, plain.faint, "right");
    }
  }
}
