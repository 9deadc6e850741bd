// How far somebody has come in a lesson, in numbers and in words. No elements here.

const ANSWERED = new Set(["right", "partly", "wrong", "human", "finished"]);

/**
 * @typedef {{ state: string, points?: number, of?: number }} CardState
 * @typedef {{ asked: number, answered: number, again: number, points: number, of: number, tasks: number, finished: number }} Progress
 */

/** Whether a card has been answered, or a task finished. */
export function isDone(/** @type {CardState | undefined} */ card) {
  return ANSWERED.has(card?.state ?? "");
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
    again: known.filter((card) => ["partly", "wrong"].includes(card?.state ?? "")).length,
    points: sum("points"),
    of: sum("of"),
    tasks: sittings.reduce((total, { tasks }) => total + tasks.length, 0),
    finished: known.filter((card) => card?.state === "finished").length,
  };
}

/** A number as people read it: 9, 2.5, 1.33. */
const plain = (/** @type {number} */ number) => String(Math.round(number * 100) / 100);

/** "7 of 18 · 9 points · 2 to look at again". */
export function words(/** @type {Progress} */ { asked, answered, again, points, of }) {
  const parts = [`${answered} of ${asked}`];
  if (answered && of) parts.push(`${plain(points)} point${points === 1 ? "" : "s"}`);
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
    const screen = sitting.screens.find(({ card }) => card && !isDone(cards.get(card)) && !done.has(card));
    if (screen) return { sitting: at, cell: screen.first, card: screen.card };
  }
  return undefined;
}
