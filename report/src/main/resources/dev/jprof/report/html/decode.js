// From the text in the page to typed arrays. PageData.java writes what this reads.

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

async function unpacked(bytes) {
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

class Columns {
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  /** The next column into `into`, at the places that `wanted` says, at all places without it. */
  read(into, wanted) {
    const bytes = this.bytes;
    let at = this.at;
    for (let i = 0; i < into.length; i++) {
      if (wanted && !wanted(i)) {
        continue;
      }
      let byte = bytes[at++];
      let value = byte & 0x7f;
      // Beyond 28 bits the operators of 32 bits would overflow.
      for (let scale = 128; byte > 0x7f; scale *= 128) {
        byte = bytes[at++];
        value += (byte & 0x7f) * scale;
      }
      into[i] = value;
    }
    this.at = at;
    return into;
  }
}

async function decode(text) {
  const bytes = await unpacked(bytesOfBase64(text));
  const length = new DataView(bytes.buffer).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)));
  const columns = new Columns(bytes, 4 + length);
  const size = head.nodes;
  const tree = new Tree(size);
  tree.placeByAscents(columns.read(new Int32Array(size)));
  columns.read(tree.method);
  tree.nameThreads();
  for (const name of ["calls", "self", ...head.details, ...(head.base ? ["baseCalls", "baseSelf"] : [])]) {
    const own = columns.read(new Float64Array(size));
    tree.own[name] = own;
    if (!head.details.includes(name)) {
      const below = columns.read(new Float64Array(size), node => tree.end[node] > node + 1);
      tree.total[name] = below.map((value, node) => value + own[node]);
    }
  }
  const edges = {};
  for (const name of ["caller", "callee", "calls", "primitive", "self", "total"]) {
    edges[name] = columns.read(new Float64Array(head.edges));
  }
  return {head, tree, edges};
}
