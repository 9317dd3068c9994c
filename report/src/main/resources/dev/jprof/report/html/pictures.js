// The current chart as a file.

function save(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

function svgOf(chart) {
  const {w, h} = chart.size;
  const painter = new SvgPainter(w, h);
  chart.paint(painter, chart.laidOut(w, h), w, h);
  return new XMLSerializer().serializeToString(painter.root);
}

function saveSvg(chart) {
  save(new Blob([svgOf(chart)], {type: "image/svg+xml"}), "jprof.svg");
}

function savePng(chart) {
  chart.canvas.toBlob(blob => save(blob, "jprof.png"), "image/png");
}
