// The names of sources and of their paragraphs, as `coursekit/sources/record.py` takes them. Pure.

/** A source's siglum, as "LOG" or "DIARY2"; for a pattern. */
export const SIGLUM = "[A-Z][A-Z0-9]{1,9}";

/** A paragraph's id, as "p7", "fn2" or "e1.t"; for a pattern. */
export const ID = "[a-z]{1,3}[0-9]{1,4}(?:\\.[a-z])?";

const WHOLE = /^([a-z]{1,3})([0-9]{1,4})(?:\.([a-z]))?$/;

/** The letters, the number and the field of an id; no letters where it is none. */
export function partsOf(/** @type {string} */ id) {
  const [, letters = "", number = "", field = ""] = WHOLE.exec(id) ?? [];
  return { letters, number: Number(number), field };
}
