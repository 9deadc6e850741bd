// What the page is that somebody works at, for the words that name it: a lesson, or an exercise. Whoever lays a page out
// says so on an element around it; where nobody does, it is a lesson.

/** @typedef {"lesson" | "exercise"} Unit */

/** What an element stands in. @returns {Unit} */
export function unitOf(/** @type {Element | null | undefined} */ el) {
  const said = /** @type {HTMLElement | null | undefined} */ (el?.closest("[data-ck-unit]"))?.dataset.ckUnit;
  return said === "exercise" ? said : "lesson";
}

/** What is in front: for what stands beside it. @returns {Unit} */
export const unitInFront = () => unitOf(globalThis.document?.body);
