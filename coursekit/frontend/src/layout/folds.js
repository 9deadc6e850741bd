// What of a lesson is in sight, from where somebody has got to. No elements here.
//
// Nothing is locked: a screen opens when the one before it is done (its card answered or passed, its text read on
// from), or when the rest of the sitting is asked for. What was done once stays open, whatever is changed later.

/**
 * @typedef {{ sitting: number, done: Set<string>, rest: Set<number>, opened: Set<string>, answered: Set<string>, all: boolean, head?: boolean }} Where
 *   sitting: by its place, from 0; done: keys of screens; rest: sittings of which all was asked for; opened: cards
 *   whose afterwards was asked for; answered: cards that were answered once, rightly or not; head: whether the lesson's head was asked for in a later sitting
 * @typedef {{ hidden: boolean[], later: boolean[], edge: number, next: number, passes: string, atEnd: boolean }} Folds
 *   edge: the last cell in sight where something follows that is folded, else -1; next: the first cell that would be
 *   opened; passes: the key of the screen that is passed by going on
 */

/**
 * @param {import("./plan.js").Plan} plan
 * @param {Where} where
 * @returns {Folds}
 */
export function foldsOf(plan, where) {
  const hidden = plan.cells.map(() => false);
  const later = plan.cells.map(() => false);
  const sitting = plan.sittings[where.sitting];
  if (where.all || !sitting) return { hidden, later, edge: -1, next: -1, passes: "", atEnd: true };
  const { screens } = sitting;
  const stop = where.rest.has(sitting.number) ? -1 : screens.findIndex((each) => !where.done.has(each.key));
  const open = stop < 0 ? screens.length - 1 : stop;
  const edge = screens[open]?.last ?? sitting.last;
  plan.cells.forEach((cell, at) => {
    const inside = at >= sitting.first && at <= edge;
    const head = at < plan.head && (where.sitting === 0 || where.head);
    hidden[at] = !(inside || head);
    later[at] = inside && cell.after !== "" && !where.done.has(cell.after) && !where.opened.has(cell.after);
  });
  const more = open < screens.length - 1;
  return {
    hidden,
    later,
    edge: more ? edge : -1,
    next: more ? screens[open + 1].first : -1,
    passes: more ? screens[open].key : "",
    atEnd: !more,
  };
}

/** The sitting, by its place, in which a cell stands; the first for a cell of the head. */
export function sittingAt(/** @type {import("./plan.js").Plan} */ plan, /** @type {number} */ cell) {
  return Math.max(0, plan.sittings.findIndex((each) => cell >= each.first && cell <= each.last));
}

/** The step of a sitting in which a cell stands. */
export function stepAt(/** @type {import("./plan.js").PlanSitting} */ sitting, /** @type {number} */ cell) {
  return Math.max(0, sitting.steps.findIndex((each) => cell >= each.first && cell <= each.last));
}

/** The cell of a card or a task; -1 where there is none. */
export function cellOf(/** @type {import("./plan.js").Plan} */ plan, /** @type {string} */ id) {
  return plan.cells.findIndex((cell) => cell.card && cell.id === id);
}

/** What must be done for a cell to be in sight: the keys of the screens before its own. */
export function before(/** @type {import("./plan.js").PlanSitting} */ sitting, /** @type {number} */ cell) {
  const own = sitting.screens.findIndex((each) => cell >= each.first && cell <= each.last);
  return sitting.screens.slice(0, Math.max(0, own)).map(({ key }) => key);
}
