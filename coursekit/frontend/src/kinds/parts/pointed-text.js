// The text that one points into, on the page: in the pane beside the lesson, or with the question where there is none.
import { fill, h, say } from "../../dom.js";
import { createPassageView } from "../../passage-view.js";
import { createFindBar } from "../../spans/findbar.js";
import { anchorSpan, makeSpan } from "../../spans/span.js";
import { unitInFront } from "../../unit.js";

/** @type {Record<string, string>} */
const SHOWN = { right: "right", partly: "near", wrong: "wrong" };
const LATE = 4000; // ms without an answer until it is said that none came

/**
 * @param {{ siglum: string, edition?: string, source?: string }} view
 * @param {(() => unknown) | null} press  the reader wants to point at what is selected; null where the text is only read
 * @param {{ boxed: boolean }} how  boxed: it stands with the question, where a long text scrolls by itself; else in the
 *     pane, with a bar that finds phrases
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
  const waiting = h("p", { class: "ck-soft" }, "Fetching the text…");
  const late = setTimeout(() => say(waiting, `The text cannot be shown now. Run the ${unitInFront()} again.`), LATE);
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
    const bar = add.closest(".ck-tools");
    return bar ? Math.max(0, innerHeight - bar.getBoundingClientRect().top) : 0;
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
        onKey(event) {
          if (event.key !== "Enter" || !press) return false;
          press();
          return true;
        },
      });
      text.classList.toggle("ck-window", boxed && paragraphs.length > 5);
      if (!boxed) find = createFindBar(passage.sought, { choose: () => press?.(), does: press ? "Point at this" : "", covered });
      fill(text, find?.element, passage.element);
      if (wanted) life.show(...wanted);
    },
    /** What is selected, as spans. */
    selected() {
      const found = passage?.getSelection() ?? [];
      return found
        .map(({ paragraph, start, end }) => makeSpan({ source: view.siglum, edition: view.edition ?? "guide", paragraph }, texts.get(paragraph) ?? null, start, end))
        .filter((span) => span !== null);
    },
    /** Colour the places pointed at, each by its tone; a saved span where its words stand now, or not at all. */
    colour(/** @type {Span[]} */ spans, /** @type {string[]} */ tones) {
      const placed = spans.flatMap((span, n) => {
        const text = texts.get(span.paragraph);
        return text ? [{ paragraph: span.paragraph, style: SHOWN[tones[n]] ?? "chosen", ...anchorSpan(text, span) }] : [];
      });
      passage?.setHighlights(placed.filter((at) => !("reason" in at)));
    },
    letGo: () => passage?.clear(),
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
