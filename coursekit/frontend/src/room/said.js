// What one said oneself, round by round.
import { h } from "../dom.js";
import { inWords } from "./ballot/in-words.js";
import { viewOf } from "./ballot/control.js";
import { ROUNDS } from "./words.js";

function lines(/** @type {PhoneVote} */ vote, /** @type {number} */ round) {
  const own = vote.own[round];
  return own ? inWords(own.answer, viewOf(vote.asked, vote.id)) : [];
}

const list = (/** @type {string[]} */ said) => h("ul", { class: "rp-said" }, said.map((line) => h("li", { dir: "auto" }, line)));

/** All that one said to a vote; null where that is nothing. */
export function said(/** @type {PhoneVote} */ vote) {
  const rounds = [1, 2].filter((round) => vote.own[round]);
  if (rounds.length === 0) return null;
  return h(
    "section",
    { class: "rp-own", "aria-label": "What you said" },
    rounds.map((round) => [h("h2", null, `You said (${ROUNDS[round].toLowerCase()})`), list(lines(vote, round))]),
  );
}

/** The first vote beside the ballot of the second, and a button that takes it over. */
export function saidBefore(/** @type {PhoneVote} */ vote, /** @type {() => void} */ again) {
  const first = lines(vote, 1);
  if (first.length === 0) return null;
  return h(
    "div",
    { class: "rp-own", role: "group", "aria-label": "Your first vote" },
    h("p", { class: "rp-own-head" }, "First you said"),
    list(first),
    h("button", { type: "button", class: "ck-button ck-quiet", on: { click: again } }, "Say the same again"),
  );
}
