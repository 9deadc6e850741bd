// What a participant sees while no vote is taken: waiting, a closed round, the time to talk, what came of it, the end.
import { h } from "../dom.js";
import { promptParts } from "../question/words.js";
import { plain, rich } from "../text.js";
import { askedAgain } from "./asked-again.js";
import { drawResults } from "./results.js";
import { said } from "./said.js";
import { sessionWords } from "./screen-words.js";
import { ROUNDS } from "./words.js";

/** @typedef {{ head: string, node: Node }} Drawn */

const asks = (/** @type {PhoneVote} */ { asked }) => h("p", { class: "rp-asked", dir: "auto" }, promptParts(asked.prompt).map(({ text }) => [rich(text), " "]));
const line = (/** @type {string} */ words) => h("p", null, words);

/** What came of one's own vote in the round that was closed. */
function outcome(/** @type {PhoneVote} */ vote, /** @type {number} */ round, /** @type {string} */ missed) {
  if (missed) return h("p", { class: "rp-missed" }, missed);
  return line(vote.own[round] ? "Your vote is counted." : "You did not vote in this round.");
}

/** @type {Record<Exclude<RoomPhase, "first" | "second">, (vote: PhoneVote, missed: string) => Drawn>} */
const DRAWN = {
  closed: (vote, missed) => ({
    head: `${ROUNDS[1]} closed`,
    node: h("div", null, asks(vote), askedAgain(vote), outcome(vote, 1, missed), said(vote), line("Nothing is shown yet. Wait for your instructor.")),
  }),
  talk: (vote, missed) => ({
    head: "Talk about it",
    node: h(
      "div",
      null,
      vote.group === null ? null : h("p", { class: "rp-group" }, "You are in group ", h("strong", null, String(vote.group))),
      line(vote.group === null ? "Tell your neighbours what you said, and why. Which words decide?" : "Find the others of your group. Where answers differed, they meet in it. Which words decide?"),
      line("After that you vote again."),
      asks(vote),
      askedAgain(vote),
      outcome(vote, 1, missed),
      said(vote),
    ),
  }),
  settled: (vote, missed) => ({
    head: `${ROUNDS[2]} closed`,
    node: h("div", null, asks(vote), askedAgain(vote), outcome(vote, 2, missed), said(vote), line("Your instructor shows what came of it.")),
  }),
  opened: (vote) => ({
    head: "What came of it",
    node: h("div", null, vote.earlier ? line(`From the session of ${sessionWords(vote.earlier)}.`) : null, asks(vote), said(vote), vote.results ? drawResults(vote.results, vote.asked, { level: 2 }) : null),
  }),
};

/**
 * What to show of a vote that takes no votes.
 *
 * @param {PhoneVote} vote
 * @param {string} missed  why one's own last vote does not count, where it does not
 * @returns {Drawn}
 */
export const drawPhase = (vote, missed) => DRAWN[/** @type {keyof typeof DRAWN} */ (vote.phase)](vote, missed);

/** @returns {Drawn} */
export const waitingFor = () => ({
  head: "You are in",
  node: h("div", null, line("Nothing is asked yet. Leave this page open: what is asked comes by itself.")),
});

/** @returns {Drawn} */
export const atEnd = (/** @type {PhoneVote | null} */ vote) => ({
  head: "This session has ended",
  node: h("div", null, line("Thank you. You can close this page."), vote?.phase === "opened" ? [h("h2", null, plain(vote.asked.prompt)), drawPhase(vote, "").node] : null),
});
