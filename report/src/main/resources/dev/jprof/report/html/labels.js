// Text in the room that there is.

const measuring = document.createElement("canvas").getContext("2d");
measuring.font = FONT;
const measured = new Map();

function textWidth(text) {
  let width = measured.get(text);
  if (width === undefined) {
    if (measured.size > 20000) {
      measured.clear();
    }
    width = measuring.measureText(text).width;
    measured.set(text, width);
  }
  return width;
}

/** Narrower than any letter but a few, for a first guess. */
const LEAST_LETTER = 3;
const USUAL_LETTER = 6.4;
const FEWEST_LETTERS = 6;

/** The first of the texts that fits, or the last one shortened, or nothing. */
function fitting(texts, room) {
  for (const text of texts) {
    if (fits(text, room)) {
      return text;
    }
  }
  return shrunk("", texts[texts.length - 1], room);
}

function fits(text, room) {
  return text.length * LEAST_LETTER < room && textWidth(text) <= room;
}

/** A fixed end behind what is shortened until both fit; nothing if too little would be left to recognise it. */
function shrunk(end, text, room) {
  const fewest = Math.min(FEWEST_LETTERS, text.length);
  for (let letters = Math.floor(room / USUAL_LETTER) + 2 - end.length; letters >= fewest; letters--) {
    const shorter = shortened(text, letters) + end;
    if (fits(shorter, room)) {
      return shorter;
    }
  }
  return "";
}

/** As much of a method's name as fits: the package goes first, then the middle of the class, then the class. */
function fittingName(names, method, room) {
  if (room < FEWEST_LETTERS * LEAST_LETTER) {
    return "";
  }
  const [type, name] = names.parts(method);
  for (const text of [names.full(method), names.short(method), type ? `${type}.${name}` : name]) {
    if (fits(text, room)) {
      return text;
    }
  }
  return (type && shrunk(`.${name}`, type, room)) || fitting([names.alone(method)], room);
}
