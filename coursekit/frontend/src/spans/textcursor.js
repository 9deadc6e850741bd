// The cursor in a text: words by keyboard alone. Where it can go is cursor.js; here it is shown, said and
// brought into view.
import { createLayer } from "../highlights.js";
import { announce } from "../live.js";
import { onKey } from "../keys.js";
import { step, taken } from "./cursor.js";
import { rangeOver, reveal } from "./reveal.js";
import { itemOf } from "./selection.js";
import { signStep, wordAt, wordsOf } from "./words.js";

/** The words of a pick, short enough to be said. */
export function spoken(/** @type {Stretch[]} */ pick) {
  const words = pick.map(({ item, start, end }) => item.text.value.slice(start, end)).join(" … ");
  return words.length > 160 ? `${words.slice(0, 90)} … ${words.slice(-50)}` : words;
}

/**
 * @param {HTMLElement} root     the element that holds all paragraphs
 * @param {Surface} surface  what is there, and what is picked
 * @param {SurfaceOptions} options  as createSurface has them
 */
export function createTextCursor(root, surface, options) {
  const here = createLayer("ck-cursor");
  /** @type {WeakMap<Item, number[][]>} */
  const known = new WeakMap(); // item -> its words
  /** @type {{ edition: string, head: Spot, anchor: Spot | null, fresh: boolean } | null} */
  let cursor = null; // {edition, head, anchor, fresh}

  function wordsIn(/** @type {Item} */ item) {
    const words = known.get(item) ?? wordsOf(item.text.value);
    known.set(item, words);
    return words;
  }
  const inEdition = (/** @type {string} */ edition) => surface.items().filter((item) => item.edition === edition);
  const lazily = (/** @type {Item[]} */ list) => list.map((item) => ({ value: item.text.value, get words() { return wordsIn(item); } }));

  function at(/** @type {Item} */ item, /** @type {number} */ unit) {
    const list = inEdition(item.edition);
    const head = { i: list.indexOf(item), w: Math.max(0, wordAt(wordsIn(item), unit)) };
    return { edition: item.edition, head, anchor: null, fresh: false };
  }
  // One stop for Tab in each edition: the paragraph where the cursor is.
  function stopAt(/** @type {Item} */ item) {
    for (const each of inEdition(item.edition)) each.node.tabIndex = each === item ? 0 : -1;
  }
  function show(/** @type {boolean} */ say) {
    if (!cursor) return;
    const item = inEdition(cursor.edition)[cursor.head.i];
    const [start, end] = wordsIn(item)[cursor.head.w] ?? [0, 0];
    stopAt(item);
    if (document.activeElement !== item.node) item.node.focus({ preventScroll: true });
    if (surface.pick().length > 0) here.clear();
    else here.show([[item.leaf, start, end]]);
    reveal(item.node, rangeOver(item, start, end), { below: options.covered?.() ?? 0 });
    if (say) announce(surface.pick().length > 0 ? `selected: ${spoken(surface.pick())}` : item.text.value.slice(start, end));
  }
  /** The word a visual line above or below: the nearest to the middle of the present one. */
  function line(/** @type {Spot} */ { i, w }, /** @type {number} */ direction) {
    const item = inEdition(cursor?.edition ?? "")[i];
    const all = wordsIn(item);
    const box = (/** @type {number} */ n) => rangeOver(item, all[n][0], all[n][1]).getBoundingClientRect();
    const from = box(w);
    const middle = (from.left + from.right) / 2;
    /** @type {{ far: number, w: number } | null} */
    let best = null;
    /** @type {number | null} */
    let row = null;
    for (let n = w + direction; n >= 0 && n < all.length; n += direction) {
      const rect = box(n);
      if ((rect.top - from.top) * direction < from.height / 2) continue;
      if (row !== null && Math.abs(rect.top - row) > from.height / 2) break;
      row = rect.top;
      const far = Math.abs((rect.left + rect.right) / 2 - middle);
      if (!best || far < best.far) best = { far, w: n };
    }
    return best && { i, w: best.w };
  }
  /** One letter more or fewer, on the side the selection was last moved on. */
  function adjust(/** @type {boolean} */ forward) {
    const pick = surface.pick();
    if (pick.length === 0 || !cursor) return false;
    const back = cursor.anchor && (cursor.head.i - cursor.anchor.i || cursor.head.w - cursor.anchor.w) < 0;
    const n = back ? 0 : pick.length - 1;
    const side = back ? "start" : "end";
    const changed = { ...pick[n], [side]: signStep(pick[n].item.text.value, pick[n][side], forward) };
    if (changed.start < changed.end) surface.put(pick.map((each, k) => (k === n ? changed : each)));
    announce(`selected: ${spoken(surface.pick())}`);
    return true;
  }
  function turned(/** @type {string} */ key, /** @type {Item} */ item) {
    if (getComputedStyle(item.node).direction !== "rtl") return key;
    return { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" }[key] ?? key;
  }
  function handle(/** @type {any} */ event) {
    const item = itemOf(surface.items(), event.target);
    if (!item) return false;
    const list = inEdition(item.edition);
    if (!cursor || cursor.edition !== item.edition || list[cursor.head.i] !== item) {
      cursor = at(item, surface.pick().findLast((each) => each.item === item)?.start ?? 0);
      cursor.fresh = true;
    }
    const key = turned(event.key, item);
    const sideways = key === "ArrowLeft" || key === "ArrowRight";
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return event.altKey && event.shiftKey && sideways && adjust(key === "ArrowRight");
    }
    if (key === "Escape" && surface.pick().length > 0) {
      surface.letGo();
      cursor.anchor = null;
      show(false);
      announce("nothing selected");
      return true;
    }
    // The first arrow after coming in shows where the cursor is.
    const shows = cursor.fresh && sideways && !event.shiftKey && surface.pick().length === 0;
    cursor.fresh = false;
    const next = shows ? cursor : step(lazily(list), cursor, { key, shift: event.shiftKey }, line);
    if (!next) return options.onKey?.(event, { item, unit: wordsIn(item)[cursor.head.w]?.[0] ?? 0 }) === true;
    if (wordsIn(list[next.head.i]).length === 0) return true;
    cursor = { ...cursor, head: next.head, anchor: next.anchor };
    const ranges = taken(lazily(list), cursor).map(({ i, start, end }) => ({ item: list[i], start, end }));
    if (ranges.length > 0) surface.put(ranges);
    else if (surface.pick().length > 0) surface.letGo();
    show(true);
    return true;
  }
  // With Alt, JupyterLab is not kept from a key; it is stopped here before it gets there.
  function onModified(/** @type {any} */ event) {
    if (!(event.altKey && event.shiftKey && root.contains(event.target)) || !handle(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
  const onLeave = (/** @type {any} */ event) => {
    if (!itemOf(surface.items(), event.relatedTarget)) here.clear();
  };
  const quiet = onKey(root, handle);
  window.addEventListener("keydown", onModified, true);
  root.addEventListener("focusout", onLeave);

  return {
    /** Other paragraphs are shown now. */
    reset() {
      here.clear();
      cursor = null;
      for (const edition of new Set(surface.items().map((item) => item.edition))) stopAt(inEdition(edition)[0]);
    },
    /** The pointer has been used: the cursor is where it pointed, and is not shown. */
    follow(/** @type {Item} */ item, /** @type {number} */ unit) {
      here.clear();
      cursor = item ? at(item, unit) : null;
      if (item) stopAt(item);
    },
    goTo(/** @type {Item} */ item, /** @type {number} */ unit) {
      cursor = at(item, unit);
      show(false);
    },
    destroy() {
      here.clear();
      quiet();
      window.removeEventListener("keydown", onModified, true);
      root.removeEventListener("focusout", onLeave);
    },
  };
}
