// The expert's marks laid over one's own: a dotted box around the words, a dotted note beside them.
import { fill, h } from "../dom.js";
import { createLayer } from "../highlights.js";

/** The verdict on one of the expert's marks, in words a reader can think about. */
export function verdict(/** @type {App} */ app, /** @type {KeySpan} */ span, /** @type {KeyPassage | undefined} */ passage) {
  const yours = (passage?.yours ?? []).map((id) => app.marks.get(id)).filter((mark) => mark !== undefined);
  const names = [...new Set(yours.map((mark) => app.tagName(mark.tag)))].join(", ");
  const expert = span.tags.map((tag) => app.tagName(tag)).join(" or ");
  switch (passage?.state) {
    case "agreed":
      return { short: "you both", long: `You and the expert both: ${names || expert}.` };
    case "other-tag":
      return { short: `you: ${names}`, long: `The expert: ${expert}. You: ${names}.` };
    default:
      return span.optional
        ? { short: "you left it", long: `The expert: ${expert}. You left it unmarked, which is defensible too.` }
        : { short: "you left it", long: `The expert: ${expert}. You left it unmarked.` };
  }
}

export function createExpert(/** @type {App} */ app, /** @type {TextPane} */ pane) {
  const layer = createLayer("ck-expert");
  /** @type {Map<string, HTMLElement>} */
  const lists = new Map(); // paragraph -> ol
  let shown = true; // from the moment they come; then as the reader wants

  function placesOf(/** @type {KeySpan} */ span) {
    const edition = app.key?.edition ?? "guide";
    const words = { ...span, source: span.source ?? app.setup.source.siglum, edition: span.edition ?? edition, quote: span.quote ?? "" };
    return app.placing.places({ spans: [words] });
  }
  function note(/** @type {KeySpan} */ span, /** @type {KeyPassage | undefined} */ passage) {
    return h(
      "li",
      { class: "ck-note ck-expert", data: { colour: app.tags.get(span.tags[0])?.colour ?? 0 } },
      h("span", { class: "ck-soft" }, "Expert: "),
      h("b", { class: "ck-tagname" }, span.tags.map((tag) => app.tagName(tag)).join(" or ")),
      " ",
      h("bdi", { class: "ck-quoted" }, span.quote),
      h("div", { class: "ck-comment" }, span.reason),
      h("div", { class: "ck-soft" }, verdict(app, span, passage).short),
    );
  }
  function draw() {
    layer.clear();
    for (const list of lists.values()) list.remove();
    if (!shown || !app.key) return;
    const passages = new Map((app.key.agreement?.passages ?? []).map((each) => [each.key, each]));
    /** @type {Painted[]} */
    const ranges = [];
    /** @type {Map<string, KeySpan[]>} */
    const byRow = new Map();
    for (const span of app.key.spans) {
      byRow.set(span.paragraph, [...(byRow.get(span.paragraph) ?? []), span]);
      for (const { edition, paragraph, start, end } of placesOf(span)) {
        const item = pane.rows.shown.includes(edition) && pane.rows.row(paragraph)?.cells.get(edition)?.item;
        if (item) ranges.push([item.leaf, item.text.unit(start), item.text.unit(end)]);
      }
    }
    layer.show(ranges);
    for (const [paragraph, spans] of byRow) {
      const row = pane.rows.row(paragraph);
      if (!row) continue;
      const list = lists.get(paragraph) ?? h("ol", { class: "ck-notes", "aria-label": `The expert's marks in ${paragraph}` });
      lists.set(paragraph, list);
      fill(list, spans.sort((a, b) => a.start - b.start).map((span) => note(span, passages.get(span.id))));
      row.side.append(list);
    }
  }
  return {
    get shown() {
      return shown;
    },
    show(/** @type {boolean} */ on) {
      shown = on;
      draw();
    },
    renew: draw,
    destroy: () => layer.clear(),
  };
}
