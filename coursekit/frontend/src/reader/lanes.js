// Lanes for underlines: marks that overlap get different ones, and a mark keeps its lane while others
// come and go. Where more overlap than there are lanes, the last is shared; the list still tells them apart.
import { LANES } from "../highlights.js";

const overlaps = (/** @type {Laned} */ one, /** @type {Laned} */ other) => one.start < other.end && other.start < one.end;

/** The lane for a new range beside others: [{start, end, lane}]. */
export function laneFor(/** @type {Laned} */ range, /** @type {Laned[]} */ others) {
  const taken = new Set(others.filter((other) => overlaps(range, other)).map((other) => other.lane));
  for (let lane = 0; lane < LANES - 1; lane += 1) if (!taken.has(lane)) return lane;
  return LANES - 1;
}

/** Lanes for many ranges at once, in the order given: one sweep from left to right. */
export function lanesFor(/** @type {Laned[]} */ ranges) {
  const order = ranges.map((_, n) => n).sort((a, b) => ranges[a].start - ranges[b].start || ranges[b].end - ranges[a].end);
  const free = new Array(LANES).fill(0); // where each lane is free again
  const lanes = new Array(ranges.length);
  for (const n of order) {
    const { start, end } = ranges[n];
    const open = free.findIndex((until) => until <= start);
    lanes[n] = open < 0 ? LANES - 1 : open;
    free[lanes[n]] = Math.max(free[lanes[n]], end);
  }
  return lanes;
}
