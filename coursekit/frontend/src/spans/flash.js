// Show a passage by a colour that goes away again. Nothing moves where less motion is asked for.
import { createLayer } from "../highlights.js";
import { rangeOver, reveal } from "./reveal.js";

const SHOWN = 2600; // ms: long enough to find it with the eyes after a scroll

/** @type {{ current: ReturnType<typeof createLayer> | null, timer: number }} */
const layer = { current: null, timer: 0 };

/** Scroll units `start` to `end` of an item to the middle and colour them for a moment. */
export function flash(/** @type {Item} */ item, /** @type {number} */ start, /** @type {number} */ end) {
  layer.current ??= createLayer("ck-flash");
  clearTimeout(layer.timer);
  layer.current.show([[item.leaf, start, end]]);
  reveal(item.node, rangeOver(item, start, Math.min(end, start + 400)), { middle: true });
  layer.timer = setTimeout(() => layer.current?.clear(), SHOWN);
}
