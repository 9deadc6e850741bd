// Where "Next" and "Back" lead, and to what one comes back. No elements here, and nothing is passed here.
import { cellOf } from "./folds.js";
import { isDone } from "./progress.js";

/**
 * @typedef {{ kind: "step" | "card" | "waits" | "on" | "sitting", cell: number, label: string }} Stop
 *   waits: nothing more is open, and a card is why; on: what was told is read, and the next thing would be opened
 */

/**
 * What comes next from a cell: the next heading or unanswered card in sight, whichever stands first.
 *
 * @param {import("./plan.js").Plan} plan
 * @param {import("./folds.js").Where} where
 * @param {import("./folds.js").Folds} folds
 * @param {Map<string, import("./progress.js").CardState>} cards
 * @param {number} at  the cell one is at
 * @returns {Stop | undefined}  undefined at a lesson's end
 */
export function nextStop(plan, where, folds, cards, at) {
  const sitting = plan.sittings[where.sitting];
  for (let cell = Math.max(at + 1, sitting.first); cell <= sitting.last; cell += 1) {
    if (folds.hidden[cell]) break;
    const title = sitting.steps.find(({ first }) => first === cell)?.title;
    if (title) return { kind: "step", cell, label: `Next: ${title}` };
    const { card, id } = plan.cells[cell];
    if (card && !isDone(cards.get(id)) && !where.done.has(id)) return { kind: "card", cell, label: "Next: the next question" };
  }
  if (!folds.atEnd) {
    const card = sitting.screens.find(({ key }) => key === folds.passes)?.card;
    if (card) return { kind: "waits", cell: cellOf(plan, card), label: "Next: the question that waits" };
    return { kind: "on", cell: folds.next, label: "Next: go on" };
  }
  const next = plan.sittings[where.sitting + 1];
  return next && { kind: "sitting", cell: next.first, label: `On to sitting ${next.number}: ${next.title}` };
}

/** The heading above a cell of a sitting, where one has not come to it yet; -1 at the sitting's beginning. */
export function headingBefore(/** @type {import("./plan.js").PlanSitting} */ sitting, /** @type {number} */ at) {
  return sitting.steps.findLast(({ first }) => first < at)?.first ?? -1;
}

/**
 * The cell to which one comes back in a sitting: the card one was at, else the first that waits, else the step.
 *
 * @param {import("./plan.js").Plan} plan
 * @param {import("./folds.js").Where} where
 * @param {import("./folds.js").Folds} folds
 * @param {{ card: string, step: string }} left  the card touched last, and the step that was read
 * @returns {number}  -1 where the lesson's head is the place
 */
export function returnTo(plan, where, folds, left) {
  const sitting = plan.sittings[where.sitting];
  const inSight = (/** @type {number} */ cell) => cell >= sitting.first && cell <= sitting.last && !folds.hidden[cell];
  const touched = left.card ? cellOf(plan, left.card) : -1;
  if (inSight(touched)) return touched;
  const step = sitting.steps.find(({ title, first }) => title === left.step && inSight(first)) ?? sitting.steps[0];
  const begun = step !== sitting.steps[0] || sitting.screens.some(({ key }) => where.done.has(key));
  if (!begun) return where.sitting > 0 ? sitting.first : -1;
  const open = sitting.screens.find(({ card }) => card && !where.done.has(card) && inSight(cellOf(plan, card)));
  return open ? cellOf(plan, open.card) : step.first;
}

/**
 * In a browser that knows nothing of this lesson: the cards that are not right, and were gone on from all the same, for
 * a later one has been answered.
 *
 * @param {import("./plan.js").Plan} plan
 * @param {Map<string, import("./progress.js").CardState>} cards
 */
export function leftBehind(plan, cards) {
  const answered = plan.cells.filter(({ card, id }) => card && isDone(cards.get(id))).map(({ id }) => id);
  return answered.slice(0, -1);
}
