// The instructor's console: what is asked, what to press next, what came of it so far.
import { fill, h, say } from "../dom.js";
import { announce } from "../live.js";
import { plain, rich } from "../text.js";
import { askedDrawn } from "./asked.js";
import { createActions } from "./console-actions.js";
import { createDebrief } from "./console-debrief.js";
import { createEarlier } from "./console-earlier.js";
import { createHands, createNote } from "./console-hands.js";
import { createMaker } from "./console-make.js";
import { votedWords } from "./console-next.js";
import { createPlan } from "./console-plan.js";
import { createCounts, createDoor, createEnd, createVotes } from "./console-room.js";
import { keepPlace } from "./keep-place.js";
import { openPage } from "./page.js";
import { clockOf, PHASE_WORDS, sessionWords } from "./screen-words.js";
import { drawResults } from "./results.js";

/** @type {ConsoleView | null} */
let view = null;
let results = "";
let shown = "";
const title = h("h1");
const why = h("p", { class: "rc-why", role: "alert" });
const phase = h("p", { class: "rc-phase" });
const clock = h("span", { class: "rc-clock", role: "timer" });
const asked = h("div", { class: "rc-asked" });
const badge = h("span", { class: "rc-badge" });
const alone = h("p", { class: "ck-soft" }, "The expert’s passages are shown to you alone until you lay them over.");
const body = h("div");
/** @type {HTMLDetailsElement} */
const told = h("details", { class: "rc-results", open: true, hidden: true }, h("summary", null, h("h2", null, "Results"), " ", badge), alone, body);

const ofVote = (/** @type {string} */ press, /** @type {Record<string, unknown>} */ more) => send(press, { vote: view?.vote?.id, ...more });
const ask = (/** @type {Record<string, unknown>} */ item) => send("ask", { item, seconds: actions.seconds() });
const counts = createCounts(send);
const actions = createActions(send);
const plan = createPlan(ask);
const maker = createMaker(ask);
const hands = createHands((more) => ofVote("hands", more));
const note = createNote((words) => ofVote("note", { note: words }));
const door = createDoor();
const votes = createVotes(send);
const earlier = createEarlier(send);
const end = createEnd(send);
const debrief = createDebrief();

const page = openPage(
  "console",
  "rc",
  [
    h("header", { class: "rc-head" }, title, counts.node),
    h("div", { class: "rc-now" }, h("p", { class: "rc-state" }, phase, clock), debrief.node, actions.node, why, asked, told, hands.node, note.node),
    h("div", { class: "rc-side" }, door.node, plan.node, maker.node, votes.node, earlier.node, door.people, end.node),
  ],
  show,
);
setInterval(tick, 500);
offer();

/** Press, and say in one line why it was not done; true if it was. */
async function send(/** @type {string} */ press, /** @type {Record<string, unknown>} */ more = {}) {
  const refused = await page.press(press, more);
  say(why, refused ? `Not done: ${refused}` : "");
  return refused === null;
}

async function offer() {
  try {
    const reply = await fetch("offered", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ key: page.key }) });
    if (!reply.ok) return;
    const found = await reply.json();
    plan.offer(found);
    maker.offer(found);
    earlier.offer(found);
  } catch {
    // The plan is there without it; a page that is loaded anew asks again.
  }
}

function show(/** @type {ConsoleView} */ now) {
  view = now;
  const { vote, lesson, ended } = now;
  say(title, `The room${lesson && `: lesson ${lesson}`}`);
  say(phase, ended ? "This session has ended. All votes are kept." : vote ? PHASE_WORDS[vote.phase] : "Nothing is asked yet");
  counts.update(now, vote ? votedWords(vote, now.here.participant) : "");
  for (const part of [actions, plan, door, votes, earlier, end, debrief]) part.update(now);
  hands.update(vote);
  note.update(vote);
  tick();
  const place = `${vote?.id} ${vote?.phase} ${ended}`;
  if (place !== shown) {
    fill(asked, vote && [h("h2", { class: "rc-question" }, rich(vote.asked.prompt)), vote.earlier && h("p", { class: "ck-soft" }, `Shown again, from the session of ${sessionWords(vote.earlier)}.`), h("details", { open: !vote.asked.paragraphs?.length }, h("summary", null, "What people see"), askedDrawn(vote.asked))]);
    say(why, "");
    if (shown) announce(vote ? `${PHASE_WORDS[vote.phase]}: ${plain(vote.asked.prompt)}` : "");
  }
  shown = place;
  showResults(vote);
}

function showResults(/** @type {ConsoleVote | null} */ vote) {
  const now = JSON.stringify(vote && [vote.id, vote.phase === "opened", vote.laid_over, vote.results]);
  if (now === results) return;
  results = now;
  told.hidden = !vote;
  if (!vote) return;
  const opened = vote.phase === "opened";
  say(badge, opened ? "the class sees them" : "not shown to the class yet");
  told.dataset.open = String(opened);
  alone.hidden = !vote.results.expert || vote.laid_over;
  keepPlace(body, () => fill(body, drawResults(vote.results, vote.asked, { level: 3, short: true })));
}

function tick() {
  const text = clockOf(view?.vote ?? null, page.now());
  say(clock, text && (view?.vote?.phase === "talk" ? `${text} so far` : `${text} left`));
}
