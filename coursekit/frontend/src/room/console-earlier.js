// Votes of earlier sessions: shown again as results, to class and screen.
import { fill, h } from "../dom.js";
import { many, plain } from "../text.js";
import { sessionWords } from "./screen-words.js";

/** @typedef {{ session: string, begun: string, lesson: string, votes: { vote: string, prompt: string }[] }} Earlier */

export function createEarlier(/** @type {import("./console-actions.js").Send} */ send) {
  const list = h("div");
  const node = h("details", { class: "rc-part", hidden: true }, h("summary", null, h("h2", null, "Earlier sessions")), h("p", { class: "ck-soft" }, "What is shown again stands as it was: the class sees it at once, and nobody can vote."), list);
  /** @type {HTMLElement[]} */
  let buttons = [];
  let open = false;
  function shut() {
    for (const each of buttons) each.setAttribute("aria-disabled", String(open));
  }
  return {
    node,
    offer(/** @type {{ earlier?: Earlier[] }} */ { earlier = [] }) {
      node.hidden = earlier.length === 0;
      buttons = [];
      fill(list, earlier.map(drawn));
      shut();
    },
    update(/** @type {ConsoleView} */ { vote, ended }) {
      open = Boolean(vote?.round) || ended;
      shut();
    },
  };

  function drawn(/** @type {Earlier} */ { session, begun, lesson, votes }) {
    const rows = votes.map(({ vote, prompt }) => {
      const words = plain(prompt);
      const button = h("button", { type: "button", class: "ck-link", "aria-label": `Show again: ${words}`, on: { click: () => !open && send("recall", { session, vote }) } }, "Show again");
      buttons.push(button);
      return h("li", null, words, " ", button);
    });
    const name = `${sessionWords(begun)}${lesson && `, lesson ${lesson}`}: ${many(votes.length, "vote")}`;
    return h("details", null, h("summary", null, name), h("ul", { class: "rc-votes" }, rows));
  }
}
