// Asking for a file: one request at a time, and an answer or the reason why there is none.
// Unlike a change it is not kept for later: nobody wants a file made that was asked for yesterday.
import { anewInFront, awaitedInFront, sentence } from "../unit.js";

export const PATIENCE = 8000; // ms until nobody is thought to answer
const ALONE = "Nothing answered: Python is not running, or busy.";

/**
 * @param {Model} model
 * @param {{ now(now: HandInNow): void, made(file: HandedIn): void, emptier(why: string): void, failed(why: string): void }} hooks
 * @param {import("../unit.js").Unit} unit  what is handed in
 */
export function createAsking(model, hooks, unit = "exercise") {
  let next = Math.floor(Math.random() * 2 ** 31) * 2 ** 20 + 1; // no two views have the same
  let waiting = 0; // number of the request that is on its way
  let timer = 0;

  function settle() {
    clearTimeout(timer);
    waiting = 0;
  }
  function fail() {
    settle();
    hooks.failed(`${ALONE} ${sentence(anewInFront(unit))}, then press once more; your answers are kept.`);
  }
  /** Time is up, unless it is known that something will answer. */
  function late() {
    if (awaitedInFront()) timer = setTimeout(late, PATIENCE);
    else fail();
  }
  function hear(/** @type {any} */ content) {
    if (content?.op === "now") return hooks.now(content);
    if (!waiting || content?.n !== waiting) return;
    settle();
    if (content.op === "handed-in") hooks.made(content);
    else if (content.op === "emptier") hooks.emptier(content.why);
    else if (content.op === "refused") hooks.failed(`Not made: ${content.why}.`);
  }
  model.on("msg:custom", hear);
  return {
    get busy() {
      return waiting > 0;
    },
    /** Ask for the file in a name. */
    ask(/** @type {string} */ learner, insist = false) {
      if (waiting) return;
      waiting = next++;
      timer = setTimeout(late, PATIENCE);
      try {
        Promise.resolve(model.send({ op: "hand-in", n: waiting, learner, insist })).catch(fail);
      } catch {
        fail();
      }
    },
    dispose() {
      settle();
      model.off("msg:custom", hear);
    },
  };
}
