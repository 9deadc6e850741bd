// Pointing at words in a text: the whole of an evidence question, and the ground of any other. "Nowhere in this
// document" is an answer too. The text stands in the pane beside the lesson, or with the question where there is none.
import { fill, h, say } from "../../dom.js";
import { announce } from "../../live.js";
import { byKeyboard } from "../../pane/client.js";
import { parseRef } from "../../question/refs.js";
import { createText } from "../../spans/codepoints.js";
import { createPointedText } from "./pointed-text.js";
import { TOLD, tonesOf } from "./place-tones.js";
import { pointSheet } from "./point-sheet.js";

const THREE = 3; // places that still count as pointing

const crosses = (/** @type {Crossing} */ one, /** @type {Crossing} */ other) => one.paragraph === other.paragraph && one.start < other.end && other.start < one.end;
const shorten = (/** @type {string} */ words) => (words.length > 90 ? `${words.slice(0, 88).trimEnd()}…` : words);

/**
 * `read()` gives {spans} or {nowhere: true}, {} while blank; `take()` points at what is selected, and tells whether
 * anything was; `colour(mark)` shows each place as it was marked; `place(lesson)` says where the text stands,
 * and `told(text)` brings it; `attend()` turns the pane to it; `close(mark)` says that in the pane a marked question takes
 * no more words.
 *
 * @param {any} view  siglum, edition, source, ids (of the paragraphs); most: how many places, where it is not three;
 *     nowhere: how that is said, "" where it is no answer; taps: from spans/taps.js, where a finger picks words by tapping
 * @param {Room} room  changed: called after every change; askText: asks for the text
 */
export function pointing(view, room) {
  const ids = new Set(view.ids ?? []);
  const most = view.most ?? THREE;
  const limit = most === 1 ? "One place." : `${most} places at most.`;
  /** @type {Span[]} */
  let spans = [];
  /** @type {Mark | null} */
  let verdict = null;
  /** @type {Span[]} */
  let judged = []; // the places that it speaks of
  let marked = ""; // what the button of the marked question is called; nothing more is pointed at before it is pressed
  /** @type {PointedText | null} */
  let given = null;
  /** @type {Map<string, Units>} */
  let texts = new Map();
  /** @type {ReturnType<typeof createPointedText> | null} */
  let live = null; // the text while it is on the page
  /** @type {ReturnType<typeof createPointedText> | null} */
  let reader = null; // the text while somebody else's reference shows it
  /** @type {PaneLesson | null} */
  let lesson = null;
  let placed = false;
  let wanted = false; // the text is to stand with the question, as soon as it is known that there is no pane
  let leave = () => {};

  const hint = h("span", null, limit);
  const told = h("p", { class: "ck-hint", hidden: true });
  const list = h("ul", { class: "ck-pointed", "aria-label": "The words you point at" });
  const nowhere = h("input", { type: "checkbox", on: { change: deny } });
  const bar = h("div", { class: "ck-evidence-bar" }, view.nowhere !== "" && h("label", { class: "ck-option ck-nowhere" }, nowhere, h("span", null, view.nowhere ?? "Nowhere in this document")));
  const node = h("div", { class: "ck-evidence" }, bar, told, list);
  /** @type {HTMLButtonElement} */
  let main; // what leads to the text, or takes what is selected in it
  const sheet = pointSheet(view, room, node, {
    mount() {
      live = createPointedText(view, press, { boxed: false });
      arrive();
      return live;
    },
    read() {
      const made = createPointedText(view, null, { boxed: false });
      reader = made;
      arrive();
      return {
        ...made,
        destroy() {
          if (reader === made) reader = null;
          made.destroy();
        },
      };
    },
    leave() {
      live = null;
    },
    ready: () => !given?.locked,
    marked: () => marked,
  });

  /** Why nothing was pointed at: whoever sees the page reads it, whoever does not hears it. */
  function refuse(words = "") {
    say(told, words);
    told.hidden = !words;
    sheet.say(words);
    if (words) announce(words);
  }
  /** The text, as far as it is here, into its place; asked for where it is not. */
  function arrive() {
    if (!given || given.locked) room.askText();
    if (given) for (const each of [live, reader]) each?.draw(given, texts);
    live?.colour(spans, tonesOf(spans, judged, verdict));
  }
  function draw() {
    refuse();
    const tones = tonesOf(spans, judged, verdict);
    live?.colour(spans, tones);
    fill(
      list,
      spans.map((span, n) =>
        h(
          "li",
          tones[n] ? { data: { tone: tones[n] } } : null,
          h("span", { class: "ck-sig" }, span.paragraph),
          h("q", { dir: "auto" }, shorten(span.quote)),
          spans.length > 1 && TOLD[tones[n]] ? h("b", { class: "ck-tone" }, TOLD[tones[n]]) : null,
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
    if (marked && lesson) announce(sheet.say(""));
    else if (!take()) refuse(view.taps ? "Tap the words first." : "Select the words first.");
  }
  function take() {
    const here = live?.selected() ?? [];
    // Words selected where the same source is read are as good.
    const made = here.length > 0 ? here : (lesson?.picked(view.siglum) ?? []).filter((span) => ids.has(span.paragraph));
    if (made.length === 0) return false;
    // Where there is one place only, other words take its place.
    const rest = most === 1 ? [] : spans.filter((span) => !made.some((one) => crosses(one, span)));
    if (rest.length + made.length > most) {
      refuse(rest.length ? `Point at ${most} places at most; take one back first.` : "Select less: a few words are enough.");
      return true;
    }
    spans = [...rest, ...made];
    nowhere.checked = false;
    live?.letGo();
    draw();
    sheet.say(`You point at ${made.map((span) => `“${shorten(span.quote)}”`).join(" and ")}.`);
    announce(`You point at: ${made.map((span) => span.quote).join(" … ")}`);
    room.changed({});
    return true;
  }
  function drop(/** @type {Span} */ span) {
    spans = spans.filter((one) => one !== span);
    draw();
    // The button that was pressed is gone; its neighbour is what comes next.
    (list.querySelector("button") ?? main)?.focus();
    room.changed({});
  }
  function deny() {
    if (nowhere.checked) spans = [];
    draw();
    room.changed({});
  }
  /** The text with the question itself. */
  function standHere() {
    if (live) return;
    live = createPointedText(view, press, { boxed: true });
    main = live.add;
    node.prepend(live.text);
    bar.prepend(live.add);
    arrive();
  }
  draw();
  return {
    node,
    hint,
    read: () => (nowhere.checked ? { nowhere: true } : spans.length ? { spans } : {}),
    write(/** @type {Pointed | undefined} */ answer) {
      nowhere.checked = answer?.nowhere === true;
      spans = Array.isArray(answer?.spans) ? answer.spans.filter((span) => ids.has(span?.paragraph)) : [];
      draw();
    },
    take,
    colour(/** @type {Mark | null} */ mark) {
      if (verdict === mark) return;
      verdict = mark;
      judged = spans;
      draw();
    },
    close(/** @type {Mark | null} */ mark, keeps = false) {
      const next = !mark || mark.state === "unanswered" || keeps ? "" : mark.state === "right" ? "Answer again" : "Try again";
      if (next === marked) return;
      marked = next;
      sheet.renew();
    },
    place(/** @type {PaneLesson | null} */ found) {
      lesson = found;
      placed = true;
      if (!found) {
        const how = view.taps ? ["Tap the first of", ", then the last,", ""] : ["Select", "", ", or Enter in the text"];
        say(hint, `${how[0]} the words that decide it${how[1]} and press “Point at these words”${how[2]}. ${limit}`);
        if (wanted) standHere();
        return;
      }
      say(hint, `Select the words that decide it in the document and press “Point at these words” there, or Enter. ${limit}`);
      /** @type {HTMLButtonElement} */
      const go = h("button", { type: "button", class: "ck-button ck-quiet", on: { click: (event) => found.open(sheet.id, { from: go, focus: byKeyboard(event) }) } }, `Point in ${view.source || view.siglum}`);
      main = go;
      bar.prepend(go);
      leave = found.add(sheet.sheet);
    },
    told(/** @type {PointedText} */ text) {
      if (JSON.stringify(given) === JSON.stringify(text)) return; // asked for twice: what is selected in it stays
      given = text;
      texts = new Map(text.paragraphs.map((each) => [each.id, createText(each.text)]));
      for (const each of [live, reader]) each?.draw(text, texts);
      live?.colour(spans, tonesOf(spans, judged, verdict));
    },
    /** Turn the pane to the text, or bring it up with the question: it is being worked at, or `needed` from now on. */
    attend(needed = false) {
      wanted = true;
      if (lesson) needed ? lesson.need(sheet.id, main) : lesson.follow(sheet.id, main);
      else if (placed) standHere();
      if (live && !given) room.askText(); // nobody answered before
    },
    /** A passage of this very text is shown where the learner is looking for it. */
    show(/** @type {string} */ ref) {
      const at = parseRef(ref);
      return Boolean(at && !lesson && live && at.source === view.siglum && ids.has(at.from) && live.show(at.from, ""));
    },
    destroy() {
      leave();
      live?.destroy();
    },
  };
}
