// On paper the chart is drawn as lines and text, in light colours, and the dearest rows stand below it.

const PAPER = {w: 1040, h: 420};
const PRINTED_ROWS = 40;

function listenToPrinting(page) {
  const {model, chart} = page;
  const paper = document.getElementById("paper");
  addEventListener("beforeprint", () => {
    model.colors.forget(false);
    const painter = new SvgPainter(PAPER.w, PAPER.h);
    chart.paint(painter, chart.laidOut(PAPER.w, PAPER.h), PAPER.w, PAPER.h);
    model.colors.forget();
    paper.replaceChildren(painter.root, printedTable(page.table));
  });
  addEventListener("afterprint", () => paper.replaceChildren());
}

function printedTable({model, columns, order}) {
  const lines = (column, write) => [write(column), ...(column.below ? [element("br"), write(column.below)] : [])];
  const table = element("table");
  const lineOf = (name, write) => {
    const line = element("tr");
    line.append(...columns.map(column => {
      const cell = element(name, column.key === "name" ? "name" : "");
      cell.append(...lines(column, write));
      return cell;
    }));
    return line;
  };
  const marked = method => model.names.short(method) + (model.names.isTimed(method) ? "" : " *");
  table.append(lineOf("th", column => column.title));
  for (const row of order.slice(0, PRINTED_ROWS)) {
    table.append(lineOf("td", column => column.key === "name" ? marked(model.rows.method[row]) : column.text(row)));
  }
  if (order.length > PRINTED_ROWS) {
    table.append(element("caption", "", `${count(order.length - PRINTED_ROWS)} more rows are in the page`));
  }
  return table;
}
