// From the text in the page to the page.

/** Unpacks one column after the other, letting the browser draw and answer in between. */
async function warmUp(model) {
  const {whole, edges, baseEdges, names, histograms} = model;
  names.searchable;
  names.groups;
  model.identities;
  for (const columns of [whole.own, whole.total, whole.bars, edges, baseEdges, histograms.node, histograms.method]) {
    for (const name of Object.keys(columns)) {
      await new Promise(resolve => setTimeout(resolve));
      columns[name];
    }
  }
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
    performance.mark("usable");
    await warmUp(model);
    // Everything answers at once from here on.
    document.documentElement.dataset.ready = "true";
  } catch (wrong) {
    status.textContent = `This page cannot show the profile (${wrong.message}). It needs Chrome or Edge 87, Firefox 113, Safari 16.4, or newer.`;
    throw wrong;
  }
}

start();
