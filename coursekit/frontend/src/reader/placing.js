// Where on the page a mark is shown: its own passages, and the same words in the other edition where the
// guide quotes them.
import { createText } from "../spans/codepoints.js";
import { carrySpan } from "../spans/carry.js";

const place = (/** @type {Place | Span} */ { edition, paragraph, start, end }, /** @type {boolean} */ own) => ({ edition, paragraph, start, end, own });

/**
 * @param {Edition[]} editions
 * @param {Record<string, Link[]>} links  by paragraph: guide start, guide end, text start, text end of each phrase
 */
export function createPlacing(editions, links = {}) {
  /** @type {Map<string, Units | null>} */
  const texts = new Map(); // "guide p7" -> createText, made when first asked for
  const raw = new Map(
    editions.flatMap(({ name, paragraphs }) => paragraphs.map(({ id, text }) => [`${name} ${id}`, text])),
  );
  /** @type {WeakMap<object, Place[]>} */
  const known = new WeakMap();

  function textOf(/** @type {string} */ edition, /** @type {string} */ paragraph) {
    const key = `${edition} ${paragraph}`;
    if (!texts.has(key)) texts.set(key, raw.has(key) ? createText(raw.get(key)) : null);
    return texts.get(key) ?? null;
  }
  function carried(/** @type {Span} */ span) {
    const other = span.edition === "guide" ? "text" : "guide";
    if (!raw.has(`${other} ${span.paragraph}`)) return null;
    const links_ = Object.hasOwn(links, span.paragraph) ? links[span.paragraph] : null;
    return carrySpan(span, textOf(span.edition, span.paragraph), textOf(other, span.paragraph), links_);
  }
  /** [{edition, paragraph, start, end, own}] in code points; own: false where it was carried over. */
  function places(/** @type {{ spans: Span[] }} */ annotation) {
    let found = known.get(annotation);
    if (!found) {
      found = [];
      for (const span of annotation.spans) {
        found.push(place(span, true));
        const copy = editions.length > 1 ? carried(span) : null;
        if (copy) found.push(place(copy, false));
      }
      known.set(annotation, found);
    }
    return found;
  }
  return { textOf, places };
}
