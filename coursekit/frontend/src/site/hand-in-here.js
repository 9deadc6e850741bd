// A hand-in made without Python: the same file, from the journal as the browser keeps it and what waits to be marked.
// It says what was answered and done; points are given where it is graded.
import { wellFormed } from "../spans/codepoints.js";
import { eventsIn, workHere } from "./here.js";

const FORMAT = "coursekit-hand-in/1";
const MOST_HISTORY = 2000;
const LONGEST = 40; // signs of a name in the file's name
/** @type {Record<string, string>} */
const CALLED = { "mark-shown": "checked", committed: "finished" }; // events, as the history calls them
const TOLD = ["question", "state", "points", "step", "task"];
const CHANGEABLE = ["tag", "comment", "spans"];

/** The latest answer to each of these questions. */
function answers(/** @type {Record<string, any>[]} */ events, /** @type {string[]} */ questions) {
  const given = events.filter((each) => each.event === "answer" && questions.includes(each.question));
  return Object.fromEntries(given.map(({ question, answer }) => [question, answer]));
}

/** What was tried, hinted, opened and finished. */
function history(/** @type {Record<string, any>[]} */ events, /** @type {PageHandIn} */ { exercise, questions, tasks }) {
  const concerns = (/** @type {Record<string, any>} */ each) =>
    (each.event === "solution" && each.exercise === exercise) ||
    (each.event === "committed" && tasks.includes(each.task)) ||
    (["mark-shown", "hint"].includes(each.event) && questions.includes(each.question));
  return events
    .filter(concerns)
    .map((each) => ({ at: each.at, what: CALLED[each.event] ?? each.event, ...Object.fromEntries(TOLD.filter((key) => key in each).map((key) => [key, each[key]])) }))
    .slice(-MOST_HISTORY);
}

/** The marks that stand for each of these tasks; those made or changed after it was finished say so. */
function marks(/** @type {Record<string, any>[]} */ events, /** @type {string[]} */ tasks) {
  /** @type {Map<string, any>} */
  const stand = new Map();
  const [finished, late] = [new Set(), new Set()];
  for (const { event, annotation, changes, task } of events) {
    const id = annotation?.id ?? annotation;
    if (event === "committed") finished.add(task);
    else if (event === "annotate" && !stand.has(id)) stand.set(id, annotation);
    else if (event === "annotation-changed" && stand.has(id)) stand.set(id, { ...stand.get(id), ...Object.fromEntries(Object.entries(changes).filter(([key]) => CHANGEABLE.includes(key))) });
    else if (event === "annotation-removed") stand.delete(id);
    else continue;
    if (finished.has(stand.get(id)?.task)) late.add(id);
  }
  const of = (/** @type {string} */ task) => [...stand.values()].filter((mark) => mark.task === task).map((mark) => (late.has(mark.id) ? { ...mark, after: true } : mark));
  return Object.fromEntries(tasks.map((task) => [task, of(task)]).filter(([, made]) => made.length > 0));
}

/** The hand-in that events come to, as `coursekit.marking.hand_in` writes it. Pure. */
export function handIn(/** @type {Record<string, any>[]} */ events, /** @type {PageHandIn} */ asked, /** @type {string} */ learner, now = new Date()) {
  const made = now.toISOString().replace(/\.\d+Z$/, "Z");
  const { exercise, version, questions, tasks, texts } = asked;
  const whole = { format: FORMAT, exercise, version, learner, made, answers: answers(events, questions), history: history(events, asked), texts };
  return tasks.length ? { ...whole, marks: marks(events, tasks) } : whole;
}

/** A hand-in's file name. Pure. */
export const fileOf = (/** @type {string} */ exercise, /** @type {string} */ learner) =>
  `${exercise}-${learner.replace(/[^\p{L}\p{N}_-]+/gu, "-").slice(0, LONGEST).replace(/^-+|-+$/g, "").toLowerCase() || "learner"}.json`;

/** Make what a form has asked for. @returns {Promise<HandedIn>} */
export async function handInHere(/** @type {PageData} */ { hand_in: asked, versions }, /** @type {string} */ named, /** @type {{ n: number, learner: string }} */ { n, learner }) {
  const name = wellFormed(learner).replace(/\s+/g, " ").trim();
  const { text, unread } = await workHere(named, versions);
  const file = handIn(eventsIn(text), /** @type {PageHandIn} */ (asked), name);
  const count = Object.keys(file.answers).length;
  const summary = `${count} of ${/** @type {PageHandIn} */ (asked).questions.length} parts answered; it is marked where it is handed in. ${unread}`.trim();
  return { op: "handed-in", n, learner: name, name: fileOf(file.exercise, name), where: "", summary, content: `${JSON.stringify(file, null, 1)}\n` };
}
