// From the text in the page to the page.

/** Unpacks one column after the other while nobody waits for one. */
function warmUp({whole, edges, names, histograms}) {
  const steps = [[names, "searchable"], [whole.own, "calls"], [whole.total, "calls"], [edges, "caller"], [edges, "callee"], [edges, "total"], [histograms.node, "placeOf"]];
  for (const columns of [whole.bars, edges, histograms.method, whole.own, whole.total]) {
    steps.push(...Object.keys(columns).map(name => [columns, name]));
  }
  const step = () => {
    const [columns, name] = steps.shift();
    columns[name];
    if (steps.length > 0) {
      setTimeout(step);
    }
  };
  setTimeout(step);
}

async function start() {
  const status = document.getElementById("status");
  try {
    const data = document.getElementById("data");
    const model = new Model(await decode(data.textContent));
    data.remove();
    const page = new Page(model);
    status.hidden = true;
    watch();
    // For tests and for the browser's console: what is drawn is not in the document.
    window.jprof = {model, page, chart: page.chart, svg: () => svgOf(page.chart)};
    document.documentElement.dataset.ready = "true";
    warmUp(model);
  } catch (wrong) {
    status.textContent = `This page cannot show the profile (${wrong.message}). It needs Chrome or Edge 80, Firefox 113, Safari 16.4, or newer.`;
    throw wrong;
  }
}

start();
