// After one's own marks, not before: the expert's, passage by passage, as something to think about.
import { append, fill, h, say } from "../dom.js";
import { many } from "../text.js";
import { wordsOf } from "./naming.js";
import { verdict } from "./expert.js";

/** The comparison in order of the text. Pure but for names. @returns {Compared[]} */
export function comparison(/** @type {App} */ app) {
  if (!app.key) return [];
  const { spans, agreement } = app.key;
  const passages = new Map((agreement?.passages ?? []).map((each) => [each.key, each]));
  const order = new Map(app.setup.editions.flatMap((edition) => edition.paragraphs.map(({ id }, n) => [id, n])));
  const theirs = spans.map((span) => {
    const passage = passages.get(span.id);
    const { paragraph, start, end, quote, reason, also } = span;
    return { paragraph, start, end, words: quote, text: verdict(app, span, passage).long, reason, also, state: passage?.state ?? "not-marked" };
  });
  const yours = (agreement?.extra ?? []).flatMap((id) => {
    const mark = app.marks.get(id);
    if (!mark) return [];
    const { paragraph, start, end } = mark.spans[0];
    const text = `You: ${app.tagName(mark.tag)}. The expert left it unmarked.`;
    return [{ paragraph, start, end, words: wordsOf(mark, 120), text, reason: mark.comment && `Your comment: ${mark.comment}`, state: "extra" }];
  });
  return [...theirs, ...yours].sort((a, b) => (order.get(a.paragraph) ?? 0) - (order.get(b.paragraph) ?? 0) || a.start - b.start);
}

/**
 * Where the reader and the expert meet; hidden until the expert's marks are here.
 *
 * @param {App} app
 * @param {Expert} expert
 * @param {(paragraph: string, start: number, end: number) => void} goTo  takes the reader to a place
 */
export function createCompare(app, expert, goTo) {
  const element = h("section", { class: "ck-compare", "aria-label": "Your marks and the expert's", hidden: true });
  /** @type {HTMLInputElement} */
  const toggle = h("input", { type: "checkbox", on: { change: () => expert.show(toggle.checked) } });
  const list = h("ol", { class: "ck-passages" });
  const head = h("p", { class: "ck-head", tabindex: "-1" });
  append(element, [
    head,
    h("label", { class: "ck-check" }, toggle, " show the expert's marks in the text (dotted above and below the words)"),
    list,
  ]);

  function passage(/** @type {Compared} */ { paragraph, start, end, words, text, reason, also, state }) {
    const visit = () => goTo(paragraph, start, end);
    return h(
      "li",
      { data: { state } },
      h("button", { type: "button", class: "ck-link", on: { click: visit } }, h("span", { class: "ck-sig" }, paragraph), " ", h("bdi", null, `“${words}”`)),
      h("div", null, text),
      reason && h("div", { class: "ck-why" }, reason),
      also && h("div", { class: "ck-why" }, `Another reader might say: ${also}`),
    );
  }
  app.on("key", () => {
    if (!app.key) return;
    const { found = 0, of = app.key.spans.length } = app.key.agreement ?? {};
    say(head, `Where you and the expert meet: ${found} of ${many(of, "passage")}. Where you do not, who has the better reason? What you alone marked need not be an error.`);
    toggle.checked = expert.shown;
    fill(list, comparison(app).map(passage));
    element.hidden = false;
  });
  return {
    element,
    /** Take the reader there. */
    reach() {
      head.focus({ preventScroll: true });
      head.scrollIntoView({ block: "start" });
    },
  };
}
