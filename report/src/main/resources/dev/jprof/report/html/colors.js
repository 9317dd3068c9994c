// Fills of bars, muted enough for text to stand on them, in light and dark.

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function hsl(hue, saturation, light) {
  const a = saturation * Math.min(light, 1 - light);
  const part = n => {
    const k = (n + hue / 30) % 12;
    const value = light - a * Math.max(-1, Math.min(k - 3, 9 - k, 1));
    return Math.round(255 * value).toString(16).padStart(2, "0");
  };
  return `#${part(0)}${part(8)}${part(4)}`;
}

function hashed(text) {
  let hash = 7;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash, 31) + text.charCodeAt(i) | 0;
  }
  hash = Math.imul(hash ^ hash >>> 15, 0x2c1b3c6d);
  return (hash ^ hash >>> 13) >>> 0;
}

const HUES = [212, 28, 150, 268, 48, 184, 340, 96, 232, 12, 128, 300];

class Colors {
  constructor(model) {
    this.model = model;
    this.byMethod = new Map();
    this.dark = isDark();
  }

  get plain() {
    return this.dark
      ? {text: "#f2f3f5", faint: "#a3a9b4", ground: "#16181c", rest: "#25282e", deep: "#7d8490", thread: "#363b44", synthetic: "#3f4248", line: "#16181c", mark: "#ffd34d"}
      : {text: "#1c2024", faint: "#60666f", ground: "#ffffff", rest: "#eef0f3", deep: "#8f96a1", thread: "#d9dde3", synthetic: "#dcdcd8", line: "#ffffff", mark: "#b3006b"};
  }

  /** For another ground than before, or for paper. */
  forget(dark = isDark()) {
    this.byMethod.clear();
    this.dark = dark;
  }

  byPackage(method) {
    if (this.model.names.isSynthetic(method)) {
      return this.plain.synthetic;
    }
    let fill = this.byMethod.get(method);
    if (fill === undefined) {
      const names = this.model.names;
      const hue = HUES[hashed(names.pack(method) || names.full(method)) % HUES.length];
      const shade = hashed(names.methods.class[method] || names.full(method)) % 5 * 0.018;
      fill = this.dark ? hsl(hue, 0.3, 0.31 + shade) : hsl(hue, 0.52, 0.8 + shade);
      this.byMethod.set(method, fill);
    }
    return fill;
  }

  /** From 0, pale, to 1, strong. */
  heat(share) {
    const s = Math.max(0, Math.min(1, share));
    return this.dark ? hsl(45 - 38 * s, 0.15 + 0.5 * s, 0.24 + 0.16 * s) : hsl(48 - 36 * s, 0.35 + 0.5 * s, 0.93 - 0.26 * s);
  }

  /** From -1, faster, blue, to 1, slower, red. */
  change(share) {
    const s = Math.min(1, Math.abs(share));
    const hue = share > 0 ? 6 : 214;
    return this.dark ? hsl(hue, 0.06 + 0.5 * s, 0.26 + 0.16 * s) : hsl(hue, 0.08 + 0.6 * s, 0.93 - 0.23 * s);
  }

  fill(node) {
    const {tree, state} = this.model;
    const method = tree.method[node];
    if (method < 0) {
      return this.plain.thread;
    }
    switch (state.color) {
      case "self": return this.heat(tree.own.self[node] / (tree.total.self[node] || 1));
      case "calls": return this.ofCalls(tree.own.calls[node], this.model.mostCalls);
      case "mean": return this.ofMean(tree.total.self[node], tree.own.calls[node]);
      case "delta": return this.change(this.model.delta(node).strength);
      default: return this.byPackage(method);
    }
  }

  /** Of a method on all its paths. */
  fillMethod(method) {
    const {rows, rowOf, state} = this.model;
    const row = rowOf.get(method);
    switch (row === undefined ? "package" : state.color) {
      case "self": return this.heat(rows.tottime[row] / (rows.cumtime[row] || 1));
      case "calls": return this.ofCalls(rows.ncalls[row], this.model.mostCallsOfRow);
      case "mean": return this.ofMean(rows.cumtime[row], rows.pcalls[row]);
      case "delta": return this.change(this.model.deltaOfRow(row).strength);
      default: return this.byPackage(method);
    }
  }

  ofCalls(calls, most) {
    return this.heat(Math.log10(1 + calls) / Math.log10(1 + most));
  }

  /** From ten nanoseconds, pale, to ten seconds. */
  ofMean(nanos, calls) {
    return this.heat(calls > 0 ? (Math.log10(1 + nanos / calls) - 1) / 9 : 0);
  }
}
