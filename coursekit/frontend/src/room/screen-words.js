// The phases of a vote in words, and its clocks. Pure.

/** @type {Record<RoomPhase, string>} */
export const PHASE_WORDS = {
  first: "First round: voting is open",
  closed: "First round closed",
  talk: "Talking",
  second: "Second round: voting is open",
  settled: "Second round closed",
  opened: "Results are open",
};

/**
 * When a session was held, in this reader's own time; "another day" where that cannot be told. Pure.
 *
 * @param {string} begun
 */
export function sessionWords(begun) {
  const when = new Date(begun);
  if (Number.isNaN(when.getTime())) return "another day";
  return when.toLocaleString("en-GB", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });
}

/** Minutes and seconds, as a clock has them: 1:05. */
export function minutes(/** @type {number} */ seconds) {
  const whole = Math.max(0, Math.ceil(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/**
 * What a vote's clock says: what is left of a round, or how long people have been talking; "" where none runs.
 *
 * @param {Pick<RoomVote, "phase" | "since" | "until"> | null} vote
 * @param {number} now  seconds since 1970
 */
export function clockOf(vote, now) {
  if (vote?.until && (vote.phase === "first" || vote.phase === "second")) return minutes(vote.until - now);
  if (vote?.phase === "talk") return minutes(Math.max(0, Math.floor(now - vote.since)));
  return "";
}

/**
 * Where people join, as it is shown and as it is scanned.
 *
 * @param {{ door?: RoomDoor | null, join: string }} view
 * @param {string} page  this page's own address
 */
export function joining({ door, join }, page) {
  const address = door?.address || new URL(".", page).href;
  return { shown: address.replace(/\/$/, ""), link: `${address}#${join}` };
}
