// How a vote stands, in words beside its button. Nothing is called counted before the server has it on its disk. Pure.
import { sentence } from "../words.js";

/**
 * @typedef {object} Standing
 * @property {boolean} counted  a vote of this round counts
 * @property {boolean} changed  the answer on the page is not the one that was sent last
 * @property {boolean} waiting  a vote is on its way
 * @property {boolean} lost  there is no connection
 * @property {boolean} over  the clock has run out
 * @property {string} refused  why the last vote does not count
 */

/** @returns {{ text: string, state: "idle" | "waiting" | "saved" | "failed", button: string, open: boolean }} */
export function standing(/** @type {Standing} */ { counted, changed, waiting, lost, over, refused }) {
  const button = counted || waiting ? "Change my vote" : "Vote";
  const told = (/** @type {string} */ text, /** @type {"idle" | "waiting" | "saved" | "failed"} */ state, open = true) => ({ text, state, button, open });
  if (refused && !changed) return told(`Not counted. ${sentence(refused)}${counted ? " Your earlier vote counts." : ""}`, "failed");
  if (waiting && lost && over) return told("There is no connection, and the time is up. Once it is back you are told whether your vote counted.", "failed", changed);
  if (waiting && lost) return told("There is no connection. Your vote is kept here, and sent when it is back.", "failed", changed);
  if (waiting && !changed) return told("Sending…", "waiting", false);
  if (changed && counted) return told("Changed, not sent yet. Your earlier vote counts until you press the button.", "idle");
  if (changed) return told(waiting ? "Changed, not sent yet. Your earlier vote is on its way." : "Not sent yet: press the button.", "idle");
  if (counted) return told("Counted. You can change it until the round closes.", "saved", false);
  return told("", "idle");
}
