// Where the pane has been: a sheet, and the place in it. "Back" takes the last one off. Pure.

const MOST = 40;

/** @returns {Trail} */
export function createTrail() {
  /** @type {Stop[]} */
  let stops = [];
  return {
    get empty() {
      return stops.length === 0;
    },
    add(stop) {
      stops = [...stops, stop].slice(-MOST);
    },
    /** The last stop that `is` still there, taken off with all that came after it; null where there is none. */
    back(is) {
      while (stops.length > 0) {
        const last = /** @type {Stop} */ (stops.at(-1));
        stops = stops.slice(0, -1);
        if (is(last)) return last;
      }
      return null;
    },
  };
}
