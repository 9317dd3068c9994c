// What is looked at, kept in the address behind the #, so that a view can be bookmarked and sent.

const DEFAULTS = {
  chart: "icicle", width: "time", side: "", scale: "absolute", color: "", merged: false, collapse: false, nojdk: false, fold: "", search: "",
  regex: false, sort: "", root: "", node: "", selected: "", method: "", group: "",
};

/** How the table is sorted when nothing is said. */
const FIRST_SORT = "-tottime";
const SCALES = ["absolute", "share"];

/** Stands for the selected node where there is none, since what is zoomed to is selected as long as nothing else is said. */
const NOTHING = "none";

/** Root, node, selected node and method stand as what they are called; the page knows their numbers. */
function stateOf(fragment) {
  const state = {...DEFAULTS};
  for (const [key, text] of new URLSearchParams(fragment.replace(/^#/, ""))) {
    if (key in DEFAULTS) {
      state[key] = typeof DEFAULTS[key] === "boolean" ? text === "1" : text;
    }
  }
  return state;
}

function fragmentOf(state) {
  const words = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) {
    if (value !== DEFAULTS[key]) {
      words.set(key, value === true ? "1" : String(value));
    }
  }
  return `#${words}`;
}

/** A step can be gone back; anything else only changes where one is. A page in a frame of a notebook has no address. */
function remember(state, isStep) {
  const fragment = fragmentOf(state);
  if (location.protocol !== "about:" && fragment !== (location.hash || "#")) {
    history[isStep ? "pushState" : "replaceState"](null, "", fragment === "#" ? location.pathname + location.search : fragment);
  }
}
