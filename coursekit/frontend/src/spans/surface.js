// A text one can point into: by pointer or touch, and by keyboard alone.
//
// What is picked stays picked, and stays visible, while the focus goes to a tag or a search field; it is
// let go by Escape, by a click into the text, or when it has been used.
import { createLayer } from "../highlights.js";
import { inPoints, itemOf, rangesOf, select } from "./selection.js";
import { createTextCursor } from "./textcursor.js";

const PAUSE = 60; // ms between a change of selection and its being taken: a drag makes many

const sameRanges = (/** @type {Stretch[]} */ one, /** @type {Stretch[]} */ other) =>
  one.length === other.length &&
  one.every((range, n) => range.item === other[n].item && range.start === other[n].start && range.end === other[n].end);

/** Where in a text somebody clicked: a finger's tap sets no selection in every browser. */
function unitAt(/** @type {Item} */ item, /** @type {MouseEvent} */ { clientX, clientY }) {
  const at = document.caretPositionFromPoint?.(clientX, clientY);
  if (at) return at.offsetNode === item.leaf ? at.offset : null;
  const range = document.caretRangeFromPoint?.(clientX, clientY);
  return range?.startContainer === item.leaf ? range.startOffset : null;
}

/**
 * @param {HTMLElement} root     the element that holds all paragraphs
 * @param {SurfaceOptions} options  onPick(pick): the pick has changed; onPoint(item, unit): a click into the text;
 *                 onKey(event, at): a key that is not the cursor's, at = {item, unit}, true if used;
 *                 covered(): how much of the window's bottom is covered, in px.
 */
export function createSurface(root, options = {}) {
  /** @type {Item[]} */
  let items = [];
  /** @type {Stretch[]} */
  let pick = []; // [{item, start, end}], UTF-16 units
  /** @type {Stretch[]} */
  let told = []; // what the browser's own selection says of the pick: it leaves out the white space at the ends
  let timer = 0;
  const picked = createLayer("ck-pick");

  function put(/** @type {Stretch[]} */ next, { native = true } = {}) {
    pick = next;
    picked.show(pick.map(({ item, start, end }) => [item.leaf, start, end]));
    const shown = native && pick.length > 0;
    if (shown) select(pick);
    told = shown ? rangesOf(items, document.getSelection()) : pick;
    options.onPick?.(pick);
  }
  function clear() {
    clearTimeout(timer); // a selection read just before must not come back
    timer = 0;
    const selection = document.getSelection();
    if (selection?.anchorNode && root.contains(selection.anchorNode)) selection.removeAllRanges();
    if (pick.length > 0) put([]);
  }
  const cursor = createTextCursor(root, { items: () => items, pick: () => pick, put, letGo: clear }, options);

  function readSelection() {
    const next = rangesOf(items, document.getSelection());
    // Our own selection heard of once more is no new one: it would take back the space that a letter more had added.
    if (next.length === 0 || sameRanges(next, pick) || sameRanges(next, told)) return;
    const { item, start } = next[next.length - 1];
    cursor.follow(item, start);
    // A drag that began beside the words leaves the focus with the page, and a digit would go to JupyterLab.
    const ours = root.contains(document.getSelection()?.anchorNode ?? null);
    if (ours && !root.contains(document.activeElement)) item.node.focus({ preventScroll: true });
    put(next, { native: false });
  }
  const onSelection = () => {
    clearTimeout(timer);
    timer = setTimeout(caughtUp, PAUSE);
  };
  /** Whoever takes the pick takes the selection as it is now, not as it was a moment ago. */
  function caughtUp() {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    readSelection();
  }
  const onDown = (/** @type {any} */ event) => {
    const item = itemOf(items, event.target);
    root.dataset.from = item?.edition ?? "";
  };
  const onClick = (/** @type {any} */ event) => {
    const item = itemOf(items, event.target);
    const selection = document.getSelection();
    if (!item || !selection || rangesOf(items, selection).length > 0) return;
    const unit = unitAt(item, event) ?? (selection.focusNode === item.leaf ? selection.focusOffset : 0);
    clear();
    cursor.follow(item, unit);
    options.onPoint?.(item, unit);
  };
  document.addEventListener("selectionchange", onSelection);
  root.addEventListener("pointerdown", onDown);
  root.addEventListener("click", onClick);

  return {
    /** The paragraphs in reading order; called again when others are shown. */
    setItems(/** @type {Item[]} */ next) {
      if (items.length > 0) clear(); // asking for the selection makes the browser lay out the page
      items = next;
      cursor.reset();
    },
    get pick() {
      caughtUp();
      return pick;
    },
    /** The pick in code points. */
    points() {
      caughtUp();
      return inPoints(pick);
    },
    /** Pick ranges; `native` shows them as the browser's own selection too, which takes it out of a field. */
    setPick: put,
    clear,
    /** Put focus and cursor on a place: only where the reader asked to be taken there. */
    goTo: (/** @type {Item} */ item, unit = 0) => cursor.goTo(item, unit),
    destroy() {
      clearTimeout(timer);
      picked.clear();
      cursor.destroy();
      document.removeEventListener("selectionchange", onSelection);
      root.removeEventListener("pointerdown", onDown);
      root.removeEventListener("click", onClick);
    },
  };
}
