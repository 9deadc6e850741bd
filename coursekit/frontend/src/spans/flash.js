// Show a passage by a colour that goes away again. Nothing moves where less motion is asked for.
import { createLayer } from "../highlights.js";
import { rangeOver, reveal } from "./reveal.js";

const SHOWN = 2600; // ms: long enough to find it with the eyes after a scroll

/** @type {{ current: ReturnType<typeof createLayer> | null, timer: number }} */
const layer = { current: null, timer: 0 };

/** Colour stretches of a text for a moment; the first of them is scrolled to the middle, or its beginning to the top. */
export function flash(/** @type {Stretch[]} */ stretches) {
  const [first] = stretches;
  if (!first) return;
  const { item, start, end } = first;
  layer.current ??= createLayer("ck-flash");
  clearTimeout(layer.timer);
  layer.current.show(stretches.map((each) => [each.item.leaf, each.start, each.end]));
  reveal(item.node, rangeOver(item, start, end), { middle: true });
  layer.timer = setTimeout(() => layer.current?.clear(), SHOWN);
}
