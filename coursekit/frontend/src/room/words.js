// Small things that the participant's page says in several places. Pure.

/** One sentence: the server's words for people have no stop at their end. */
export const sentence = (/** @type {string} */ words) => (/[.!?…]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);

/** What so much confidence means, in answers of which one would expect so many to be right. */
export function means(/** @type {number} */ sure) {
  if (sure === 50) return "as good as tossing a coin";
  if (sure === 100) return "certain: it cannot be otherwise";
  const of = sure % 10 === 0 ? 10 : 20;
  return `of ${of} such answers you expect ${(of * sure) / 100} to be right`;
}

/** A vote that no server has answered yet. */
export const ON_ITS_WAY = "Your vote has not reached the room yet. You are told whether it counted.";

/** What is said of an answer that stood on the page, and was not sent, when its round was closed. */
export function unsentWords(/** @type {boolean} */ voted) {
  if (voted) return "Your last change was not sent before the round was closed. Your earlier vote counts.";
  return "Your answer was not sent before the round was closed. It does not count.";
}

/** What a number must lie between. */
export function bounds(/** @type {{ least?: number | null, most?: number | null }} */ { least = null, most = null }) {
  if (least === null && most === null) return "A number.";
  if (most === null) return `A number from ${least} up.`;
  return least === null ? `A number up to ${most}.` : `A number from ${least} to ${most}.`;
}

/** Which round, as a heading. */
export const ROUNDS = ["", "First vote", "Second vote"];
