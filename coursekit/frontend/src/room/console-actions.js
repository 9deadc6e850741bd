// The presses of a vote, in the order of a vote. All are always there: what cannot be pressed now says so, and keeps
// the focus if it has it; the next sensible one is the large one.
import { h, say } from "../dom.js";
import { plain } from "../text.js";
import { CLOCKS, selectField } from "./console-fields.js";
import { nextPlanned, nextPress, pressable } from "./console-next.js";

/** @typedef {(press: string, more?: Record<string, unknown>) => Promise<boolean>} Send */

const SIZES = /** @type {[string, string][]} */ ([["0", "without groups"], ...[2, 3, 4, 5, 6].map((size) => [String(size), `groups of ${size}`])]);
const SHORT = 60;

export function createActions(/** @type {Send} */ send) {
  /** @type {ConsoleView | null} */
  let view = null;
  const clock = selectField("Clock for a round", "seconds", CLOCKS);
  const groups = selectField("Talking", "size", SIZES);
  const seconds = () => Number(clock.field.value);
  const ofVote = (/** @type {string} */ press, more = {}) => send(press, { vote: view?.vote?.id, ...more });
  /** @type {Record<import("./console-next.js").Press, () => unknown>} */
  const does = {
    ask: () => {
      const next = view && nextPlanned(view);
      return next && send("ask", { item: next.item, seconds: seconds() });
    },
    close: () => ofVote("close"),
    talk: () => ofVote("talk", { size: Number(groups.field.value) }),
    second: () => ofVote("second", { seconds: seconds() }),
    open: () => ofVote("open"),
    lay_over: () => ofVote("lay_over", { on: !view?.vote?.laid_over }),
  };
  const names = /** @type {import("./console-next.js").Press[]} */ (Object.keys(does));
  const buttons = names.map((name) =>
    h("button", {
      type: "button",
      class: "ck-button ck-quiet",
      data: { press: name },
      on: { click: (/** @type {Event} */ event) => /** @type {Element} */ (event.currentTarget).ariaDisabled !== "true" && does[name]() },
    }),
  );
  const node = h("div", { class: "rc-actions", role: "group", "aria-label": "What to do now" }, h("div", { class: "rc-presses" }, buttons), h("div", { class: "rc-row" }, clock.node, groups.node));
  return {
    node,
    seconds,
    update(/** @type {ConsoleView} */ now) {
      view = now;
      const can = pressable(now);
      const next = nextPress(now);
      const words = wordsOf(now);
      names.forEach((name, at) => {
        const button = buttons[at];
        say(button, words[name]);
        button.ariaDisabled = String(!can[name]);
        button.classList.toggle("ck-quiet", name !== next);
        button.classList.toggle("rc-next", name === next);
        if (name === "lay_over") button.hidden = !now.vote?.results.expert;
      });
    },
  };
}

function wordsOf(/** @type {ConsoleView} */ view) {
  const planned = nextPlanned(view);
  const prompt = plain(planned?.prompt);
  const short = prompt.length > SHORT ? `${prompt.slice(0, SHORT).replace(/\s\S*$/, "")} …` : prompt;
  return {
    ask: planned ? `Ask: ${short}` : "Ask the next vote of the notes",
    close: "Close the round",
    talk: view.vote?.phase === "talk" ? "New groups" : "Let them talk",
    second: "Second round",
    open: "Open the results",
    lay_over: view.vote?.laid_over ? "Take the expert away" : "Lay the expert over",
  };
}
