// Which marks belong to which row, and in which order. Kept up mark by mark, never made anew.

/** @type {Record<string, string>} */
const OTHER = { guide: "in the calendar only", text: "in the full text only" };

export function createIndex(/** @type {App} */ app) {
  /** @type {Map<string, Map<string, Annotation>>} */
  const rows = new Map(); // paragraph id -> Map(annotation id -> annotation)

  function put(/** @type {string} */ paragraph, /** @type {Annotation} */ annotation) {
    const there = rows.get(paragraph) ?? new Map();
    rows.set(paragraph, there.set(annotation.id, annotation));
  }
  const placesIn = (/** @type {Annotation} */ annotation, /** @type {string} */ paragraph) =>
    app.placing.places(annotation).filter((place) => place.paragraph === paragraph);

  // Carried over to the other edition or not, a passage stays in its paragraph.
  for (const annotation of app.marks.values()) for (const { paragraph } of annotation.spans) put(paragraph, annotation);
  return {
    update(/** @type {Annotation | null} */ before, /** @type {Annotation | null} */ after) {
      if (before) for (const { paragraph } of before.spans) rows.get(paragraph)?.delete(before.id);
      if (after) for (const { paragraph } of after.spans) put(paragraph, after);
    },
    size: (/** @type {string} */ paragraph) => rows.get(paragraph)?.size ?? 0,
    /**
     * What a row shows while the editions `shown` are on the page:
     * [{annotation, places, words, from, until, elsewhere}], in the order of the words.
     */
    entries(/** @type {string} */ paragraph, /** @type {string[]} */ shown) {
      const both = app.setup.editions.length > 1;
      /** @type {Listed[]} */
      const list = [];
      for (const annotation of rows.get(paragraph)?.values() ?? []) {
        if (app.filter && annotation.tag !== app.filter) continue;
        const all = placesIn(annotation, paragraph);
        const places = all.filter((place) => shown.includes(place.edition));
        const [first, last] = [annotation.spans[0], annotation.spans[annotation.spans.length - 1]];
        const carried = all.some((place) => !place.own);
        // Said where it matters: the edition is not on the page, or the other one stands beside it.
        const alone = both && !carried && (places.length === 0 || shown.length > 1);
        list.push({
          annotation,
          places,
          at: Math.min(...(places.length > 0 ? places : all).map((place) => place.start)),
          words: annotation.spans.filter((span) => span.paragraph === paragraph).map((span) => span.quote).join(" … "),
          from: first.paragraph === paragraph ? "" : first.paragraph,
          until: last.paragraph === paragraph ? "" : last.paragraph,
          elsewhere: alone ? OTHER[first.edition] : "",
        });
      }
      return list.sort((one, other) => one.at - other.at);
    },
  };
}
