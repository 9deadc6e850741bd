// The ballot of one round: what is asked, where one answers, the button, and how the vote stands.
import { h, say, uid } from "../../dom.js";
import { announce } from "../../live.js";
import { facts } from "../../question/facts.js";
import { promptParts } from "../../question/words.js";
import { rich } from "../../text.js";
import { saidBefore } from "../said.js";
import { controlFor, viewOf } from "./control.js";
import { standing } from "./standing.js";

/**
 * @typedef {import("../connection.js").Ballot} Cast
 *
 * @typedef {object} Booth  what a ballot may ask of the page
 * @property {(vote: string, round: number, answer: Answer) => void} cast
 * @property {() => Cast | null} waiting  the vote that is on its way
 * @property {() => boolean} over  the clock has run out
 */

/** @param {PhoneVote} vote @param {Booth} booth */
export function createBallot(vote, booth) {
  const { asked, round } = vote;
  const ids = { labelId: uid("prompt"), hintId: uid("hint") };
  const view = viewOf(asked, `${vote.id}-${round}`);
  const control = controlFor(asked, view, { ...ids, changed, submit: press });
  const status = h("p", { class: "ck-status rp-status" });
  const button = h("button", { type: "button", class: "ck-button rp-vote", on: { click: press } }, "Vote");
  const before = round === 2 ? saidBefore(vote, again) : null;
  let counted = JSON.stringify(vote.own[round]?.answer ?? null); // the answer that counts
  let sent = ""; // the answer on the page when it was sent last, or drawn
  let lost = false;
  let refused = "";
  let asks = false; // was told already that its ground is missing

  const node = h(
    "div",
    { class: "ck ck-question rp-ballot", data: { vote: vote.id, round } },
    before,
    h(
      "fieldset",
      { "aria-describedby": ids.hintId },
      h("legend", { class: "ck-prompt", id: ids.labelId }, promptParts(asked.prompt).map((part) => h("span", { class: part.asks ? "ck-asks" : "ck-leads", dir: "auto" }, rich(part.text), " "))),
      asked.rider ? h("p", { class: "rp-rider", dir: "auto" }, rich(asked.rider)) : null,
      facts(view.card),
      h("p", { class: "ck-hint", id: ids.hintId }, control?.hint),
      control ? h("div", { class: "ck-answer" }, control.node) : h("p", null, "This page is older than the room. Load it again."),
    ),
    control?.sure?.node,
    h("div", { class: "ck-foot rp-foot" }, control && button, status),
  );
  // Where a text is pointed into, what is pressed stays in sight below it: the one bar above the other.
  const sized = new ResizeObserver(([{ target }]) => node.style.setProperty("--rp-foot", `${/** @type {HTMLElement} */ (target).offsetHeight}px`));
  sized.observe(/** @type {HTMLElement} */ (node.querySelector(".rp-foot")));
  node.querySelector(".ck-evidence-bar")?.classList.add("ck-over-text");

  const here = () => JSON.stringify(control?.read() ?? {});
  const waiting = () => {
    const cast = booth.waiting();
    return cast?.vote === vote.id && cast.round === round ? cast : null;
  };
  function draw() {
    const changed = here() !== sent && control?.answered() === true;
    const now = standing({ counted: counted !== "null", changed, waiting: waiting() !== null, lost, over: booth.over(), refused });
    say(status, now.text);
    status.dataset.state = now.state;
    say(button, now.button);
    button.setAttribute("aria-disabled", String(!now.open));
    return now;
  }
  function changed() {
    if (!control) return; // it is being made
    asks = false;
    if (here() !== sent) refused = "";
    draw();
  }
  function tell(/** @type {string} */ words) {
    say(status, words);
    status.dataset.state = "hint";
    announce(words);
  }
  function press() {
    if (!control) return;
    control.point?.();
    if (!control.answered()) return tell(view.kind === "evidence" ? "Point at the words first." : "Answer first, then vote.");
    if (here() === sent && !refused) return tell(waiting() ? draw().text : "This is what counts already. Change your answer first.");
    if (!asks && view.ground && !control.read().ground) {
      asks = true;
      return tell("Now point at the words that decide, or say “nowhere”. Press the button again to vote without.");
    }
    refused = "";
    sent = here();
    booth.cast(vote.id, round, control.read());
    draw();
  }
  /** The first answer once more, to be sent or changed. */
  function again() {
    control?.write(vote.own[1].answer);
    changed();
    button.focus();
  }
  function restore() {
    const kept = waiting()?.answer ?? vote.own[round]?.answer;
    if (kept) control?.write(kept);
    sent = here();
  }
  restore();
  draw();

  return {
    node,
    /** What the room says of this round now. */
    view(/** @type {PhoneVote} */ next) {
      const own = next.own[round]?.answer;
      const known = JSON.stringify(own ?? null);
      // Changed on another page of the same person: shown here, unless something is being changed here as well.
      if (own && known !== counted && !waiting() && here() === sent) {
        control?.write(own);
        sent = here();
      }
      counted = known;
      draw();
    },
    line(/** @type {boolean} */ gone) {
      lost = gone;
      const { state, text } = draw();
      if (state === "failed") announce(text);
    },
    counted(/** @type {Cast} */ { answer }) {
      counted = JSON.stringify(answer);
      refused = "";
      announce(draw().text);
    },
    refused(/** @type {string} */ why) {
      refused = why;
      announce(draw().text);
    },
    draw,
    /** Whether there is an answer that was never sent. */
    unsent: () => control?.answered() === true && here() !== sent,
    destroy() {
      sized.disconnect();
      control?.destroy();
    },
  };
}
