// A passage to read and to point into: paragraphs with their ids, selected by pointer, touch or keyboard.
// The reader and the evidence question stand on the same ground.
//
//   const view = createPassageView({
//     paragraphs,             // [{id, text, voice?}]
//     label: "The letter",    // what a screen reader calls the whole
//     edition: "guide",       // only handed through
//     onSelect(list),         // the selection changed: [{paragraph, start, end, quote}]; [] when let go
//     onKey(event),           // an unmodified key in the text that does not move the cursor (Enter, digits); true if used
//     onPoint({paragraph, at}),  // a click on the text that selects nothing
//   });
//   view.element              // to be put inside a .ck; place and size it as you like
//   view.getSelection()       // [{paragraph, start, end, quote}]: points, start inclusive, end exclusive
//   view.select(list, {below, stay})  // select places, [{paragraph, start, end}], and bring the first into sight; focus
//                             // stays where it is. below: px that stand over the text's end; stay: nothing is scrolled
//   view.setHighlights(list)  // [{paragraph, start, end, style}], style: "chosen" (default), "right",
//                             // "near", "wrong"; replaces what was highlighted before
//   view.clear()              // let the selection go; highlights stay
//   view.find(text)           // [{paragraph, start, end, quote}] of all places where a phrase stands
//   view.showPassage(id, quote, {focus: true, to})  // scroll to it and flash it, or all as far as the paragraph
//                             // `to`; false if it is not here.
//                             // Focus goes to the paragraph: call it because the reader asked to
//   view.destroy()            // takes highlights and listeners away
//
// All offsets are Unicode code points into the paragraph's text.
import { h } from "./dom.js";
import { createLayer } from "./highlights.js";
import { shield } from "./keys.js";
import { findIn } from "./spans/find.js";
import { flash } from "./spans/flash.js";
import { createItem } from "./spans/paragraph.js";
import { passage } from "./spans/passage.js";
import { rangeOver, reveal } from "./spans/reveal.js";
import { createSurface } from "./spans/surface.js";

export const STYLES = ["chosen", "right", "near", "wrong"];

export function createPassageView(/** @type {PassageView} */ { paragraphs, label = "Text", edition = "guide", ...on }) {
  shield();
  const items = paragraphs.map((paragraph) => createItem(paragraph, edition));
  const rows = items.map((item, n) =>
    h(
      "div",
      { class: "ck-prow", data: { p: item.paragraph } },
      h("span", { class: "ck-id", title: paragraphs[n].voice || null }, item.paragraph),
      item.node,
    ),
  );
  const element = h("div", { class: "ck-passage", role: "group", "aria-label": label }, rows);
  const layers = new Map(STYLES.map((style) => [style, createLayer(`ck-${style}`)]));
  const itemFor = (/** @type {string} */ id) => items.find((item) => item.paragraph === id);
  const inPoints = (/** @type {Stretch} */ { item, start, end }) => ({
    paragraph: item.paragraph,
    start: item.text.point(start),
    end: item.text.point(end, true),
    quote: item.text.value.slice(start, end),
  });
  const inUnits = (/** @type {{ paragraph: string, start: number, end: number }} */ { paragraph, start, end }) => {
    const item = itemFor(paragraph);
    return item ? [{ item, start: item.text.unit(start), end: item.text.unit(end) }] : [];
  };

  const surface = createSurface(element, {
    onPick: (/** @type {Stretch[]} */ pick) => on.onSelect?.(pick.map(inPoints)),
    onPoint: (/** @type {Item} */ item, /** @type {number} */ unit) => on.onPoint?.({ paragraph: item.paragraph, at: item.text.point(unit) }),
    onKey: (/** @type {KeyboardEvent} */ event) => on.onKey?.(event),
  });
  surface.setItems(items);

  function setHighlights(/** @type {any[]} */ list) {
    for (const [style, layer] of layers) {
      const places = list.filter((each) => (each.style ?? "chosen") === style).flatMap(inUnits);
      layer.show(places.map(({ item, start, end }) => [item.leaf, start, end]));
    }
  }
  return {
    element,
    setHighlights,
    getSelection: () => surface.pick.map(inPoints),
    select(/** @type {any[]} */ list, { below = 0, stay = false } = {}) {
      const stretches = list.flatMap(inUnits);
      surface.setPick(stretches, { native: false });
      const [first] = stretches;
      if (first && !stay) reveal(first.item.node, rangeOver(first.item, first.start, first.end), { below, middle: true });
    },
    clear: () => surface.clear(),
    find: (/** @type {string} */ phrase) =>
      items.flatMap((item) => findIn(item.text, phrase).map(([start, end]) => inPoints({ item, start, end }))),
    showPassage(/** @type {string} */ id, quote = "", { focus = true, to = id } = {}) {
      const stretches = passage(items, id, quote, to);
      if (stretches.length === 0) return false;
      if (focus) surface.goTo(stretches[0].item, stretches[0].start);
      flash(stretches);
      return true;
    },
    /** Bring a paragraph into sight. */
    begin(/** @type {string} */ id) {
      const node = items.find((item) => item.paragraph === id)?.node;
      if (node) reveal(node, node, { middle: true });
    },
    /** What a bar needs that finds phrases in it. */
    sought: { items: () => items, surface },
    destroy() {
      surface.destroy();
      setHighlights([]);
    },
  };
}
