// Pointing at words in a text that is shown with a question: the whole of an evidence question, and the ground of
// any other. "Nowhere in this document" is an answer too.
import { fill, h, say } from "../../dom.js";
import { announce } from "../../live.js";
import { createPassageView } from "../../passage-view.js";
import { parseRef } from "../../question/refs.js";
import { createText } from "../../spans/codepoints.js";
import { anchorSpan, makeSpan } from "../../spans/span.js";

const MOST = 3; // places that still count as pointing
/** @type {Record<string, string>} */
const SHOWN = { right: "right", partly: "near", wrong: "wrong" };

const crosses = (/** @type {Crossing} */ one, /** @type {Crossing} */ other) => one.paragraph === other.paragraph && one.start < other.end && other.start < one.end;
const shorten = (/** @type {string} */ words) => (words.length > 90 ? `${words.slice(0, 88).trimEnd()}…` : words);

/**
 * `read()` gives{spans} or {nowhere: true}, {} while blank; `take()` points at what is selected, and tells whether anything was;
 * `colour(state)` says how the places are shown once marked.
 *
 * @param {any} view  siglum, edition, source, paragraphs
 * @param {(how: How) => void} changed  called after every change
 */
export function pointing(view, changed) {
  /** @type {{ id: string, text: string }[]} */
  const paragraphs = view.paragraphs ?? [];
  const texts = new Map(paragraphs.map((paragraph) => [paragraph.id, createText(paragraph.text)]));
  /** @type {Span[]} */
  let spans = [];
  let state = "";

  const passage = createPassageView({
    paragraphs,
    label: `Text of ${view.source || view.siglum}`,
    edition: view.edition,
    onSelect: (list) => add.setAttribute("aria-disabled", String(list.length === 0)),
    onKey(event) {
      if (event.key !== "Enter") return false;
      press();
      return true;
    },
  });
  const add = h(
    "button",
    {
      type: "button",
      class: "ck-button ck-quiet",
      "aria-disabled": "true",
      // Pressing a button would let go of the selection.
      on: { mousedown: (event) => event.preventDefault(), click: press },
    },
    "Point at these words",
  );
  const told = h("p", { class: "ck-hint", hidden: true });
  const list = h("ul", { class: "ck-pointed", "aria-label": "The words you point at" });
  const nowhere = h("input", { type: "checkbox", on: { change: deny } });
  const node = h(
    "div",
    { class: "ck-evidence" },
    h("div", { class: paragraphs.length > 5 ? "ck-window" : "" }, passage.element),
    h("div", { class: "ck-evidence-bar" }, add, h("label", { class: "ck-option ck-nowhere" }, nowhere, h("span", null, "Nowhere in this document"))),
    told,
    list,
  );

  /** Why nothing was pointed at: whoever sees the page reads it, whoever does not hears it. */
  function refuse(words = "") {
    say(told, words);
    told.hidden = !words;
    if (words) announce(words);
  }
  function draw() {
    refuse();
    // A saved span is coloured where its words stand now, or not at all.
    const placed = spans.map((span) => ({ paragraph: span.paragraph, ...anchorSpan(/** @type {Units} */ (texts.get(span.paragraph)), span) }));
    passage.setHighlights(placed.filter((at) => !("reason" in at)).map((at) => ({ ...at, style: SHOWN[state] ?? "chosen" })));
    fill(
      list,
      spans.map((span) =>
        h(
          "li",
          null,
          h("span", { class: "ck-sig" }, span.paragraph),
          h("q", { dir: "auto" }, shorten(span.quote)),
          h(
            "button",
            { type: "button", class: "ck-link", "aria-label": `Take back: ${shorten(span.quote)}`, on: { click: () => drop(span) } },
            "take back",
          ),
        ),
      ),
    );
    list.hidden = spans.length === 0;
  }
  function press() {
    if (!take()) refuse("Select the words first.");
  }
  function take() {
    const made = passage
      .getSelection()
      .map(({ paragraph, start, end }) => {
        const place = { source: view.siglum, edition: view.edition ?? "guide", paragraph };
        return makeSpan(place, texts.get(paragraph) ?? null, start, end);
      })
      .filter((span) => span !== null);
    if (made.length === 0) return false;
    const rest = spans.filter((span) => !made.some((one) => crosses(one, span)));
    if (rest.length + made.length > MOST) {
      refuse(rest.length ? `Point at ${MOST} places at most; take one back first.` : "Select less: a few words are enough.");
      return true;
    }
    spans = [...rest, ...made];
    nowhere.checked = false;
    passage.clear();
    draw();
    announce(`You point at: ${made.map((span) => span.quote).join(" … ")}`);
    changed({});
    return true;
  }
  function drop(/** @type {Span} */ span) {
    spans = spans.filter((one) => one !== span);
    draw();
    // The button that was pressed is gone; its neighbour is what comes next.
    (list.querySelector("button") ?? add).focus();
    changed({});
  }
  function deny() {
    if (nowhere.checked) spans = [];
    draw();
    changed({});
  }
  draw();
  return {
    node,
    hint: `Select the words that decide it and press “Point at these words”, or Enter in the text. ${MOST} places at most.`,
    read: () => (nowhere.checked ? { nowhere: true } : spans.length ? { spans } : {}),
    write(/** @type {Pointed | undefined} */ answer) {
      nowhere.checked = answer?.nowhere === true;
      spans = Array.isArray(answer?.spans) ? answer.spans.filter((span) => texts.has(span?.paragraph)) : [];
      draw();
    },
    take,
    colour(/** @type {string} */ next) {
      if (state === next) return;
      state = next;
      draw();
    },
    /** A passage of this very text is shown where the learner is looking for it. */
    show(/** @type {string} */ ref) {
      const at = parseRef(ref);
      return Boolean(at && at.source === view.siglum && texts.has(at.from) && passage.showPassage(at.from));
    },
    destroy: () => passage.destroy(),
  };
}
