// Where on the page a mark is shown: its own passages, and the same words in the other edition where the
// guide quotes them.
import { createText } from "../spans/codepoints.js";
import { carrySpan } from "../spans/carry.js";

const place = ({ edition, paragraph, start, end }, own) => ({ edition, paragraph, start, end, own });

/**
 * @param editions  [{name, paragraphs: [{id, text, …}]}]
 * @param links     {paragraph: [[guide start, guide end, text start, text end], …]}
 */
export function createPlacing(editions, links = {}) {
  const texts = new Map(); // "guide p7" -> createText, made when first asked for
  const raw = new Map(
    editions.flatMap(({ name, paragraphs }) => paragraphs.map(({ id, text }) => [`${name} ${id}`, text])),
  );
  const known = new WeakMap();

  function textOf(edition, paragraph) {
    const key = `${edition} ${paragraph}`;
    if (!texts.has(key)) texts.set(key, raw.has(key) ? createText(raw.get(key)) : null);
    return texts.get(key);
  }
  function carried(span) {
    const other = span.edition === "guide" ? "text" : "guide";
    if (!raw.has(`${other} ${span.paragraph}`)) return null;
    const links_ = Object.hasOwn(links, span.paragraph) ? links[span.paragraph] : null;
    return carrySpan(span, textOf(span.edition, span.paragraph), textOf(other, span.paragraph), links_);
  }
  /** [{edition, paragraph, start, end, own}] in code points; own: false where it was carried over. */
  function places(annotation) {
    if (!known.has(annotation)) {
      const found = [];
      for (const span of annotation.spans) {
        found.push(place(span, true));
        const copy = editions.length > 1 ? carried(span) : null;
        if (copy) found.push(place(copy, false));
      }
      known.set(annotation, found);
    }
    return known.get(annotation);
  }
  return { textOf, places };
}
