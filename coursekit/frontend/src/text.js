// The prose of authors has one piece of markup: *emphasis*. Everything else is shown as typed.
import { h } from "./dom.js";

// The same rule as coursekit.html.prose.
const EMPHASIS = /\*([^*\s](?:[^*]{0,200}[^*\s])?)\*/g;

/** Split prose into pieces: [{text, em}]. Pure. */
export function pieces(/** @type {unknown} */ prose) {
  const text = String(prose ?? "");
  const found = [];
  let at = 0;
  for (const match of text.matchAll(EMPHASIS)) {
    if (match.index > at) found.push({ text: text.slice(at, match.index), em: false });
    found.push({ text: match[1], em: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) found.push({ text: text.slice(at), em: false });
  return found;
}

/** Prose as children for `h`: strings and <em>. */
export function rich(/** @type {unknown} */ prose) {
  return pieces(prose).map((piece) => (piece.em ? h("em", null, piece.text) : piece.text));
}

/** Prose without its markup, for labels and announcements. */
export function plain(/** @type {unknown} */ prose) {
  return pieces(prose).map((piece) => piece.text).join("");
}

/** How many words are in a text: runs of letters and digits, an apostrophe inside them. As in coursekit.questions. */
export function countWords(/** @type {unknown} */ text) {
  return (String(text ?? "").match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu) ?? []).length;
}

/** 1 word, 2 words. */
export function many(/** @type {number} */ count, /** @type {string} */ one, more = `${one}s`) {
  return `${count} ${count === 1 ? one : more}`;
}

/** A moment as people read it: ISO times become local hours and minutes, the day named if not today. */
export function clock(/** @type {unknown} */ at, now = new Date()) {
  const text = String(at ?? "");
  if (!/^\d{4}-\d\d-\d\dT/.test(text)) return text;
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) return "";
  const hours = `${String(time.getHours()).padStart(2, "0")}:${String(time.getMinutes()).padStart(2, "0")}`;
  if (time.toDateString() === now.toDateString()) return hours;
  const year = time.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return `${time.toLocaleDateString("en-GB", { day: "numeric", month: "long", year })}, ${hours}`;
}
