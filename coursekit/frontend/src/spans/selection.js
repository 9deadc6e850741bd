// The browser's selection as places in paragraphs, and back.
//
// An item is one paragraph on the page: {edition, paragraph, node, leaf, text}: its element, the one text
// node inside it, and its text (createText). Places here are UTF-16 units; a trailing or leading space
// that a selection took along is left out.
import { trimmed } from "./words.js";

function unitsBefore(/** @type {Item} */ item, /** @type {Node} */ container, /** @type {number} */ offset) {
  if (container === item.leaf) return offset;
  const range = document.createRange();
  range.selectNodeContents(item.node);
  range.setEnd(container, offset);
  return range.toString().length;
}

/** The item an element or text node stands in. */
export function itemOf(/** @type {Item[]} */ items, /** @type {Node | null} */ node) {
  return items.find((item) => item.node.contains(node)) ?? null;
}

/**
 * What a selection covers: [{item, start, end}], in order. Where two editions stand side by side, only
 * the one in which the selection was begun.
 */
export function rangesOf(/** @type {Item[]} */ items, /** @type {Selection | null} */ selection) {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return [];
  const range = selection.getRangeAt(0);
  const touched = items.filter((item) => range.intersectsNode(item.node));
  const begun = itemOf(touched, selection.anchorNode) ?? touched[0];
  return touched
    .filter((item) => item.edition === begun.edition)
    .flatMap((item) => {
      const inside = (/** @type {Node | null} */ node) => item.node.contains(node);
      const start = inside(range.startContainer) ? unitsBefore(item, range.startContainer, range.startOffset) : 0;
      const end = inside(range.endContainer)
        ? unitsBefore(item, range.endContainer, range.endOffset)
        : item.text.value.length;
      const kept = trimmed(item.text.value, start, end);
      return kept ? [{ item, start: kept[0], end: kept[1] }] : [];
    });
}

/** Let the browser's own selection show the ranges too: it is what is copied, and what is read aloud. */
export function select(/** @type {Stretch[]} */ ranges) {
  const selection = document.getSelection();
  if (!selection || ranges.length === 0) return;
  const [first, last] = [ranges[0], ranges[ranges.length - 1]];
  selection.setBaseAndExtent(first.item.leaf, first.start, last.item.leaf, last.end);
}

/** Ranges in code points, as everybody else wants them: [{edition, paragraph, start, end}]. */
export function inPoints(/** @type {Stretch[]} */ ranges) {
  return ranges.map(({ item, start, end }) => ({
    edition: item.edition,
    paragraph: item.paragraph,
    start: item.text.point(start),
    end: item.text.point(end, true),
  }));
}
