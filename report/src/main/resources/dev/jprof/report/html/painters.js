// The same drawing on a canvas and in an SVG file.

const FONT = "12px system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** A ring all the way round has no ends to be drawn. */
const WHOLE = 2 * Math.PI - 1e-3;

class CanvasPainter {
  constructor(canvas, width, height) {
    const scale = devicePixelRatio || 1;
    const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w;
      canvas.height = h;
    }
    this.context = canvas.getContext("2d");
    this.context.setTransform(scale, 0, 0, scale, 0, 0);
    this.context.font = FONT;
    this.context.textBaseline = "middle";
  }

  rect(x, y, w, h, fill) {
    this.context.fillStyle = fill;
    this.context.fillRect(x, y, w, h);
  }

  frame(x, y, w, h, stroke, thick) {
    this.context.strokeStyle = stroke;
    this.context.lineWidth = thick;
    this.context.strokeRect(x + thick / 2, y + thick / 2, Math.max(0, w - thick), Math.max(0, h - thick));
  }

  ring(cx, cy, r0, r1, a0, a1, fill, stroke, thick) {
    const context = this.context;
    context.beginPath();
    context.arc(cx, cy, r1, a0, a1);
    if (a1 - a0 > WHOLE) {
      context.moveTo(cx + r0 * Math.cos(a1), cy + r0 * Math.sin(a1));
    }
    context.arc(cx, cy, r0, a1, a0, true);
    if (a1 - a0 <= WHOLE) {
      context.closePath();
    }
    context.fillStyle = fill;
    context.fill();
    context.strokeStyle = stroke;
    context.lineWidth = thick;
    context.stroke();
  }

  text(text, x, y, fill, align = "left") {
    this.context.fillStyle = fill;
    this.context.textAlign = align;
    this.context.fillText(text, x, y);
  }

  /** In the middle of a line through a point. */
  turned(text, x, y, angle, fill) {
    this.context.save();
    this.context.translate(x, y);
    this.context.rotate(angle);
    this.text(text, 0, 0, fill, "center");
    this.context.restore();
  }
}

class SvgPainter {
  constructor(width, height) {
    this.root = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    this.set(this.root, {xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height, "font-family": "system-ui, sans-serif", "font-size": 12});
  }

  set(element, attributes) {
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, typeof value === "number" ? +value.toFixed(3) : value);
    }
    return element;
  }

  add(name, attributes) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    this.root.append(this.set(element, attributes));
    return element;
  }

  rect(x, y, width, height, fill) {
    this.add("rect", {x, y, width, height, fill});
  }

  frame(x, y, width, height, stroke, thick) {
    this.add("rect", {x, y, width, height, fill: "none", stroke, "stroke-width": thick});
  }

  ring(cx, cy, r0, r1, a0, a1, fill, stroke, thick) {
    const end = Math.min(a1, a0 + 2 * Math.PI - 1e-4);
    const at = (r, a) => `${(cx + r * Math.cos(a)).toFixed(3)} ${(cy + r * Math.sin(a)).toFixed(3)}`;
    const large = end - a0 > Math.PI ? 1 : 0;
    const d = `M${at(r1, a0)}A${r1} ${r1} 0 ${large} 1 ${at(r1, end)}L${at(r0, end)}A${r0} ${r0} 0 ${large} 0 ${at(r0, a0)}Z`;
    this.add("path", {d, fill, stroke, "stroke-width": thick});
  }

  text(text, x, y, fill, align = "left") {
    const made = this.add("text", {x, y: y + 4, fill, "text-anchor": align === "center" ? "middle" : align === "right" ? "end" : "start"});
    // What no XML may have: halves of characters, and two that are none.
    made.textContent = text.replace(/[\p{Cs}\ufffe\uffff]/gu, "\ufffd");
    return made;
  }

  turned(text, x, y, angle, fill) {
    this.set(this.text(text, x, y, fill, "center"), {transform: `rotate(${(angle * 180 / Math.PI).toFixed(2)} ${x.toFixed(2)} ${y.toFixed(2)})`});
  }
}
