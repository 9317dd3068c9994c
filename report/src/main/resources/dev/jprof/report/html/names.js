// How methods are called on the page. All of it is text from the profile and goes to textContent or a canvas only.

class Names {
  constructor(head) {
    this.methods = head.methods;
    this.threads = head.threads;
    this.shorts = new Map();
    // Made once: what is looked up by its text is then hashed once, too.
    const dots = () => this.methods.class.map(name => name.lastIndexOf("."));
    lazily(this, "packs", () => dots().map((dot, method) => this.methods.class[method].slice(0, Math.max(0, dot))));
    lazily(this, "classes", () => dots().map((dot, method) => this.methods.class[method].slice(dot + 1)));
    lazily(this, "searchable", () => this.methods.function.map((_, method) => this.printed(method).toLowerCase()));
  }

  /** With package, class and parameter types. */
  full(method) {
    return method === -1 ? "all threads" : method < 0 ? this.threads[-2 - method] : this.methods.function[method];
  }

  /** `Class.method` */
  short(method) {
    let short = this.shorts.get(method);
    if (short === undefined) {
      const full = this.full(method);
      const skipped = method < 0 ? 0 : this.pack(method).length;
      const brace = full.startsWith("{") ? 1 : 0;
      short = skipped > 0 ? (brace ? "{" : "") + full.slice(skipped + 1 + brace) : full;
      this.shorts.set(method, short);
    }
    return short;
  }

  /** What of a method's name stays when room is scarce: class, and name without parameters. */
  parts(method) {
    const plain = this.short(method).replace(/\(.*$/s, "");
    const dot = method < 0 ? -1 : plain.lastIndexOf(".");
    return dot > 0 ? [plain.slice(0, dot), plain.slice(dot + 1)] : ["", plain];
  }

  pack(method) {
    return this.packs[method] ?? "";
  }

  simpleClass(method) {
    return this.classes[method] ?? "";
  }

  /** `File.java:12`, or nothing. */
  place(method) {
    const file = method < 0 || this.isJdk(method) || this.isSynthetic(method) ? "" : this.methods.file[method];
    const line = this.methods.line[method];
    return file && line > 0 ? `${file}:${line}` : file;
  }

  printed(method) {
    const place = this.place(method);
    return place ? `${this.full(method)}(${place})` : this.full(method);
  }

  isJdk(method) {
    return method >= 0 && this.methods.jdk[method] === 1;
  }

  isSynthetic(method) {
    return method >= 0 && this.methods.synthetic[method] === 1;
  }

  isTimed(method) {
    return method < 0 || this.methods.timed[method] === 1;
  }
}

/** Shortened in the middle, where class names differ least. */
function shortened(text, length) {
  if (text.length <= length) {
    return text;
  }
  const tail = Math.ceil((length - 1) * 0.6);
  return `${text.slice(0, length - 1 - tail)}…${text.slice(text.length - tail)}`;
}
