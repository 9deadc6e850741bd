// What the page is that somebody works at, for the words that name it: a lesson, or an exercise. Whoever lays a page out
// says so on an element around it; where nobody does, it is a lesson. And what answers in it, for the words that say
// what is to be done while nothing does: in a notebook the lesson is run; a page that is none says on its body what else.

/** @typedef {"lesson" | "exercise"} Unit */

/** What an element stands in. @returns {Unit} */
export function unitOf(/** @type {Element | null | undefined} */ el) {
  const said = /** @type {HTMLElement | null | undefined} */ (el?.closest("[data-ck-unit]"))?.dataset.ckUnit;
  return said === "exercise" ? said : "lesson";
}

/** What is in front: for what stands beside it. @returns {Unit} */
export const unitInFront = () => unitOf(globalThis.document?.body);

const said = (/** @type {string} */ name) => globalThis.document?.body?.dataset[name] ?? "";

/** What one is to do so that something answers again. */
export const anewInFront = (unit = unitInFront()) => said("ckAnew") || `run the ${unit} again`;

const FOLDER = "in your work folder";

/** Where what one does is kept, in words. */
export const keptInFront = () => said("ckKept") || FOLDER;

/** Whether that is a folder, into which one can look. */
export const inFolder = () => keptInFront() === FOLDER;

/** When something will answer, in words; empty where it does already, or nobody has said. */
export const awaitedInFront = () => said("ckAwaited");

/** With a capital at its beginning, as a sentence has it. */
export const sentence = (/** @type {string} */ words) => words.charAt(0).toUpperCase() + words.slice(1);
