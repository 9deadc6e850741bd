// How a question stands, for whoever lays out the lesson around it: on the card's element, and as an event of it.

import { UNCOUNTED } from "./words.js";

/**
 * `tell` says how it stands now; `again` says it once more, to those who could not hear it before it was in the page.
 *
 * @param {HTMLElement} root
 * @param {View} view
 * @param {boolean} tried  whether it was answered in an earlier life of the page
 */
export function createNews(root, view, tried) {
  const of = UNCOUNTED.has(view.purpose ?? "") ? 0 : (view.points ?? 1);
  let answered = tried; // once, and for good: whoever tries again has answered
  /** @type {{ id: string, state: string, points: number, of: number, again: boolean, answered: boolean } | null} */
  let last = null;

  function send() {
    root.dispatchEvent(new CustomEvent("coursekit:question", { bubbles: true, detail: { ...last } }));
  }
  return {
    tell(/** @type {Phase} */ phase, /** @type {Mark | null} */ mark) {
      const marked = phase === "marked" ? mark : null;
      answered ||= Boolean(marked && marked.state !== "unanswered");
      const points = of && marked ? Number(marked.points) : 0;
      const now = { id: view.id, state: marked?.state ?? "open", points, of: of && marked ? Number(marked.of) : of, again: Boolean(of && marked?.again), answered };
      const before = last && JSON.stringify(last);
      last = now;
      Object.assign(root.dataset, { state: now.state, points: String(now.points), of: String(now.of), again: String(now.again), answered: String(answered) });
      if (before !== JSON.stringify(now)) send();
    },
    again() {
      if (last) send();
    },
  };
}
