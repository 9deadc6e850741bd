// The participant's page of a room: a phone, a tablet, a laptop; by touch, mouse or keyboard alone.
import { fill, h, say, uid } from "../dom.js";
import { shield } from "../keys.js";
import { announce, prepare } from "../live.js";
import { about } from "./asking.js";
import { createJoin } from "./join.js";
import { createRoomPage } from "./phone.js";
import { keepToken, keptToken } from "./token.js";

const AGAIN = 3_000; // ms before one looks again for a room that cannot be reached

/** Where the page is drawn: its head, how the connection is, and the stage, on which there is one thing at a time. */
function createFrame(/** @type {HTMLElement} */ main) {
  const lesson = h("span", { class: "rp-lesson" }, "The room");
  const line = h("span", { class: "ck-status rp-line" });
  const stage = h("div", { class: "rp-stage" });
  fill(main, h("div", { class: "ck rp" }, h("header", { class: "rp-head" }, lesson, line), stage));
  let drawn = false;
  return {
    stage,
    lesson: (/** @type {string} */ name) => say(lesson, name ? `The room · lesson ${name}` : "The room"),
    line(/** @type {string} */ words, bad = false) {
      const before = line.dataset.state;
      say(line, words);
      line.dataset.state = bad ? "failed" : "idle";
      if (bad && before !== "failed") announce(words);
      if (!bad && before === "failed") announce("The connection is back.");
    },
    /** Put something else on the stage. Its heading gets the focus, so that whoever listens hears of it. */
    show(/** @type {{ head: string, node: Node, beside?: Node | null }} */ { head, node, beside = null }) {
      const heading = h("h1", { tabindex: "-1" }, head);
      fill(stage, h("div", { class: "rp-top" }, heading, beside), node);
      document.title = `${head} · The room`;
      // What is asked is read with it.
      const asked = stage.querySelector(".ck-prompt, .rp-asked");
      if (asked) {
        asked.id ||= uid("asked");
        heading.setAttribute("aria-describedby", asked.id);
      }
      if (drawn) {
        heading.focus({ preventScroll: true });
        scrollTo({ top: 0, behavior: "instant" });
      }
      drawn = true;
    },
  };
}

async function start(/** @type {HTMLElement} */ main) {
  shield();
  prepare();
  document.body.dataset.ckAnew = "load this page again";
  const frame = createFrame(main);
  const key = location.hash.slice(1); // of signs that no address has to write otherwise
  let found = await about();
  while (!found) {
    frame.line("The room cannot be reached. Trying again…", true);
    await new Promise((done) => setTimeout(done, AGAIN));
    found = await about();
  }
  frame.line("");
  const { names, ended, lesson, behind } = found;
  frame.lesson(lesson);

  function join(/** @type {string} */ why) {
    frame.line("");
    if (ended && !why) frame.show({ head: "This session has ended", node: h("p", null, "Nobody can join it any more.") });
    else frame.show(createJoin({ names, key, why }, come));
  }
  function come(/** @type {string} */ token) {
    keepToken(token);
    createRoomPage(frame, token, behind, (why, was) => {
      keepToken("");
      join(key && !was ? "" : why); // a link into another room than the one this browser knows
    });
  }
  const token = keptToken();
  if (token) come(token);
  else join("");
}

const main = document.getElementById("room");
if (main) start(main);
