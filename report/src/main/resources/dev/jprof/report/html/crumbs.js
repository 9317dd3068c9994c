// The call stack of the root that is shown, each caller a step back to it: as much as there is room for, and all of it in a list.

const MOST_LETTERS = 36;

/** No crumb is narrower than what stands around its text. */
const LEAST_CRUMB = 24;
const CRUMB_GAP = 2;

/** Text is measured at 12 pixels; the last crumb is bold at 13. */
const BOLD_FONT = 0.85;
const ROOM_BESIDE_CURRENT = 136;

/** More would take a browser seconds. */
const MOST_LISTED = 1000;

class Crumbs {
  constructor(model, box, list, act) {
    this.model = model;
    this.box = box;
    this.list = list;
    this.act = act;
    list.addEventListener("click", event => event.target === list && list.close());
    new ResizeObserver(() => this.path && this.fit()).observe(box);
  }

  show() {
    const {tree, state, zoomed} = this.model;
    this.path = tree.path(zoomed);
    this.before = state.root >= 0 ? 1 : 0;
    this.size = this.before + this.path.length + (state.group && state.chart === "treemap" ? 1 : 0);
    this.fit();
  }

  /** What a step is called in two lengths, what a click on it does, and where that leads. */
  step(i) {
    const {model, act, before, path} = this;
    const {tree, names, state} = model;
    if (i < before) {
      const name = names.short(state.root);
      return {text: `only ${shortened(name, MOST_LETTERS)}`, full: `only ${name}`, title: "Back to the whole tree", go: () => act.root(-1)};
    }
    if (i >= before + path.length) {
      return {text: shortened(state.group, MOST_LETTERS), full: state.group, title: `${state.group}: back to all packages`, go: () => act.set({group: ""}, true)};
    }
    const node = path[i - before];
    const full = names.full(tree.method[node]);
    return {text: shortened(names.short(tree.method[node]), MOST_LETTERS), full, title: full, method: tree.method[node], go: () => act.zoom(node)};
  }

  /** The last step stands there always, then the first if it can, and of those between as many of the last as there is room for. */
  fit() {
    const {box, size} = this;
    const hadFocus = box.querySelector(":focus-visible") !== null;
    const room = box.clientWidth;
    const least = Math.max(0, size - 1 - Math.ceil(room / LEAST_CRUMB));
    const crumbs = Array.from({length: size - least}, (_, i) => this.crumb(i === 0 ? 0 : least + i, room));
    const current = crumbs[crumbs.length - 1];
    current.setAttribute("aria-current", "true");
    const gap = this.gap();
    box.replaceChildren(...crumbs, gap);
    const widths = [...box.children].map(item => item.offsetWidth + CRUMB_GAP);
    const isAll = least === 0 && widths.slice(0, -1).reduce((sum, width) => sum + width, 0) <= room;
    if (isAll || size === 1) {
      gap.remove();
    } else {
      this.shorten(crumbs, gap, widths, room);
    }
    if (hadFocus) {
      current.focus();
    }
  }

  shorten(crumbs, gap, widths, room) {
    let from = crumbs.length - 1;
    let left = room - widths[from] - widths[crumbs.length];
    const hasFirst = widths[0] <= left;
    left -= hasFirst ? widths[0] : 0;
    while (from > 1 && widths[from - 1] <= left) {
      left -= widths[--from];
    }
    const seen = [...(hasFirst ? [crumbs[0]] : []), gap, ...crumbs.slice(from)];
    gap.textContent = `… ${count(this.size - seen.length + 1)} more`;
    this.box.replaceChildren(...seen);
  }

  crumb(i, room) {
    const {text, title, method, go} = this.step(i);
    const most = (room - ROOM_BESIDE_CURRENT) * BOLD_FONT;
    const isTooLong = i === this.size - 1 && !fits(text, most);
    const shown = !isTooLong ? text : method >= 0 ? fittingName(this.model.names, method, most) : fitting([text], most);
    const button = element("button", "crumb", shown);
    button.title = title;
    button.addEventListener("click", go);
    return button;
  }

  gap() {
    const button = element("button", "crumb gap", `… ${count(this.size)} more`);
    button.title = "The whole call stack";
    button.setAttribute("aria-haspopup", "dialog");
    button.addEventListener("click", () => this.showList());
    return button;
  }

  showList() {
    const {list, size} = this;
    const least = Math.max(0, size - MOST_LISTED);
    const lines = Array.from({length: size - least}, (_, i) => {
      const {full, go} = this.step(least + i);
      const line = element("button", "step", full);
      line.addEventListener("click", () => {
        list.close();
        go();
      });
      return line;
    });
    lines[lines.length - 1].setAttribute("aria-current", "true");
    const farther = least > 0 ? [element("p", "hint", `… ${count(least)} more …`)] : [];
    const close = element("button", "", "Close");
    close.addEventListener("click", () => list.close());
    list.replaceChildren(element("h2", "", `Call stack, ${count(size)} deep`), ...farther, ...lines, close);
    list.showModal();
  }
}
