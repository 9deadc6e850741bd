// Marking goes on bit by bit: the page asks for more as long as something is left, and between the bits for whatever
// its teacher presses.
import { fill, h } from "../dom.js";
import { announce } from "../live.js";

/**
 * {node, left, words(), show(now), done(), drop()}: `done` gives true once everything is marked, false where that is not to come.
 *
 * @param {() => Promise<any>} goOn  asks for some more to be marked; gives what is answered
 */
export function createGoingOn(goOn) {
  const bar = h("progress", { "aria-label": "Marked" });
  const said = h("span", { class: "ck-soft" });
  const node = h("div", { class: "ck-line ck-desk-going", hidden: true }, bar, said);
  /** @type {((marked: boolean) => void)[]} */
  let waiting = [];
  let left = 0;
  let of = 0;
  let going = false;
  let gone = false;

  const figure = (/** @type {number} */ number) => number.toLocaleString("en-GB");
  const words = () => `${figure(of - left)} of ${figure(of)} ${of === 1 ? "hand-in" : "hand-ins"} marked`;

  function settle(/** @type {boolean} */ marked) {
    const all = waiting;
    waiting = [];
    for (const each of all) each(marked);
  }
  async function run() {
    if (going) return;
    going = true;
    while (left && !gone) {
      const content = await goOn(); // how things stand then, `show` has heard already
      if (content.op === "now" || gone) continue;
      fill(said, `Marking has stopped at ${words()}: ${String(content.why).replace(/\.$/, "")}. Press “Look again”.`);
      announce(String(said.textContent));
      settle(false);
      break;
    }
    going = false;
  }
  return {
    node,
    words,
    get left() {
      return left;
    },
    show(/** @type {DeskNow} */ now) {
      if (now.left && !left) announce("The table is there. Marking goes on.");
      if (!now.left && left) announce(`Everything is marked: ${figure(now.of)} ${now.of === 1 ? "hand-in" : "hand-ins"}.`);
      [left, of] = [now.left, now.of];
      node.hidden = !left;
      [bar.max, bar.value] = [Math.max(1, of), of - left];
      fill(said, `${words()}. The table fills in by itself; what is made waits for the marks.`);
      if (!left) settle(true);
      else run();
    },
    /** @returns {Promise<boolean>} */
    done: () => (left && !gone ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(!gone)),
    drop() {
      gone = true;
      settle(false);
    },
  };
}
