// A cursor that moves by words, and what it has selected. Pure: positions are {i, w}, a paragraph's index
// and a word's in it; `texts` are [{value, words}] of one edition in order.
import { trimmed } from "./words.js";

/** Where the cursor is after a key; `line` tells the word a line up (-1) or down (1), or null. */
export function moved(/** @type {Texts} */ texts, /** @type {Spot} */ head, /** @type {string} */ key, /** @type {(head: Spot, direction: number) => Spot | null} */ line = () => null) {
  const { i, w } = head;
  const words = (/** @type {number} */ n) => texts[n].words.length;
  const next = (/** @type {number} */ n) => texts.findIndex((text, at) => at > n && text.words.length > 0);
  const previous = (/** @type {number} */ n) => texts.findLastIndex((text, at) => at < n && text.words.length > 0);
  const first = (/** @type {number} */ n) => (n < 0 ? head : { i: n, w: 0 });
  const last = (/** @type {number} */ n) => (n < 0 ? head : { i: n, w: words(n) - 1 });
  switch (key) {
    case "ArrowRight":
      return w + 1 < words(i) ? { i, w: w + 1 } : first(next(i));
    case "ArrowLeft":
      return w > 0 ? { i, w: w - 1 } : last(previous(i));
    case "ArrowDown":
      return line(head, 1) ?? first(next(i));
    case "ArrowUp":
      return line(head, -1) ?? last(previous(i));
    case "PageDown":
      return first(next(i));
    case "PageUp":
      return w > 0 ? { i, w: 0 } : first(previous(i));
    case "Home":
      return { i, w: 0 };
    case "End":
      return { i, w: Math.max(0, words(i) - 1) };
    default:
      return null;
  }
}

/**
 * The cursor after a key. `cursor` is {head, anchor}; anchor is null while nothing is selected. The first
 * step with Shift takes the word under the cursor, each further one a word more or fewer.
 */
export function step(/** @type {Texts} */ texts, /** @type {{ head: Spot, anchor: Spot | null }} */ cursor, /** @type {{ key: string, shift: boolean }} */ { key, shift }, /** @type {(head: Spot, direction: number) => Spot | null} */ line) {
  const taken = { head: cursor.head, anchor: cursor.head };
  if (key === " ") return taken;
  if (shift && !cursor.anchor && (key === "ArrowRight" || key === "ArrowLeft")) return taken;
  const head = moved(texts, cursor.head, key, line);
  if (!head) return null;
  return { head, anchor: shift ? (cursor.anchor ?? cursor.head) : null };
}

/**
 * What lies between anchor and head: [{i, start, end}] in UTF-16 units. It begins and ends with a word; over a
 * paragraph's end it takes everything along, as a selection with the mouse does.
 */
export function taken(/** @type {Texts} */ texts, /** @type {{ head: Spot, anchor: Spot | null }} */ { head, anchor }) {
  if (!anchor) return [];
  const [one, two] = anchor.i < head.i || (anchor.i === head.i && anchor.w <= head.w) ? [anchor, head] : [head, anchor];
  const ranges = [];
  for (let i = one.i; i <= two.i; i += 1) {
    const { value, words } = texts[i];
    const kept = trimmed(value, i === one.i ? (words[one.w]?.[0] ?? 0) : 0, i === two.i ? (words[two.w]?.[1] ?? 0) : value.length);
    if (kept) ranges.push({ i, start: kept[0], end: kept[1] });
  }
  return ranges;
}
