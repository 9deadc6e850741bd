// A participant who is in: what the room asks, and what becomes of the answer.
import { announce } from "../live.js";
import { liveAddress } from "./asking.js";
import { createBallot } from "./ballot/ballot.js";
import { connectRoom } from "./connection.js";
import { createCountdown } from "./countdown.js";
import { atEnd, drawPhase, waitingFor } from "./phases.js";
import { ON_ITS_WAY, ROUNDS, sentence, unsentWords } from "./words.js";

/** What is on the stage, as a name: it is drawn anew only when that changes. Pure. */
export function scene(/** @type {PhoneView} */ { ended, vote }) {
  if (ended) return `ended ${vote?.phase === "opened" ? JSON.stringify(vote.results) : ""}`;
  if (!vote) return "waiting";
  if (vote.round > 0) return `vote ${vote.id} ${vote.round}`;
  return `${vote.phase} ${vote.id} ${vote.group} ${JSON.stringify([vote.own, vote.results])}`;
}

/**
 * @param {{ show(drawn: any): void, line(words: string, bad?: boolean): void, lesson(name: string): void }} frame
 * @param {string} token
 * @param {number} behind  ms by which this machine's clock is behind the server's
 * @param {(why: string, was: boolean) => void} onGone  the token is none of this room; was: it was one until now
 */
export function createRoomPage(frame, token, behind, onGone) {
  let shown = "";
  /** @type {PhoneView | null} */
  let last = null;
  /** @type {ReturnType<typeof createBallot> | null} */
  let ballot = null;
  /** @type {ReturnType<typeof createCountdown> | null} */
  let clock = null;
  let missed = { vote: "", why: "" }; // why the last answer does not count

  const ofBallot = (/** @type {import("./connection.js").Ballot} */ cast) =>
    ballot && cast.vote === last?.vote?.id && cast.round === last.vote.round ? ballot : null;

  function leave() {
    ballot?.destroy();
    clock?.destroy();
    ballot = clock = null;
  }
  function open(/** @type {PhoneVote} */ vote) {
    missed = { vote: "", why: "" };
    clock = vote.until === null ? null : createCountdown(vote.until, behind, () => ballot?.draw());
    ballot = createBallot(vote, {
      cast: (id, round, answer) => connection.vote(id, round, /** @type {any} */ (answer)),
      waiting: () => connection.waiting,
      over: () => clock?.over() ?? false,
    });
    frame.show({ head: ROUNDS[vote.round], node: ballot.node, beside: clock?.node });
  }
  function why(/** @type {PhoneVote} */ vote) {
    if (connection.waiting?.vote === vote.id) return ON_ITS_WAY;
    return missed.vote === vote.id ? missed.why : "";
  }
  function show(/** @type {PhoneView} */ view) {
    const { vote } = view;
    const name = scene(view);
    if (name === shown && vote && ballot) ballot.view(vote);
    if (name === shown) return;
    const before = last?.vote;
    if (before && vote?.id === before.id && ballot?.unsent()) missed = { vote: vote.id, why: unsentWords(Boolean(vote.own[before.round])) };
    leave();
    shown = name;
    if (view.ended) frame.show(atEnd(vote));
    else if (!vote) frame.show(waitingFor());
    else if (vote.round > 0) open(vote);
    else frame.show(drawPhase(vote, why(vote)));
  }
  /** Draw the stage once more: what is known of one's own vote has changed. */
  function anew() {
    shown = "";
    if (last) show(last);
  }
  /** @type {ReturnType<typeof connectRoom>} */
  const connection = connectRoom(
    liveAddress(),
    { as: "participant", token },
    {
      onView(view) {
        frame.lesson(view.lesson);
        show(view);
        last = view;
      },
      onLine(state) {
        if (state === "connecting") return; // what was said stays, until there is news
        const lost = state === "lost";
        frame.line(lost ? "No connection. Trying again…" : "", lost);
        ballot?.line(lost);
      },
      onCounted(cast) {
        const own = ofBallot(cast);
        if (own) own.counted(cast);
        else anew();
      },
      onRefused(cast, words) {
        const own = ofBallot(cast);
        if (own) own.refused(words);
        missed = { vote: cast.vote, why: `Not counted. ${sentence(words)}` };
        if (own) return;
        announce(missed.why);
        anew();
      },
      onGone(words) {
        leave();
        onGone(words, last !== null);
      },
    },
    token.slice(0, 12),
  );
}
