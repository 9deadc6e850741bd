// The text that one points into, on the page: in the pane beside the lesson, or with the question where there is none.
import { fill, h, say } from "../../dom.js";
import { createPassageView } from "../../passage-view.js";
import { createFindBar } from "../../spans/findbar.js";
import { anchorSpan, makeSpan } from "../../spans/span.js";
import { anewInFront, awaitedInFront, sentence } from "../../unit.js";

/** @type {Record<string, string>} */
const SHOWN = { right: "right", partly: "near", wrong: "wrong" };
const FEW = 5; // paragraphs, which are seen at once
const LATE = 4000; // ms without an answer until it is said that none came

/** @typedef {ReturnType<typeof import("../../spans/taps.js").createTaps>} Taps */

/**
 * @param {{ siglum: string, edition?: string, source?: string, taps?: Taps }} view
 * @param {(() => unknown) | null} press  the reader wants to point at what is selected; null where the text is only read
 * @param {{ boxed: boolean }} how  boxed: it stands with the question, where a long text scrolls by itself; else in the
 *     pane. A bar finds phrases, in the pane and in a long text
 */
export function createPointedText(view, press, { boxed }) {
  /** @type {ReturnType<typeof createPassageView> | null} */
  let passage = null;
  /** @type {Map<string, Units>} */
  let texts = new Map();
  /** @type {ReturnType<typeof createFindBar> | null} */
  let find = null;
  /** @type {[string, string, { focus?: boolean, to?: string }] | null} */
  let wanted = null; // where to go once the text is here
  /** @type {Span[]} */
  let carried = []; // what is to be selected once the text is here
  let first = ""; // the paragraph to begin at then
  const waiting = h("p", { class: "ck-soft" }, "Fetching the text…");
  const late = setTimeout(() => say(waiting, awaitedInFront() ? `The text comes ${awaitedInFront()}.` : `The text cannot be shown now. ${sentence(anewInFront())}.`), LATE);
  const text = h("div", { class: "ck-pointed-text" }, waiting);
  const add = h(
    "button",
    {
      type: "button",
      class: "ck-button ck-quiet",
      "aria-disabled": "true",
      // Pressing a button would let go of the selection.
      on: { mousedown: (event) => event.preventDefault(), click: () => press?.() },
    },
    "Point at these words",
  );
  /** Px of the text's end that the bar with the button stands over. */
  function covered() {
    const bar = add.closest(".ck-tools, .ck-over-text");
    return bar ? Math.max(0, innerHeight - bar.getBoundingClientRect().top) : 0;
  }
  function tapped(/** @type {{ paragraph: string, at: number }} */ { paragraph, at }) {
    const text = texts.get(paragraph);
    const next = text && view.taps?.tap(paragraph, text, at);
    passage?.select(next ? [next] : [], { stay: true });
  }
  /** Where spans stand now, each with its number among them; what does not stand here is left out. */
  function placed(/** @type {Span[]} */ spans) {
    return spans.flatMap((span, n) => {
      const text = texts.get(span.paragraph);
      const at = text ? anchorSpan(text, span) : { reason: "missing" };
      return "reason" in at ? [] : [{ n, paragraph: span.paragraph, ...at }];
    });
  }
  function takeAway() {
    find?.destroy();
    passage?.destroy();
    find = passage = null;
  }
  const life = {
    text,
    add,
    /** Show the text, or why it is not open yet. */
    draw(/** @type {PointedText} */ { paragraphs, locked }, /** @type {Map<string, Units>} */ units) {
      clearTimeout(late);
      takeAway();
      texts = units;
      add.hidden = Boolean(locked) || paragraphs.length === 0;
      if (add.hidden) {
        fill(text, h("p", { class: "ck-locked" }, locked || "This text is not here. Add your own copy of it, or say “nowhere” if you know it."));
        return;
      }
      passage = createPassageView({
        paragraphs,
        label: `Text of ${view.source || view.siglum}`,
        edition: view.edition,
        onSelect: (list) => add.setAttribute("aria-disabled", String(list.length === 0)),
        onPoint: view.taps ? tapped : undefined,
        onKey(event) {
          if (event.key !== "Enter" || !press) return false;
          press();
          return true;
        },
      });
      const long = paragraphs.length > FEW;
      passage.element.classList.toggle("ck-window", boxed && long);
      // A browser's own search does not stop at the words that one may point at, and JupyterLab's sees none of them.
      if (long || !boxed) find = createFindBar(passage.sought, { choose: () => press?.(), does: press ? "Point at this" : "", covered });
      fill(text, find?.element, passage.element);
      if (first) life.begin(first);
      if (wanted) life.show(...wanted);
      if (carried.length > 0) life.pick(carried);
    },
    /** What is selected, as spans. */
    selected() {
      if (!passage) return carried;
      return passage
        .getSelection()
        .map(({ paragraph, start, end }) => makeSpan({ source: view.siglum, edition: view.edition ?? "guide", paragraph }, texts.get(paragraph) ?? null, start, end))
        .filter((span) => span !== null);
    },
    /** Colour the places pointed at, each by its tone; a saved span where its words stand now, or not at all. */
    colour(/** @type {Span[]} */ spans, /** @type {string[]} */ tones) {
      passage?.setHighlights(placed(spans).map(({ n, ...at }) => ({ ...at, style: SHOWN[tones[n]] ?? "chosen" })));
    },
    letGo() {
      carried = [];
      view.taps?.forget();
      passage?.clear();
    },
    /** Select words that were selected where the same text was shown before: now, or as soon as the text is here. */
    pick(/** @type {Span[]} */ spans) {
      carried = passage ? [] : spans;
      passage?.select(placed(spans), { below: covered() });
    },
    /** Begin at a paragraph: now, or as soon as the text is here. */
    begin(/** @type {string} */ paragraph) {
      first = passage ? "" : paragraph;
      passage?.begin(paragraph);
    },
    /** Go to a paragraph: now, or as soon as the text is here. */
    show(/** @type {string} */ paragraph, /** @type {string} */ quote, /** @type {{ focus?: boolean, to?: string }} */ how = {}) {
      wanted = passage ? null : [paragraph, quote, how];
      return passage?.showPassage(paragraph, quote, how) ?? false;
    },
    destroy() {
      clearTimeout(late);
      takeAway();
    },
  };
  return life;
}
