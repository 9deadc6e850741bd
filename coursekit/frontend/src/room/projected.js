// The screen in front of the class: how to join, what is asked, what came of it once it is opened.
import { fill, h, say } from "../dom.js";
import { announce } from "../live.js";
import { many, plain, rich } from "../text.js";
import { askedDrawn } from "./asked.js";
import { scannedCode, typedCode } from "./door.js";
import { openPage } from "./page.js";
import { clockOf, joining, PHASE_WORDS, sessionWords } from "./screen-words.js";
import { drawResults } from "./results.js";

const head = h("header", { class: "rs-head" });
const stage = h("div", { class: "rs-stage" });
const count = h("span", { class: "rs-count" });
const clock = h("span", { class: "rs-clock", role: "timer" });
/** @type {ScreenView | null} */
let view = null;
let drawn = "";
let at = "";

const page = openPage("projected", "rs", [head, stage], (/** @type {ScreenView} */ told) => {
  view = told;
  const { vote } = told;
  // Votes come in all the time: only what they change is drawn anew.
  const now = JSON.stringify([told.ended, told.code, told.door, vote && { ...vote, counted: null }]);
  if (now !== drawn) {
    fill(head, headOf(told));
    fill(stage, stageOf(told));
  }
  drawn = now;
  say(count, vote?.counted == null ? "" : `${vote.counted} voted`);
  tick();
  const place = `${vote?.id} ${vote?.phase}`;
  if (place !== at) {
    scrollTo(0, 0);
    if (vote) announce(`${PHASE_WORDS[vote.phase]}: ${plain(vote.asked.prompt)}`);
  }
  at = place;
});
setInterval(tick, 500);

function tick() {
  const text = clockOf(view?.vote ?? null, page.now());
  say(clock, text);
  clock.hidden = !text;
}

function headOf(/** @type {ScreenView} */ told) {
  const { vote, lesson, code } = told;
  if (!vote || told.ended) return null;
  return [
    h("span", { class: "rs-phase" }, PHASE_WORDS[vote.phase]),
    clock,
    count,
    h("span", { class: "rs-door" }, lesson && `Lesson ${lesson} · `, joining(told, location.href).shown, " · code ", typedCode(code)),
  ];
}

function stageOf(/** @type {ScreenView} */ told) {
  const { vote } = told;
  if (told.ended) return h("h1", { class: "rs-question" }, "This session is over. Thank you.");
  if (!vote) return doorOf(told);
  const question = h("h1", { class: ["rs-question", vote.phase === "opened" && "rs-small"] }, rich(vote.asked.prompt));
  if (vote.phase === "opened") return [question, vote.earlier && h("p", { class: "rs-told" }, `From the session of ${sessionWords(vote.earlier)}.`), vote.results && drawResults(vote.results, vote.asked, { level: 2, short: true })];
  if (vote.phase === "talk") return [talkOf(vote.groups), question, askedDrawn(vote.asked)];
  const closed = vote.round === 0 && h("p", { class: "rs-told" }, "Voting is closed.");
  return [closed, question, askedDrawn(vote.asked)];
}

function talkOf(/** @type {number} */ groups) {
  const how = groups
    ? `There are ${many(groups, "group")}; your phone says which is yours. Find the others, and tell each other why.`
    : "Turn to somebody beside you. Tell each other what you chose, and why.";
  return h("p", { class: "rs-told rs-talk" }, h("strong", null, "Talk. "), how);
}

function doorOf(/** @type {ScreenView} */ told) {
  const { shown } = joining(told, location.href);
  const { door, lesson, code } = told;
  return h(
    "div",
    { class: "rs-join" },
    h(
      "div",
      null,
      h("h1", null, lesson ? `Join: lesson ${lesson}` : "Join"),
      h("p", { class: "rs-step" }, door?.code ? "Scan the code, or open" : "Open on your phone"),
      h("p", { class: "rs-address" }, shown),
      h("p", { class: "rs-step" }, "and type"),
      h("p", { class: "rs-big" }, typedCode(code)),
    ),
    door?.code && scannedCode(door.code, shown),
  );
}
