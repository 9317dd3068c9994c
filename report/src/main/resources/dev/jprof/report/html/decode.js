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
  all(name) {
    const into = new Float64Array(this.columns.get(name).length);
    return into.subarray(0, this.read(name, into));
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
  const [words, ...lines] = text.trim().split("\n");
  const [head, relations, shape, numbers] = await Promise.all([
    unpacked(words).then(bytes => JSON.parse(new TextDecoder().decode(bytes))),
    ...lines.map(async line => new Block(await unpacked(line)))]);
  const tree = wholeTree(head, shape, numbers);
  const edges = {};
  for (const name of ["caller", "callee", "calls", "primitive", "self", "total"]) {
    lazily(edges, name, () => relations.all(`edge ${name}`));
  }
  return {head, tree, edges, histograms: {node: new Histograms(relations, "node"), method: new Histograms(relations, "method")}};
}

function wholeTree(head, shape, numbers) {
  const size = head.nodes;
  const tree = new Tree(size);
  const ascents = new Int32Array(size);
  shape.read("ascents", ascents);
  tree.placeByAscents(ascents);
  shape.read("labels", tree.method);
  tree.nameThreads();
  const measure = (block, name) => {
    lazily(tree.own, name, () => block.numbers(name, size));
    lazily(tree.total, name, () => withBelow(tree, tree.own[name], block, `${name} below`));
  };
  measure(shape, "self");
  measure(numbers, "calls");
  head.others.forEach(name => measure(numbers, name));
  if (head.base) {
    measure(shape, "baseSelf");
    measure(numbers, "baseCalls");
  }
  head.details.forEach(name => lazily(tree.own, name, () => numbers.numbers(name, size)));
  if (numbers.has("trust")) {
    lazily(tree.bars, "self", () => numbers.numbers("selfbar", size).map(code => TWO_DIGITS[code]));
    lazily(tree.bars, "total", () => numbers.numbers("totalbar", size).map(code => TWO_DIGITS[code]));
    lazily(tree.bars, "trust", () => numbers.numbers("trust", size));
  }
  if (numbers.has("allocbar")) {
    lazily(tree.bars, "alloc", () => numbers.numbers("allocbar", size).map(code => TWO_DIGITS[code]));
  }
  head.others.filter((_, i) => head.units[i] === "count").forEach(name => tree.counts.add(name));
  return tree;
}

/** What a node has itself and what lies below it, which the block says of nodes with children only. */
function withBelow(tree, own, block, name) {
  const {end, size} = tree;
  const below = new Float64Array(size);
  block.read(name, below);
  const total = Float64Array.from(own);
  for (let node = 0, next = 0; node < size; node++) {
    if (end[node] > node + 1) {
      total[node] += below[next++];
    }
  }
  return total;
}

/** Below 100 the number itself, then 90 numbers for each power of ten. */
const TWO_DIGITS = Float64Array.from({length: 1800}, (_, code) => code < 100 ? code : (10 + (code - 10) % 90) * 10 ** Math.floor((code - 10) / 90));
