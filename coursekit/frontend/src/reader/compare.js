// After one's own marks, not before: the expert's, passage by passage, as something to think about.
import { fill, h, say } from "../dom.js";
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

/** Where the reader and the expert meet; `act` commits, and takes the reader to a place. */
export function createCompare(/** @type {App} */ app, /** @type {Expert} */ expert, /** @type {{ commit(): void, visit(paragraph: string, start: number, end: number): void }} */ act) {
  const { task } = app.setup;
  const element = h("section", { class: "ck-compare", "aria-label": "Your marks and the expert's" });
  let asked = false;
  let waiting = false;
  const button = (/** @type {string} */ label, /** @type {boolean} */ quiet, /** @type {() => void} */ click) =>
    h("button", { type: "button", class: ["ck-button", quiet && "ck-quiet"], on: { click } }, label);

  const begin = button("I have finished: show the expert's marks", true, () => {
    asked = true;
    draw();
    element.querySelector("button")?.focus();
  });
  const hint = h("span", { class: "ck-soft" });
  const question = h(
    "div",
    { class: "ck-ask" },
    h("p", null, "Your marks stay as they are, and you can go on changing them. The expert's will be laid beside them. Once seen, they cannot be unseen: finish your own reading first."),
    h(
      "div",
      { class: "ck-do" },
      button("Show them", false, () => {
        waiting = true;
        act.commit();
        draw();
      }),
      button("Not yet", true, () => {
        asked = false;
        draw();
        begin.focus();
      }),
    ),
  );
  /** @type {HTMLInputElement} */
  const toggle = h("input", { type: "checkbox", on: { change: () => expert.show(toggle.checked) } });
  const list = h("ol", { class: "ck-passages" });
  const head = h("p", { class: "ck-head" });
  const result = h(
    "div",
    null,
    head,
    h("label", { class: "ck-check" }, toggle, " show the expert's marks in the text (dotted above and below the words)"),
    list,
  );

  function passage(/** @type {Compared} */ { paragraph, start, end, words, text, reason, also, state }) {
    const visit = () => act.visit(paragraph, start, end);
    return h(
      "li",
      { data: { state } },
      h("button", { type: "button", class: "ck-link", on: { click: visit } }, h("span", { class: "ck-sig" }, paragraph), " ", h("bdi", null, `“${words}”`)),
      h("div", null, text),
      reason && h("div", { class: "ck-why" }, reason),
      also && h("div", { class: "ck-why" }, `Another reader might say: ${also}`),
    );
  }
  function draw() {
    if (!task || (app.readonly && !app.key)) {
      element.hidden = true;
      return;
    }
    if (app.key) {
      const { found = 0, of = app.key.spans.length } = app.key.agreement ?? {};
      say(head, `Where you and the expert meet: ${found} of ${many(of, "passage")}. Where you do not, who has the better reason?`);
      toggle.checked = expert.shown;
      fill(list, comparison(app).map(passage));
      if (!result.isConnected) fill(element, result);
    } else if (waiting || task.committed) {
      fill(element, h("p", { class: "ck-soft" }, "Fetching the expert's marks…"));
    } else if (asked) {
      if (!question.isConnected) fill(element, question);
    } else {
      begin.disabled = app.marks.size === 0;
      say(hint, app.marks.size === 0 ? "after at least one mark of your own" : "");
      if (!begin.isConnected) fill(element, h("div", { class: "ck-do" }, begin, hint));
    }
  }
  app.on("marks", () => {
    if (!app.key) draw();
  });
  app.on("uncommitted", () => {
    waiting = false;
    asked = false;
    draw();
  });
  app.on("key", () => {
    const asked = waiting;
    waiting = false;
    draw();
    if (!asked) return; // an older comparison has come again
    head.tabIndex = -1;
    head.focus({ preventScroll: true });
    head.scrollIntoView({ block: "start" });
  });
  draw();
  return element;
}
