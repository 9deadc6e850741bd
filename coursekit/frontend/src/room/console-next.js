// What can be pressed on the console now, and what one would sensibly press next. Pure.

/** @typedef {"ask" | "close" | "talk" | "second" | "open" | "lay_over"} Press */

/** The first vote of the notes, or else of the plan, that was not asked in this session; null where all were. */
export function nextPlanned(/** @type {Pick<ConsoleView, "plan" | "votes">} */ { plan, votes }) {
  const asked = new Set(votes.filter(({ earlier }) => !earlier).map(({ prompt }) => prompt));
  return plan.find(({ from, prompt }) => from === "notes" && !asked.has(prompt)) ?? null;
}

/**
 * Whether each can be pressed.
 *
 * @param {Pick<ConsoleView, "plan" | "votes" | "vote" | "ended">} view
 * @returns {Record<Press, boolean>}
 */
export function pressable({ plan, votes, vote, ended }) {
  const is = (/** @type {RoomPhase[]} */ ...phases) => !ended && vote !== null && phases.includes(vote.phase);
  return {
    ask: !ended && !is("first", "second") && nextPlanned({ plan, votes }) !== null,
    close: is("first", "second"),
    talk: is("closed", "talk"),
    second: is("closed", "talk"),
    open: is("first", "closed", "talk", "second", "settled"),
    lay_over: is("opened") && Boolean(vote?.results.expert),
  };
}

/**
 * The press that the way “vote, talk, vote, open” has next; null where nothing is left.
 *
 * @param {Pick<ConsoleView, "plan" | "votes" | "vote" | "ended">} view
 * @returns {Press | null}
 */
export function nextPress(view) {
  const can = pressable(view);
  if (view.vote?.phase === "opened" && can.lay_over && !view.vote.laid_over) return "lay_over";
  /** @type {Record<RoomPhase, Press>} */
  const after = { first: "close", closed: "talk", talk: "second", second: "close", settled: "open", opened: "ask" };
  const next = view.vote ? after[view.vote.phase] : "ask";
  return can[next] ? next : null;
}

/** The round that is open, or was last. */
export function roundOf(/** @type {Pick<ConsoleVote, "phase" | "counted" | "hands">} */ { phase, counted, hands }) {
  const came = counted[2] || Object.values(hands[2] ?? {}).some(Boolean); // hands of 0 were taken back
  return phase === "second" || phase === "settled" || (phase === "opened" && came) ? 2 : 1;
}

/** How many have voted in the round that is open, or was last. */
export function votedWords(/** @type {ConsoleVote} */ vote, /** @type {number} */ here) {
  const last = roundOf(vote);
  const voted = vote.counted[last] ?? 0;
  if (!vote.round) return `${voted} voted in round ${last}`;
  // A phone without a web socket votes, and is not seen to be here.
  return voted > here ? `${voted} have voted` : `${voted} of ${here} here have voted`;
}
