// From the text in the page to typed arrays. PageData.java and Block.java write what this reads.

function bytesOfBase64(text) {
  if (Uint8Array.fromBase64) {
    return Uint8Array.fromBase64(text);
  }
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) {
    bytes[i] = binary.charCodeAt(i);
  }
  return bytes;
}

async function unpacked(line) {
  const stream = new Blob([bytesOfBase64(line)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Columns of numbers, each turned into an array when it is asked for. */
class Block {
  constructor(bytes) {
    const length = new DataView(bytes.buffer).getUint32(0, true);
    this.columns = new Map();
    let at = 4 + length;
    for (const [name, size] of Object.entries(JSON.parse(new TextDecoder().decode(bytes.subarray(4, at))))) {
      this.columns.set(name, bytes.subarray(at, at + size));
      at += size;
    }
  }

  has(name) {
    return this.columns.has(name);
  }

  /** The numbers of a column in `into`; returns how many there were as well. */
  read(name, into) {
    const bytes = this.columns.get(name);
    let size = 0;
    for (let at = 0; at < bytes.length; size++) {
      let byte = bytes[at++];
      let value = byte & 0x7f;
      // Beyond 28 bits the operators of 32 bits would overflow.
      for (let scale = 128; byte > 0x7f; scale *= 128) {
        byte = bytes[at++];
        value += (byte & 0x7f) * scale;
      }
      into[size] = value;
    }
    return size;
  }

  numbers(name, size) {
    const into = new Float64Array(size);
    this.read(name, into);
    return into;
  }

  /** As many numbers as there are. */
  all(name, Type = Float64Array) {
    let size = 0;
    for (const byte of this.columns.get(name)) {
      size += byte < 0x80 ? 1 : 0;
    }
    const into = new Type(size);
    this.read(name, into);
    return into;
  }
}

/** A member that is made when it is first asked for. */
function lazily(object, name, make) {
  Object.defineProperty(object, name, {
    configurable: true, enumerable: true,
    get() {
      const value = make();
      Object.defineProperty(object, name, {value, enumerable: true});
      return value;
    },
  });
}

async function decode(text) {
  const lines = text.trim().split("\n");
  const [head, methods, shape, numbers, relations, durations] = await Promise.all([
    ...lines.slice(0, 2).map(async line => JSON.parse(new TextDecoder().decode(await unpacked(line)))),
    ...lines.slice(2).map(async line => new Block(await unpacked(line)))]);
  head.methods = methods;
  const tree = wholeTree(head, shape, numbers);
  const [edges, baseEdges] = ["edge", "base edge"].map(prefix => {
    const columns = {};
    for (const name of ["caller", "callee", "calls", "primitive", "self", "total"].filter(name => relations.has(`${prefix} ${name}`))) {
      lazily(columns, name, () => relations.all(`${prefix} ${name}`));
    }
    return columns;
  });
  const {rows} = head;
  const rowOf = new Map(rows.method.map((method, row) => [method, row]));
  const histograms = {
    node: new Histograms(durations, "node", node => [tree.own.calls[node], tree.total.self[node]]),
    method: new Histograms(relations, "method", method => [rows.ncalls[rowOf.get(method)], rows.cumtime[rowOf.get(method)]]),
  };
  return {head, tree, edges, baseEdges, histograms};
}

function wholeTree(head, shape, numbers) {
  const size = head.nodes;
  const tree = new Tree(size);
  const ascents = new Int32Array(size);
  shape.read("ascents", ascents);
  tree.placeByAscents(ascents);
  nameNodes(tree, shape, head.methods.function.length);
  const measure = (block, name) => {
    lazily(tree.total, name, () => totalsIn(tree, block.numbers(name, size)));
    lazily(tree.own, name, () => ownOf(tree, tree.total[name]));
  };
  measure(shape, "self");
  measure(numbers, "calls");
  head.others.forEach(({key}) => measure(numbers, key));
  if (head.base) {
    measure(shape, "baseSelf");
    measure(numbers, "baseCalls");
    head.base.others.forEach(key => measure(numbers, `base ${key}`));
  }
  head.details.forEach(name => lazily(tree.own, name, () => numbers.numbers(name, size)));
  if (numbers.has("trust")) {
    lazily(tree.bars, "self", () => numbers.numbers("selfbar", size).map(twoDigits));
    lazily(tree.bars, "total", () => numbers.numbers("totalbar", size).map(twoDigits));
    lazily(tree.bars, "trust", () => numbers.numbers("trust", size));
  }
  if (numbers.has("allocbar")) {
    lazily(tree.bars, "alloc", () => numbers.numbers("allocbar", size).map(twoDigits));
  }
  if (head.sampled) {
    tree.counts.clear();
  }
  return tree;
}

/** How many callees of a method a place can name: Labels.java has the same. */
const REMEMBERED = 64;

/** The method of each node, from its place among those that its caller's method called before, the last one first. */
function nameNodes(tree, shape, methods) {
  const {size, depth, parent, method} = tree;
  const places = new Uint8Array(size);
  shape.read("places", places);
  const numbers = shape.all("labels");
  const called = new Int32Array((methods + 1) * REMEMBERED);
  const known = new Uint8Array(methods + 1);
  method[0] = -1;
  for (let node = 1, call = 0, next = 0; node < size; node++) {
    if (depth[node] === 1) {
      method[node] = -2 - numbers[next++];
      continue;
    }
    const caller = depth[node] === 2 ? methods : method[parent[node]];
    const first = caller * REMEMBERED;
    let place = places[call++];
    if (place > 0) {
      method[node] = called[first + place - 1];
    } else {
      method[node] = numbers[next++];
      place = known[caller] < REMEMBERED ? ++known[caller] : REMEMBERED;
    }
    for (let i = first + place - 1; i > first; i--) {
      called[i] = called[i - 1];
    }
    called[first] = method[node];
  }
}

/** A first child stands as what it leaves of its caller's sum. */
function totalsIn({size, parent}, total) {
  for (let node = 1; node < size; node++) {
    if (parent[node] === node - 1) {
      total[node] = total[node - 1] - total[node];
    }
  }
  return total;
}

/** What callees leave of each sum. */
function ownOf({size, parent}, total) {
  const own = total.slice();
  for (let node = 1; node < size; node++) {
    own[parent[node]] -= total[node];
  }
  return own;
}

/** The number of a code: Digits.java says how. */
function numberOf(code, exactBelow) {
  const first = exactBelow / 10;
  const zeros = Math.max(0, Math.floor((code - first) / (9 * first)));
  return (code - 9 * first * zeros) * 10 ** zeros;
}

const TWO_DIGITS = Float64Array.from({length: 1800}, (_, code) => numberOf(code, 100));

function twoDigits(code) {
  return TWO_DIGITS[code];
}
