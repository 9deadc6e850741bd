// What a page offers to the widgets in it: a pane for the documents of each lesson. Widgets are bundled apart from each
// other and from the page, so they meet under a symbol (see client.js).
import { createLesson } from "./lesson.js";
import { HOST } from "./client.js";

/**
 * Offer a pane to the widgets of this page.
 *
 * @param {Stage} stage
 * @param {(el: HTMLElement) => HTMLElement | null} rootOf  the element of the lesson that an element stands in
 */
export function offerPane(stage, rootOf) {
  /** @type {WeakMap<HTMLElement, PaneLesson>} */
  const lessons = new WeakMap();
  const host = {
    /** The documents of the lesson that an element stands in; null where it stands in none. */
    lessonOf(/** @type {HTMLElement} */ el) {
      const root = rootOf(el);
      if (!root) return null;
      const found = lessons.get(root) ?? createLesson(stage);
      lessons.set(root, found);
      return found;
    },
  };
  /** @type {Record<symbol, any>} */ (/** @type {unknown} */ (globalThis))[HOST] = host;
  return host;
}
