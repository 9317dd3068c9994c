// What methods and paths are called in an address: by what they are, so that it holds for other profiles of the same program.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** What stands for the node of all threads, which has no path. */
const ALL = "all";

/** Two numbers of 24 bits as eight letters. */
function lettersOf(...numbers) {
  return numbers.map(number => [18, 12, 6, 0].map(shift => LETTERS[number >>> shift & 63]).join("")).join("");
}

/** The first number of eight letters. */
function numberOfLetters(letters) {
  return [...letters.slice(0, 4)].reduce((number, letter) => number << 6 | LETTERS.indexOf(letter), 0) & 0xffffff;
}

function mixed(hash, value, factor) {
  const mix = Math.imul(hash ^ value, factor);
  return mix ^ mix >>> 15;
}

class Identities {
  constructor(names) {
    this.names = names;
    const count = names.methods.function.length;
    this.threads = names.threads.length;
    this.low = new Int32Array(count + this.threads);
    this.high = new Int32Array(count + this.threads);
    const seen = new Map();
    for (let method = -1 - this.threads; method < count; method++) {
      if (method !== -1) {
        this.enter(method, seen);
      }
    }
  }

  /** Of several that are called alike each has its number. */
  enter(method, seen) {
    const name = method < 0 ? this.names.full(method).replace(/ \(\d+ threads\)$/, "") : this.names.full(method);
    const alike = seen.get(name) ?? 0;
    seen.set(name, alike + 1);
    const text = `${method < 0 ? "thread " : ""}${name}${alike}`;
    let [low, high] = [7, 11];
    for (let i = 0; i < text.length; i++) {
      low = mixed(low, text.charCodeAt(i), 0x01000193);
      high = mixed(high, text.charCodeAt(i), 0x5bd1e995);
    }
    this.low[this.at(method)] = low;
    this.high[this.at(method)] = high;
  }

  at(method) {
    return method < 0 ? this.low.length - this.threads - 2 - method : method;
  }

  ofMethod(method) {
    return lettersOf(this.low[method], this.high[method]);
  }

  /** -1 for none. */
  method(letters) {
    for (let method = 0; method < this.low.length - this.threads; method++) {
      if (this.ofMethod(method) === letters) {
        return method;
      }
    }
    return -1;
  }

  /** Two numbers for each node but the first: what its callers and it are called. */
  hashes({parent, method, size}) {
    const low = new Int32Array(size);
    const high = new Int32Array(size);
    for (let node = 1; node < size; node++) {
      const key = this.at(method[node]);
      low[node] = mixed(low[parent[node]], this.low[key], 0x2c1b3c6d);
      high[node] = mixed(high[parent[node]], this.high[key], 0x297a2d39);
    }
    return {low, high};
  }

  /** A node, and of its callers the first, third, seventh and so on: of a path that has gone, the nearest that is left is shown. */
  ofNode({parent, method}, node) {
    const path = [];
    for (let at = node; at > 0; at = parent[at]) {
      path.push(method[at]);
    }
    path.push(-1);
    path.reverse();
    const {low, high} = this.hashes({parent: path.map((_, at) => at - 1), method: path, size: path.length});
    const words = [];
    for (let at = path.length - 1, step = 1; at > 0; at -= step, step *= 2) {
      words.push(lettersOf(low[at], high[at]));
    }
    return words.join(".") || ALL;
  }

  /** The nearest that a tree has of what `ofNode` says; -1 for none. */
  node(tree, words) {
    if (words === ALL) {
      return 0;
    }
    const {low, high} = this.hashes(tree);
    const wanted = words.split(".");
    const first = new Set(wanted.map(numberOfLetters));
    let [found, best] = [-1, wanted.length];
    for (let node = 1; node < tree.size; node++) {
      if (first.has(low[node] & 0xffffff)) {
        const rank = wanted.indexOf(lettersOf(low[node], high[node]));
        if (rank >= 0 && rank < best) {
          [found, best] = [node, rank];
        }
      }
    }
    return found;
  }
}
