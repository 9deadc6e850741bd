// The colours of the marks in one row. Only what has changed is touched: a mark keeps its colour and its
// depth while others come and go.
import { markName, paint } from "../highlights.js";
import { laneFor, lanesFor } from "./lanes.js";

const sameRange = (/** @type {any} */ one, /** @type {any} */ other) => one.edition === other.edition && one.start === other.start && one.end === other.end;

/** A painter for a row: {show(wanted), at(item, unit), clear()}. */
export function createPainter() {
  /** @type {Wanted[]} */
  let painted = []; // {id, tag, edition, start, end (units), lane, undo}

  return {
    /** Show exactly these: [{id, tag, item, start, end}], units; tag is {colour, line}. */
    show(/** @type {Wanted[]} */ wanted) {
      /** @type {Wanted[]} */
      const kept = [];
      /** @type {Wanted[]} */
      const fresh = [];
      /** @type {Map<string, Wanted[]>} */
      const left = new Map();
      for (const each of painted) left.set(each.id, [...(left.get(each.id) ?? []), each]);
      for (const each of wanted) {
        const range = { ...each, edition: each.item.edition };
        const old = left.get(each.id)?.find((one) => sameRange(one, range) && one.tag === each.tag && one.item === each.item);
        if (old && !kept.includes(old)) kept.push(old);
        else fresh.push(range);
      }
      const stay = new Set(kept);
      for (const each of painted) if (!stay.has(each)) each.undo?.();
      painted = kept;
      const lanes = kept.length === 0 ? lanesByEdition(fresh) : null;
      fresh.forEach((range, n) => {
        const others = painted.filter((other) => other.edition === range.edition);
        const lane = lanes ? lanes[n] : laneFor(range, others);
        range.lane = lane;
        range.undo = paint(markName(range.tag?.colour, range.tag?.line ?? "solid", lane), range.item.leaf, range.start, range.end);
        painted.push(range);
      });
    },
    /** Ids of the marks on a place, the shortest first. */
    at(/** @type {Item} */ item, /** @type {number} */ unit) {
      const here = painted.filter((each) => each.item === item && each.start <= unit && unit < each.end);
      return here.sort((a, b) => a.end - a.start - (b.end - b.start)).map((each) => each.id);
    },
    ranges: (/** @type {string} */ id) => painted.filter((each) => each.id === id),
    clear() {
      for (const each of painted) each.undo?.();
      painted = [];
    },
  };
}

function lanesByEdition(/** @type {any[]} */ ranges) {
  const lanes = new Array(ranges.length);
  for (const edition of new Set(ranges.map((range) => range.edition))) {
    const own = ranges.flatMap((range, n) => (range.edition === edition ? [n] : []));
    lanesFor(own.map((n) => ranges[n])).forEach((lane, k) => {
      lanes[own[k]] = lane;
    });
  }
  return lanes;
}
