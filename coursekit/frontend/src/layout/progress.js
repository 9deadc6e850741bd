// How far somebody has come in a lesson, in numbers and in words. No elements here.

const ANSWERED = new Set(["right", "partly", "wrong", "human", "finished"]);

/**
 * @typedef {{ state: string, points?: number, of?: number, again?: boolean, answered?: boolean }} CardState
 *   again: its mark says that it is to be looked at again (what is only blank is not); answered: also where it has been opened again since
 * @typedef {{ asked: number, answered: number, counted: number, again: number, points: number, of: number, tasks: number, finished: number }} Progress
 */

/** Whether a card has been answered, or a task finished. */
export function isDone(/** @type {CardState | undefined} */ card) {
  return ANSWERED.has(card?.state ?? "");
}

/**
 * Whether what follows a card may open by itself: not while a marked answer is partly or wholly wrong, for it may tell
 * the right one. What counts for nothing (a prediction) opens once it is kept.
 */
export function isSettled(/** @type {CardState | undefined} */ card) {
  return isDone(card) && !(card?.of && ["partly", "wrong"].includes(card.state));
}

/**
 * Count a lesson, or one sitting of it.
 *
 * @param {import("./plan.js").PlanSitting[]} sittings
 * @param {Map<string, CardState>} cards
 * @returns {Progress}
 */
export function progressOf(sittings, cards) {
  const ids = [...new Set(sittings.flatMap(({ questions, tasks }) => [...questions, ...tasks]))];
  const known = ids.map((id) => cards.get(id));
  const sum = (/** @type {"points" | "of"} */ name) => known.reduce((total, card) => total + (Number(card?.[name]) || 0), 0);
  return {
    asked: ids.length,
    answered: known.filter(isDone).length,
    counted: known.filter((card) => isDone(card) && card?.of).length,
    again: known.filter((card) => card?.again).length,
    points: sum("points"),
    of: sum("of"),
    tasks: sittings.reduce((total, { tasks }) => total + tasks.length, 0),
    finished: known.filter((card) => card?.state === "finished").length,
  };
}

/** A number as people read it: 9, 2.5. */
const plain = (/** @type {number} */ number) => String(Math.round(number * 10) / 10);

/** "3 of 5 here · 8 points · 1 to look at again"; `here` where these are one sitting's numbers among several. */
export function words(/** @type {Progress} */ { asked, answered, counted, again, points }, /** @type {boolean} */ here) {
  const parts = [`${answered} of ${asked}${here ? " here" : ""}`];
  if (counted) parts.push(`${plain(points)} point${plain(points) === "1" ? "" : "s"}`);
  if (again) parts.push(`${again} to look at again`);
  return parts.join(" · ");
}

/** The place in a lesson: "Sitting 2 of 3: The summer"; of a lesson that is not cut its title. */
export function place(/** @type {import("./plan.js").Plan} */ plan, /** @type {number} */ sitting) {
  const here = plan.sittings[sitting];
  return plan.marked && here ? `Sitting ${here.number} of ${plan.sittings.length}: ${here.title}` : plan.title;
}

/**
 * The first card that waits: its place among the sittings, and its id; undefined where all is answered or passed.
 *
 * @param {import("./plan.js").Plan} plan
 * @param {Map<string, CardState>} cards
 * @param {Set<string>} done
 */
export function firstOpen(plan, cards, done) {
  for (const [at, sitting] of plan.sittings.entries()) {
    const screen = sitting.screens.find(({ card }) => card && !isSettled(cards.get(card)) && !done.has(card));
    if (screen) return { sitting: at, cell: screen.last, card: screen.card };
  }
  return undefined;
}
