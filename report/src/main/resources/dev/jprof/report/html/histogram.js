// How long single calls took: Histogram.java has the same buckets.

/** The shortest duration of a bucket, in nanoseconds. */
function bucketStart(bucket) {
  return bucket < 16 ? bucket : (8 + bucket % 8) * 2 ** (Math.floor(bucket / 8) - 1);
}

function bucketOf(nanos) {
  const exponent = Math.floor(Math.log2(nanos));
  return nanos < 8 ? nanos : 8 * (exponent - 2) + Math.floor(nanos / 2 ** (exponent - 3)) % 8;
}

function bucketMiddle(bucket) {
  return bucket < 16 ? bucket : (bucketStart(bucket) + bucketStart(bucket + 1) - 1) / 2;
}

class Histogram {
  constructor() {
    this.calls = new Map();
    this.samples = 0;
    this.max = 0;
  }

  get isEmpty() {
    return this.samples === 0;
  }

  get size() {
    let size = 0;
    this.calls.forEach(calls => {
      size += calls;
    });
    return size;
  }

  get buckets() {
    return [...this.calls.keys()].sort((a, b) => a - b);
  }

  /** The duration that a share of the calls did not exceed. */
  quantile(share) {
    const all = this.size;
    let below = 0;
    for (const bucket of this.buckets) {
      below += this.calls.get(bucket);
      if (below >= share * all) {
        return Math.min(bucketMiddle(bucket), this.max);
      }
    }
    return 0;
  }
}

/** The histograms of nodes or of methods; `costs` says how many calls an owner had, and how long they took together. */
class Histograms {
  constructor(block, kind, costs) {
    this.costs = costs;
    for (const name of ["samples", "max", "buckets", "bucket", "calls"]) {
      lazily(this, name, () => block.all(`${kind} histograms ${name}`, Uint32Array));
    }
    lazily(this, "owner", () => runningSums(block.all(`${kind} histograms owner`, Uint32Array)));
    lazily(this, "end", () => runningSums(Uint32Array.from(this.buckets)));
  }

  /** The row of an owner, -1 if it has none: owners are ascending. */
  rowOf(owner) {
    let [low, high] = [0, this.owner.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.owner[middle] < owner) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return this.owner[low] === owner ? low : -1;
  }

  /** The sum of those of some owners. */
  of(owners) {
    const sum = new Histogram();
    for (const owner of owners) {
      const row = this.rowOf(owner);
      if (row >= 0) {
        this.addTo(sum, row, ...this.costs(owner));
      }
    }
    return sum;
  }

  addTo(sum, row, called, total) {
    sum.samples += this.samples[row] || called;
    sum.max = Math.max(sum.max, numberOf(this.max[row], 1000));
    const end = this.end[row];
    const begin = end - this.buckets[row];
    let bucket = bucketOf(called > 0 ? Math.floor(total / called) : 0);
    for (let i = begin; i < end; i++) {
      const step = this.bucket[i];
      bucket += i > begin ? step : step % 2 === 0 ? step / 2 : -(step + 1) / 2;
      sum.calls.set(bucket, (sum.calls.get(bucket) ?? 0) + numberOf(this.calls[i], 1000));
    }
  }
}

function runningSums(distances) {
  for (let i = 1; i < distances.length; i++) {
    distances[i] += distances[i - 1];
  }
  return distances;
}

/** A picture of durations along a scale of octaves. */
function histogramPicture(histogram) {
  const [w, h, foot] = [300, 78, 16];
  const buckets = histogram.buckets;
  const first = buckets[0];
  const span = Math.max(8, buckets[buckets.length - 1] - first + 1);
  const step = w / span;
  const most = Math.max(...histogram.calls.values());
  const svg = drawn("svg", {viewBox: `0 0 ${w} ${h + foot}`, class: "histogram", role: "img"});
  for (const bucket of buckets) {
    const calls = histogram.calls.get(bucket);
    const height = Math.max(1.5, calls / most * (h - 6));
    const x = (bucket - first) * step;
    const bar = drawn("rect", {x, y: h - height, width: Math.max(1, step - (step > 3 ? 1 : 0)), height, class: "calls"},
      `${time(bucketStart(bucket))} to ${time(bucketStart(bucket + 1))}: about ${count(calls)} ${calls === 1 ? "call" : "calls"}`);
    svg.append(bar);
  }
  for (const [name, share] of [["p50", 0.5], ["p99", 0.99]]) {
    const value = histogram.quantile(share);
    const at = buckets.filter(bucket => bucketStart(bucket) <= value).length - 1;
    const x = Math.min(w - 1, (buckets[Math.max(0, at)] - first + 0.5) * step);
    svg.append(drawn("line", {x1: x, x2: x, y1: 0, y2: h, class: "quantile"}, `${name} ${time(value)}`));
  }
  svg.append(drawn("line", {x1: 0, x2: w, y1: h, y2: h, class: "axis"}));
  const end = first + span;
  const label = (x, anchor, text) => {
    const words = drawn("text", {x, y: h + 12, "text-anchor": anchor});
    words.textContent = text;
    svg.append(words);
  };
  label(0, "start", time(bucketStart(first)));
  label(w / 2, "middle", time(bucketStart(Math.round((first + end) / 2))));
  label(w, "end", time(bucketStart(end)));
  svg.setAttribute("aria-label", `Durations from ${time(bucketStart(first))} to ${time(histogram.max)}, half of them up to ${time(histogram.quantile(0.5))}`);
  return svg;
}

function drawn(name, attributes, title) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  if (title) {
    const words = document.createElementNS("http://www.w3.org/2000/svg", "title");
    words.textContent = title;
    made.append(words);
  }
  return made;
}
