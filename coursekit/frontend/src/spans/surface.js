// A text one can point into: by pointer or touch, and by keyboard alone.
//
// What is picked stays picked, and stays visible, while the focus goes to a tag or a search field; it is
// let go by Escape, by a click into the text, or when it has been used.
import { announce } from "../live.js";
import { createLayer } from "../highlights.js";
import { onKey } from "../keys.js";
import { step, taken } from "./cursor.js";
import { rangeOver, reveal } from "./reveal.js";
import { inPoints, itemOf, rangesOf, select } from "./selection.js";
import { signStep, wordAt, wordsOf } from "./words.js";

const PAUSE = 60; // ms between a change of selection and its being taken: a drag makes many

/** The words of a pick, short enough to be said. */
export function spoken(pick) {
  const words = pick.map(({ item, start, end }) => item.text.value.slice(start, end)).join(" … ");
  return words.length > 160 ? `${words.slice(0, 90)} … ${words.slice(-50)}` : words;
}

/**
 * @param root     the element that holds all paragraphs
 * @param options  onPick(pick): the pick has changed; onPoint(item, unit): a click into the text;
 *                 onKey(event, at): a key that is not the cursor's, at = {item, unit}, true if used;
 *                 covered(): how much of the window's bottom is covered, in px.
 */
export function createSurface(root, options = {}) {
  let items = [];
  let pick = [];
  let cursor = null; // {edition, head, anchor}
  let timer = 0;
  const picked = createLayer("ck-pick");
  const here = createLayer("ck-cursor");
  const words = new WeakMap();

  const wordsIn = (item) => {
    if (!words.has(item)) words.set(item, wordsOf(item.text.value));
    return words.get(item);
  };
  const inEdition = (edition) => items.filter((item) => item.edition === edition && !item.hidden);
  const lazily = (list) => list.map((item) => ({ get words() { return wordsIn(item); } }));

  function put(next, { native = false } = {}) {
    pick = next;
    picked.show(pick.map(({ item, start, end }) => [item.leaf, start, end]));
    if (native && pick.length > 0) select(pick);
    options.onPick?.(pick);
  }
  function clear() {
    clearTimeout(timer); // a selection read just before must not come back
    const selection = document.getSelection();
    if (selection?.anchorNode && root.contains(selection.anchorNode)) selection.removeAllRanges();
    if (cursor) cursor.anchor = null;
    if (pick.length > 0) put([]);
  }
  function readSelection() {
    const next = rangesOf(items, document.getSelection());
    if (next.length === 0) return;
    const same = next.length === pick.length;
    if (same && next.every((r, n) => r.item === pick[n].item && r.start === pick[n].start && r.end === pick[n].end)) return;
    here.clear();
    cursor = null;
    put(next);
  }
  const onSelection = () => {
    clearTimeout(timer);
    timer = setTimeout(readSelection, PAUSE);
  };

  function at(item, unit) {
    const list = inEdition(item.edition);
    const w = Math.max(0, wordAt(wordsIn(item), unit));
    return { edition: item.edition, head: { i: list.indexOf(item), w }, anchor: null };
  }
  function showCursor(say) {
    const item = inEdition(cursor.edition)[cursor.head.i];
    const [start, end] = wordsIn(item)[cursor.head.w] ?? [0, 0];
    for (const each of inEdition(cursor.edition)) each.node.tabIndex = each === item ? 0 : -1;
    if (document.activeElement !== item.node) item.node.focus({ preventScroll: true });
    if (pick.length > 0) here.clear();
    else here.show([[item.leaf, start, end]]);
    reveal(item.node, rangeOver(item, start, end), { below: options.covered?.() ?? 0 });
    if (say) announce(pick.length > 0 ? `selected: ${spoken(pick)}` : item.text.value.slice(start, end));
  }
  // The word a visual line above or below: the nearest to the middle of the present one.
  function line(list) {
    return ({ i, w }, direction) => {
      const item = list[i];
      const all = wordsIn(item);
      const box = (n) => rangeOver(item, ...all[n]).getBoundingClientRect();
      const from = box(w);
      const middle = (from.left + from.right) / 2;
      let best = null;
      let row = null;
      for (let n = w + direction; n >= 0 && n < all.length; n += direction) {
        const rect = box(n);
        const off = direction > 0 ? rect.top - from.top : from.top - rect.top;
        if (off < from.height / 2) continue;
        if (row !== null && Math.abs(rect.top - row) > from.height / 2) break;
        row = rect.top;
        const far = Math.abs((rect.left + rect.right) / 2 - middle);
        if (!best || far < best.far) best = { far, w: n };
      }
      return best && { i, w: best.w };
    };
  }
  function turn(key, item) {
    if (getComputedStyle(item.node).direction !== "rtl") return key;
    return { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[key] ?? key;
  }
  function adjust(item, forward) {
    if (pick.length === 0) return false;
    const back = cursor?.anchor && (cursor.head.i - cursor.anchor.i || cursor.head.w - cursor.anchor.w) < 0;
    const n = back ? 0 : pick.length - 1;
    const changed = { ...pick[n] };
    const side = back ? "start" : "end";
    changed[side] = signStep(changed.item.text.value, changed[side], forward);
    if (changed.start < changed.end) put(pick.map((each, k) => (k === n ? changed : each)), { native: true });
    announce(`selected: ${spoken(pick)}`);
    return true;
  }
  function handle(event) {
    const item = itemOf(items, event.target);
    if (!item) return false;
    const list = inEdition(item.edition);
    if (!cursor || cursor.edition !== item.edition || list[cursor.head.i] !== item) {
      cursor = at(item, pick.findLast((each) => each.item === item)?.start ?? 0);
      cursor.fresh = true;
    }
    const key = turn(event.key, item);
    const side = key === "ArrowLeft" || key === "ArrowRight";
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return event.altKey && event.shiftKey && side ? adjust(item, key === "ArrowRight") : false;
    }
    if (key === "Escape") {
      clear();
      showCursor(false);
      announce("nothing selected");
      return true;
    }
    // The first arrow after coming in shows where the cursor is.
    const shows = cursor.fresh && side && !event.shiftKey && pick.length === 0;
    cursor.fresh = false;
    const next = shows ? cursor : step(lazily(list), cursor, { key, shift: event.shiftKey }, line(list));
    if (!next) {
      const [start] = wordsIn(item)[cursor.head.w] ?? [0];
      return options.onKey?.(event, { item, unit: start }) === true;
    }
    if (wordsIn(list[next.head.i]).length === 0) return true;
    cursor = { edition: cursor.edition, head: next.head, anchor: next.anchor };
    const ranges = taken(lazily(list), cursor).map(({ i, start, end }) => ({ item: list[i], start, end }));
    if (ranges.length > 0) put(ranges, { native: true });
    else if (pick.length > 0) clear();
    showCursor(true);
    return true;
  }

  const onDown = (event) => {
    here.clear();
    root.dataset.from = itemOf(items, event.target)?.edition ?? "";
  };
  const onClick = (event) => {
    const item = itemOf(items, event.target);
    const selection = document.getSelection();
    if (!item || !selection) return;
    if (!selection.isCollapsed && rangesOf(items, selection).length > 0) return;
    const unit = selection.focusNode === item.leaf ? selection.focusOffset : 0;
    clear();
    cursor = at(item, unit);
    for (const each of inEdition(item.edition)) each.node.tabIndex = each === item ? 0 : -1;
    options.onPoint?.(item, unit);
  };
  const onLeave = (event) => {
    if (!itemOf(items, event.relatedTarget ?? null)) here.clear();
  };
  // With Alt, JupyterLab is not kept from a key; it is stopped here before it gets there.
  const onModified = (event) => {
    if (event.altKey && event.shiftKey && root.contains(event.target) && handle(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };
  const quiet = onKey(root, handle);
  document.addEventListener("selectionchange", onSelection);
  window.addEventListener("keydown", onModified, true);
  root.addEventListener("pointerdown", onDown);
  root.addEventListener("click", onClick);
  root.addEventListener("focusout", onLeave);

  return {
    /** The paragraphs in reading order; called again when others are shown. */
    setItems(next) {
      clear();
      here.clear();
      cursor = null;
      items = next;
      const met = new Set();
      for (const item of items) {
        item.node.tabIndex = met.has(item.edition) ? -1 : 0;
        met.add(item.edition);
      }
    },
    get pick() {
      return pick;
    },
    /** The pick in code points. */
    points: () => inPoints(pick),
    /** Pick ranges; `native` shows them as the browser's own selection too, which takes it out of a field. */
    setPick: (ranges, { native = true } = {}) => put(ranges, { native }),
    clear,
    /** Put focus and cursor on a place: only where the reader asked to be taken there. */
    goTo(item, unit = 0) {
      cursor = at(item, unit);
      showCursor(false);
    },
    destroy() {
      clearTimeout(timer);
      picked.clear();
      here.clear();
      quiet();
      document.removeEventListener("selectionchange", onSelection);
      window.removeEventListener("keydown", onModified, true);
      root.removeEventListener("pointerdown", onDown);
      root.removeEventListener("click", onClick);
      root.removeEventListener("focusout", onLeave);
    },
  };
}
