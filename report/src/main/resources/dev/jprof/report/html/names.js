// How methods are called on the page. All of it is text from the profile and goes to textContent or a canvas only.

class Names {
  constructor(head) {
    this.methods = head.methods;
    this.threads = head.threads;
    this.shorts = new Map();
    // Made once: what is looked up by its text is then hashed once, too.
    const dots = () => this.methods.class.map(lastDot);
    lazily(this, "packs", () => dots().map((dot, method) => this.methods.class[method].slice(0, Math.max(0, dot))));
    lazily(this, "classes", () => dots().map((dot, method) => this.methods.class[method].slice(dot + 1)));
    lazily(this, "groups", () => this.inGroups());
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
    // Names in other languages than Java may have parentheses too, then mostly behind a space.
    const plain = this.short(method).replace(/(?<! )\([^()]*\)\}?$/s, "");
    const dot = method < 0 ? -1 : plain.lastIndexOf(".");
    return dot > 0 ? [plain.slice(0, dot), plain.slice(dot + 1)] : ["", plain];
  }

  /** A method's name without its class; of a JDK method in braces again. */
  alone(method) {
    const name = this.parts(method)[1];
    return this.isJdk(method) && !name.startsWith("{") && name.endsWith("}") ? `{${name}` : name;
  }

  pack(method) {
    return this.packs[method] ?? "";
  }

  simpleClass(method) {
    return this.classes[method] ?? "";
  }

  /** Packages and classes with numbers: what a method is in, what a class is in, and what they are called. */
  inGroups() {
    const groups = {classOf: [], packOf: [], classes: [], packs: []};
    const packs = new Map();
    this.methods.function.forEach((_, method) => {
      const pack = this.pack(method) || "(no package)";
      if (!packs.has(pack)) {
        packs.set(pack, {number: groups.packs.push(pack) - 1, classes: new Map()});
      }
      const {number, classes} = packs.get(pack);
      const type = this.simpleClass(method) || this.full(method);
      if (!classes.has(type)) {
        classes.set(type, groups.classes.push(type) - 1);
        groups.packOf.push(number);
      }
      groups.classOf.push(classes.get(type));
    });
    return groups;
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

/** Where the package of a class ends; what the JVM adds to the name of a hidden class, .0x00007f or .2136, is part of its own. */
function lastDot(name) {
  const dot = name.lastIndexOf(".");
  const isHidden = name.charCodeAt(dot + 1) >= 48 && name.charCodeAt(dot + 1) <= 57;
  return dot > 0 && isHidden ? name.lastIndexOf(".", dot - 1) : dot;
}

/** Shortened in the middle, where class names differ least. */
function shortened(text, length) {
  if (text.length <= length) {
    return text;
  }
  const tail = Math.ceil((length - 1) * 0.6);
  return `${whole(text.slice(0, length - 1 - tail))}…${whole(text.slice(text.length - tail))}`;
}

/** Without the halves of characters that were cut in two. */
function whole(text) {
  return text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, "");
}
