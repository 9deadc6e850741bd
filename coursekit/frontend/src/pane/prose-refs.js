// References in prose: "LOG p7", "BOOK p13–p15", "LIST m2"; and in one parenthesis, after such a one, a plain "p9" of the
// same source; and what comes from outside the documents, "fact F4". Nothing is guessed elsewhere. Pure.
import { ID, SIGLUM } from "../ids.js";

const PART = new RegExp(`\\b(?:[Ff]act[ \u00a0])?(F\\d+[a-z]?)\\b|\\b(${SIGLUM})[ \u00a0](${ID})\\b|\\b(${ID})\\b|[()]`, "g");
const TO = new RegExp(`^(?:–|-|\u2011| to )(${ID})\\b`);

/** @typedef {{ text: string, source?: string, paragraph?: string, to?: string, fact?: string }} ProsePiece */

/** What is known of a block of prose so far: how deep in parentheses, and whose paragraphs are named in this one. */
export const begin = () => ({ depth: 0, source: "" });

/**
 * Split a text: [{text}], [{text, source, paragraph, to}] and [{text, fact}] in turn; `to` is where a range ends.
 *
 * @param {string} text
 * @param {{ depth: number, source: string }} state  carried on through the pieces of one block
 * @returns {ProsePiece[]}
 */
export function references(text, state) {
  /** @type {ProsePiece[]} */
  const found = [];
  let at = 0;
  for (const match of text.matchAll(PART)) {
    const [all, fact, siglum, first, plain] = match;
    if (match.index < at) continue; // the end of a range just taken
    if (all === "(" || all === ")") {
      state.depth = Math.max(0, state.depth + (all === "(" ? 1 : -1));
      state.source = "";
      continue;
    }
    if (fact) {
      if (match.index > at) found.push({ text: text.slice(at, match.index) });
      found.push({ text: all, fact });
      at = match.index + all.length;
      continue;
    }
    const source = siglum ?? (state.depth > 0 ? state.source : "");
    const paragraph = first ?? plain;
    if (siglum && state.depth > 0) state.source = siglum;
    if (!source) continue;
    const end = match.index + all.length;
    const [rest = "", to = paragraph] = TO.exec(text.slice(end)) ?? [];
    if (match.index > at) found.push({ text: text.slice(at, match.index) });
    found.push({ text: all + rest, source, paragraph, to });
    at = end + rest.length;
  }
  if (at < text.length) found.push({ text: text.slice(at) });
  return found;
}

// Beside a button a line may break anywhere: "(" would be left at the end of one, and ")." would begin the next.
const OPENING = /[([‘“]*$/;
const CLOSING = /^[)\]’”.,;:!?]*/;

/**
 * Give each reference that becomes a button the signs that stay on its line, and take them from the text around. Pure.
 *
 * @param {{ text: string }[]} pieces
 * @param {boolean[]} known  which become buttons
 * @returns {{ text: string, opening: string, closing: string }[]}
 */
export function withSigns(pieces, known) {
  const found = pieces.map(({ text }) => ({ text, opening: "", closing: "" }));
  for (const [n, piece] of found.entries()) {
    if (known[n]) continue;
    if (known[n - 1]) found[n - 1].closing = CLOSING.exec(piece.text)?.[0] ?? "";
    const rest = piece.text.slice(found[n - 1]?.closing.length ?? 0);
    if (known[n + 1]) found[n + 1].opening = OPENING.exec(rest)?.[0] ?? "";
    piece.text = rest.slice(0, rest.length - (found[n + 1]?.opening.length ?? 0));
  }
  return found;
}
