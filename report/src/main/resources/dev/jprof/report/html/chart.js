// The canvas: what is drawn in which window of the tree, and what the pointer does there.

const ZOOM_MILLIS = 180;

class Chart {
  constructor(model, canvas, act) {
    this.model = model;
    this.canvas = canvas;
    this.act = act;
    this.shapes = [];
    this.hovered = undefined;
    this.hoveredMethod = -1;
    this.view = undefined;
    this.listen();
    new ResizeObserver(() => this.draw()).observe(canvas.parentElement);
  }

  get size() {
    const {clientWidth, clientHeight} = this.canvas.parentElement;
    return {w: clientWidth, h: clientHeight};
  }

  /** A node or, where it has no width, the nearest caller that has one: somewhere in there it is. */
  withWidth(node) {
    const {tree, width} = this.model;
    let seen = node;
    while (seen > tree.top && !(width.total[seen] > 0)) {
      seen = tree.parent[seen];
    }
    return seen;
  }

  /** The window in which a node has the whole width, two of its callers above it. */
  viewOf(zoomed) {
    const {tree, width} = this.model;
    const node = this.withWidth(zoomed);
    const from = tree.start(node, width);
    const size = width.total[node] || 1;
    const level = tree.depth[node] - tree.depth[tree.top];
    return {from, to: from + size, row: Math.max(0, level - 2), root: node, start: from, origin: tree.start(tree.top, width)};
  }

  /** Shows the state, moving there if it was elsewhere in the same tree before. */
  show(animated) {
    const goal = this.viewOf(this.model.zoomed);
    cancelAnimationFrame(this.frame);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (!animated || !this.view || still || this.model.state.chart === "treemap") {
      this.view = goal;
      this.draw();
      return;
    }
    const start = this.view;
    const begun = performance.now();
    const step = now => {
      const part = Math.min(1, (now - begun) / ZOOM_MILLIS);
      const eased = part * part * (3 - 2 * part);
      const between = (a, b) => a + (b - a) * eased;
      this.view = part === 1 ? goal : {...goal, from: between(start.from, goal.from), to: between(start.to, goal.to), row: between(start.row, goal.row)};
      this.draw();
      if (part < 1) {
        this.frame = requestAnimationFrame(step);
      }
    };
    this.frame = requestAnimationFrame(step);
  }

  /** The shapes of the current chart for some size. */
  laidOut(w, h) {
    const {model} = this;
    const view = this.view;
    switch (model.state.chart) {
      case "sunburst": {
        const start = model.tree.start(view.root, model.width);
        return sunburst(model.tree, model.width, {...view, start}, w, h);
      }
      case "treemap": return treemap(model, this.withWidth(model.zoomed), model.state.group, w, h);
      default: return icicle(model.tree, model.width, {...view, flipped: model.state.chart === "flame"}, w, h);
    }
  }

  paint(painter, shapes, w, h) {
    const plain = this.model.colors.plain;
    painter.rect(0, 0, w, h, plain.ground);
    if (this.model.width.total[this.model.tree.top] === 0) {
      painter.text(this.model.tree.total.calls[0] > 0 ? "Nothing of this was measured; with calls as the width there is something to see." : "Nothing was measured.", 12, 24, plain.faint);
      return;
    }
    const paint = {sunburst: paintArcs, treemap: paintTiles}[this.model.state.chart] ?? paintBoxes;
    paint(shapes, painter, this.model, this.marks());
  }

  draw() {
    const {w, h} = this.size;
    // On paper the canvas has no room.
    if (!this.view || w === 0 || h === 0) {
      return;
    }
    const {state} = this.model;
    const treemapKey = [w, h, this.model.zoomed, state.group, state.width, state.side, this.model.serial].join();
    if (this.model.state.chart !== "treemap" || this.treemapKey !== treemapKey) {
      this.shapes = this.laidOut(w, h);
    }
    this.treemapKey = this.model.state.chart === "treemap" ? treemapKey : "";
    this.paint(new CanvasPainter(this.canvas, w, h), this.shapes, w, h);
    const name = this.model.names.full(this.model.tree.method[this.model.zoomed]);
    this.canvas.setAttribute("aria-label", `${state.chart} chart of ${name}; the call tree behind the table says the same in words`);
  }

  methodOf(shape) {
    return shape.kind === "method" ? shape.method : shape.kind === "node" ? this.model.tree.method[shape.node] : -1;
  }

  marks() {
    const {model, hoveredMethod} = this;
    const plain = model.colors.plain;
    const search = model.search;
    return {
      dimmed: shape => search.isOn && shape.kind !== "rest" && shape.kind !== "deep" && !search.matches(this.methodOf(shape)),
      of: shape => {
        if (shape.kind === "node" && shape.node === model.selected) {
          return plain.text;
        }
        const method = this.methodOf(shape);
        if (method < 0) {
          return undefined;
        }
        const isChosen = method === model.state.method && (model.selected < 0 || shape.kind === "method");
        return method === hoveredMethod ? plain.mark : isChosen ? plain.text : undefined;
      },
    };
  }

  at(x, y) {
    const hits = this.model.state.chart === "sunburst" ? hitsArc : (box, px, py) => px >= box.x && px < box.x + box.w && py >= box.y && py < box.y + box.h;
    for (let i = this.shapes.length - 1; i >= 0; i--) {
      if (hits(this.shapes[i], x, y)) {
        return this.shapes[i];
      }
    }
    return undefined;
  }

  hoverMethod(method) {
    if (method !== this.hoveredMethod) {
      this.hoveredMethod = method;
      this.draw();
    }
  }

  listen() {
    const canvas = this.canvas;
    let drag;
    canvas.addEventListener("pointermove", event => {
      if (drag && event.buttons === 1) {
        this.pan(drag.x - event.offsetX, drag.y - event.offsetY);
        drag = {x: event.offsetX, y: event.offsetY, moved: drag.moved || Math.hypot(drag.x0 - event.offsetX, drag.y0 - event.offsetY) > 4, x0: drag.x0, y0: drag.y0};
        return;
      }
      const shape = this.at(event.offsetX, event.offsetY);
      canvas.style.cursor = shape ? "pointer" : "default";
      this.hovered = shape;
      this.act.hover(shape, event.clientX, event.clientY);
    });
    canvas.addEventListener("pointerleave", () => this.act.hover(undefined, 0, 0));
    canvas.addEventListener("pointerdown", event => {
      drag = {x: event.offsetX, y: event.offsetY, x0: event.offsetX, y0: event.offsetY, moved: false};
    });
    canvas.addEventListener("click", event => {
      const shape = drag && drag.moved ? undefined : this.at(event.offsetX, event.offsetY);
      if (shape) {
        this.act.click(shape);
      }
    });
    canvas.addEventListener("wheel", event => {
      event.preventDefault();
      if (event.ctrlKey || event.metaKey) {
        this.magnify(Math.exp(event.deltaY / 300), event.offsetX / this.size.w);
      } else {
        this.pan(event.deltaX, event.deltaY);
      }
    }, {passive: false});
  }

  /** Moves the window, without zooming, so that a bar can be seen. */
  reveal(node) {
    const {tree, width} = this.model;
    const seen = this.withWidth(node);
    if (!this.isBars) {
      this.draw();
      return;
    }
    const start = tree.start(seen, width);
    const size = width.total[seen];
    const span = this.view.to - this.view.from;
    const isIn = start >= this.view.from && start + size <= this.view.to && size / span * this.size.w >= 3;
    const room = isIn ? span : Math.min(span, Math.max(size * 8, 1e-3));
    const whole = width.total[tree.top];
    const least = this.view.origin;
    const from = isIn ? this.view.from : Math.max(least, Math.min(least + whole - room, start + size / 2 - room / 2));
    const level = tree.depth[seen] - tree.depth[tree.top];
    const rows = Math.floor(this.size.h / ROW);
    const isInRows = level >= this.view.row && level < this.view.row + rows;
    this.view = {...this.view, from, to: from + room, row: isInRows ? this.view.row : Math.max(0, level - Math.floor(rows / 2))};
    this.draw();
  }

  get isBars() {
    return ["icicle", "flame"].includes(this.model.state.chart);
  }

  /** By pixels. */
  pan(dx, dy) {
    if (!this.isBars) {
      return;
    }
    const {tree, width} = this.model;
    const whole = width.total[tree.top];
    const span = this.view.to - this.view.from;
    const least = this.view.origin;
    const from = Math.max(least, Math.min(least + whole - span, this.view.from + dx / this.size.w * span));
    const down = this.model.state.chart === "flame" ? -dy : dy;
    const row = Math.max(0, Math.min(this.model.deepest - 1, this.view.row + down / ROW));
    this.view = {...this.view, from, to: from + span, row};
    this.draw();
  }

  /** Shows `factor` times as much, with the same thing at a share of the width. */
  magnify(factor, share) {
    if (!this.isBars) {
      return;
    }
    const {tree, width} = this.model;
    const whole = width.total[tree.top];
    const span = this.view.to - this.view.from;
    const wanted = Math.min(whole, Math.max(whole * 1e-12, 1e-3, span * factor));
    const least = this.view.origin;
    const from = Math.max(least, Math.min(least + whole - wanted, this.view.from + (span - wanted) * share));
    this.view = {...this.view, from, to: from + wanted};
    this.draw();
  }
}
