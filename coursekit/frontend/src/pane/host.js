// What a page offers to the widgets in it: a pane for the documents of each lesson. Widgets are bundled apart from each
// other and from the page, so they meet under a symbol (see client.js).
import { createLesson } from "./lesson.js";
import { HOST } from "./client.js";
import { followProse } from "./prose.js";

/**
 * Offer a pane to the widgets of this page.
 *
 * @param {Stage} stage
 * @param {(el: HTMLElement) => HTMLElement | null} rootOf  the element of the lesson that an element stands in
 * @param {string} prose  selects what of a lesson is its author's prose
 * @param {(root: HTMLElement) => Drawer} drawerOf  where it is kept which document a lesson showed last
 */
export function offerPane(stage, rootOf, prose, drawerOf) {
  /** @type {WeakMap<HTMLElement, PaneLesson>} */
  const lessons = new WeakMap();
  const host = {
    /** The documents of the lesson that an element stands in; null where it stands in none. */
    lessonOf(/** @type {HTMLElement} */ el) {
      const root = rootOf(el);
      if (!root) return null;
      const known = lessons.get(root);
      if (known) return known;
      const made = createLesson(stage, drawerOf(root));
      lessons.set(root, made);
      followProse(root, made, prose);
      // One has come to what asks nothing: a question that is over need not stand beside it.
      root.addEventListener("coursekit:reached", () => made.work({ question: "", refs: [] }));
      return made;
    },
  };
  /** @type {Record<symbol, any>} */ (/** @type {unknown} */ (globalThis))[HOST] = host;
  return host;
}
