// The controls above the chart: what they offer, and what they show of the state.

const CHARTS = ["icicle", "flame", "sunburst", "treemap"];

class Tools {
  constructor(model, page) {
    this.model = model;
    this.page = page;
    const {head} = model;
    this.choices = {
      width: [["time", kind.unit === "ns" ? "time" : "weight"], ["calls", kind.isSampled ? "samples" : "calls"], ...head.others.map(({key, name}) => [key, shortened(name, MOST_OF_TITLE)])],
      side: [["both", "larger of both"], ["current", "current"], ["base", "base"]],
      color: [...(head.base ? [["delta", "delta"]] : []), ["package", "package"], ["self", "self share"], ["calls", kind.isSampled ? "samples" : "calls"], ...(kind.isSampled ? [] : [["mean", "mean duration"]])],
    };
    this.title();
    this.makeRadios("chart-choice", "chart", CHARTS);
    this.makeRadios("scale", "scale", SCALES);
    this.makeChoices();
    this.listen();
  }

  get(id) {
    return document.getElementById(id);
  }

  title() {
    const {head} = this.model;
    this.get("title").textContent = head.base ? `${head.title} against ${head.base.title}` : head.title;
    this.get("title").title = this.get("title").textContent;
    this.get("summary").textContent = [...(head.base?.warnings ?? []), ...summaryOf(head)].join(" · ");
    const base = head.base ? ["", `${head.base.title}:`, ...summaryOf(head.base)] : [];
    this.get("summary").title = [...summaryOf(head), ...base].join("\n");
    document.title = `${head.title} – jprof`;
  }

  makeRadios(id, key, values) {
    for (const value of values) {
      const button = element("button", "", value);
      button.dataset[key] = value;
      button.setAttribute("role", "radio");
      button.addEventListener("click", () => this.page.set({[key]: value}, true));
      this.get(id).append(button);
    }
  }

  makeChoices() {
    for (const [key, choices] of Object.entries(this.choices)) {
      for (const [value, text] of choices) {
        const option = element("option", "", text);
        option.value = value;
        this.get(key).append(option);
      }
      this.get(key).addEventListener("change", () => this.page.set({[key]: this.get(key).value}, true));
    }
  }

  listen() {
    const {head} = this.model;
    for (const key of ["merged", "collapse", "nojdk", "regex"]) {
      this.get(key).addEventListener("change", () => this.page.toggle(key, this.get(key).checked));
    }
    this.get("nojdk").parentElement.hidden = !head.methods.jdk.includes(1);
    this.get("merged").parentElement.hidden = head.threads.length < 2;
    this.get("comparing").hidden = !head.base;
    this.get("fold").addEventListener("change", () => this.page.reshapeBy({fold: this.get("fold").value}));
    this.get("search").addEventListener("input", () => this.page.set({search: this.get("search").value}, false));
    this.get("next").addEventListener("click", () => this.page.match(1));
    this.get("previous").addEventListener("click", () => this.page.match(-1));
    this.get("svg").addEventListener("click", () => saveSvg(this.page.chart));
    this.get("png").addEventListener("click", () => savePng(this.page.chart));
    this.get("theme").addEventListener("click", () => this.page.theme());
    this.get("help").addEventListener("click", () => this.get("keys").showModal());
  }

  show(found, sum) {
    const {state, search, width, zoomed, foldIsWrong} = this.model;
    for (const [id, key] of [["chart-choice", "chart"], ["scale", "scale"]]) {
      for (const button of this.get(id).children) {
        const isOn = button.dataset[key] === state[key];
        button.setAttribute("aria-checked", isOn);
        button.tabIndex = isOn ? 0 : -1;
      }
    }
    for (const key of Object.keys(this.choices)) {
      this.get(key).value = state[key];
    }
    for (const key of ["merged", "collapse", "nojdk", "regex"]) {
      this.get(key).checked = state[key];
    }
    this.fill(["search", "fold"].filter(key => document.activeElement !== this.get(key)));
    this.get("search").classList.toggle("wrong", search.isWrong);
    this.get("fold").classList.toggle("wrong", foldIsWrong);
    this.get("matched").textContent = search.isOn
      ? `${count(found)} found, ${percent(sum, width.total[zoomed]) || "0 %"}`
      : search.isWrong ? "no regular expression" : "";
  }

  /** Of another state all fields say what is true now; otherwise what is being typed is left alone. */
  fill(keys = ["search", "fold"]) {
    for (const key of keys) {
      this.get(key).value = this.model.state[key];
    }
  }
}
