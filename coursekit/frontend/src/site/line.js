// The line from a page to the worker that answers it. What is said before the worker is up is passed on when it is; a
// worker that could not start, or says nothing any more, is told of, and can be started anew.
import { whyGone } from "./reasons.js";

const UNKNOWN = whyGone("");
const PATIENCE = 45_000; // ms without a word after something was sent, until the worker is thought to be dead

/**
 * @param {() => Answerer} hire  starts a worker; throws where the browser has none
 * @param {object} opening       what the worker is told first
 * @returns {Line}
 */
export function createLine(hire, opening, { patience = PATIENCE } = {}) {
  /** @type {((told: Told) => void)[]} */
  const listeners = [];
  /** @type {{ message: object, transfer: ArrayBuffer[], sent(none?: undefined): void, lost(why: Error): void }[]} */
  const early = []; // sent before the worker was up
  /** @type {Answerer | null} */
  let worker = null;
  /** @type {LinePhase} */
  let phase = "awaited";
  let silence = 0;

  function tell(/** @type {Told} */ told) {
    for (const listener of listeners) listener(told);
  }
  function answered() {
    clearTimeout(silence);
    silence = 0;
  }
  function gone(/** @type {string} */ why) {
    answered();
    worker?.terminate();
    worker = null;
    phase = "gone";
    const unsent = early.splice(0);
    tell({ type: "gone", why: why || UNKNOWN });
    for (const { lost } of unsent) lost(new Error("nothing answers"));
  }
  function post(/** @type {object} */ message, /** @type {ArrayBuffer[]} */ transfer) {
    worker?.postMessage(message, transfer);
    tell({ type: "asks" });
    // Counted from what was sent first: whoever goes on answering would never learn that nobody hears.
    silence ||= setTimeout(gone, patience, "Python has stopped answering");
  }
  function hear(/** @type {Told} */ told) {
    answered();
    if (told.type === "failed" && (phase === "awaited" || told.fatal)) return gone(told.why);
    if (told.type === "ready") phase = "ready";
    tell(told);
    if (told.type === "ready") for (const { message, transfer, sent } of early.splice(0)) {
      post(message, transfer);
      sent();
    }
  }
  async function ask(/** @type {object} */ message, /** @type {ArrayBuffer[]} */ transfer = []) {
    if (phase === "gone") throw new Error("nothing answers");
    if (phase === "ready") post(message, transfer);
    else await new Promise((sent, lost) => early.push({ message, transfer, sent, lost }));
  }
  return {
    get phase() {
      return phase;
    },
    send: (view, content, buffers = []) => ask({ type: "send", view, content, buffers }, buffers),
    ask,
    on(listener) {
      listeners.push(listener);
    },
    start() {
      phase = "awaited";
      tell({ type: "starts" });
      try {
        worker = hire();
        worker.onmessage = ({ data }) => hear(data);
        worker.onerror = ({ message }) => gone(whyGone(message || "its program could not be loaded"));
        worker.postMessage(opening);
      } catch (error) {
        gone(whyGone(error));
      }
    },
  };
}
