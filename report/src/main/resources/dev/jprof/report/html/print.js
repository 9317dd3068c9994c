// On paper the chart is drawn as lines and text, in light colours, and the dearest rows stand below it.

const PAPER = {w: 1040, h: 420};
const PRINTED_ROWS = 40;

/** What of a sheet across can be printed on, letter being narrower than A4; the letters of a table there, at most; and what a name needs of them. */
const SHEET = 940;
const MOST_LETTER = 9;
const NAME_LETTERS = 19;

/** The letters for which columns have their widths. */
const SCREEN_LETTER = 13;

function listenToPrinting(page) {
  const {model, chart} = page;
  const paper = document.getElementById("paper");
  addEventListener("beforeprint", () => {
    model.colors.forget(false);
    const painter = new SvgPainter(PAPER.w, PAPER.h);
    chart.paint(painter, chart.laidOut(PAPER.w, PAPER.h), PAPER.w, PAPER.h);
    model.colors.forget();
    paper.replaceChildren(painter.root, ...printedTable(page.table));
  });
  addEventListener("afterprint", () => paper.replaceChildren());
}

function printedTable({model, columns, order}) {
  const lines = (column, write) => [write(column), ...(column.below ? [element("br"), write(column.below)] : [])];
  const table = element("table");
  table.style.fontSize = `${Math.min(MOST_LETTER, SHEET / columns.reduce((sum, {width}) => sum + width / SCREEN_LETTER + 0.5, NAME_LETTERS))}px`;
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
  const head = element("thead");
  head.append(lineOf("th", column => column.title));
  table.append(head);
  for (const row of order.slice(0, PRINTED_ROWS)) {
    table.append(lineOf("td", column => column.key === "name" ? marked(model.rows.method[row]) : column.text(row)));
  }
  // Firefox puts a caption at the end of the first sheet.
  const rest = order.length - PRINTED_ROWS;
  return rest > 0 ? [table, element("p", "hint", `${count(rest)} more rows are in the page`)] : [table];
}
