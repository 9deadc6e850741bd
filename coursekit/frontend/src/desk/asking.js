// Asking for things, one after the other: each request is answered, or the reason is told why not.
// Nothing is kept for later: nobody wants a file made that was asked for yesterday.

const SLOW = 8_000; // ms until it is said that this may take a while
const PATIENCE = 180_000; // ms until nobody is thought to answer
const ALONE = "nothing answered: Python is not running, or busy. Run this notebook again";

/**
 * @param {Model} model
 * @param {{ now(now: DeskNow): void, busy(words: string): void }} hooks
 */
export function createAsking(model, hooks) {
  let next = Math.floor(Math.random() * 2 ** 31) * 2 ** 20 + 1; // no two views have the same
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  let open = 0;
  let gone = false;
  /** @type {{ n: number, done(content: any): void } | null} */
  let waiting = null;

  function hear(/** @type {any} */ content) {
    if (content?.op === "now") hooks.now(content);
    if (waiting && content?.n === waiting.n) waiting.done(content);
  }
  model.on("msg:custom", hear);

  /** @param {(n: number) => unknown} send @returns {Promise<any>} */
  function one(send) {
    return new Promise((resolve) => {
      const n = next++;
      const slow = setTimeout(() => hooks.busy("Still at work. If nothing comes, run this notebook again."), SLOW);
      const late = setTimeout(() => done({ op: "refused", n, why: ALONE }), PATIENCE);
      function done(/** @type {any} */ content) {
        if (waiting?.n !== n) return;
        waiting = null;
        clearTimeout(slow);
        clearTimeout(late);
        resolve(content);
      }
      waiting = { n, done };
      const fail = (/** @type {unknown} */ error) => done({ op: "refused", n, why: typeof error === "string" ? error : ALONE });
      try {
        Promise.resolve(send(n)).catch(fail);
      } catch (error) {
        fail(error);
      }
    });
  }
  return {
    get busy() {
      return open > 0;
    },
    /**
     * Ask, once all that was asked before is answered; gives what the session says to it.
     *
     * @param {(n: number) => unknown} send  sends the request under this number; throws words where it cannot
     * @param {string} words  what is being done meanwhile
     */
    async ask(send, words) {
      open += 1;
      const mine = last.then(() => {
        if (gone) return { op: "refused", why: ALONE };
        hooks.busy(words);
        return one(send);
      });
      last = mine;
      const content = await mine;
      open -= 1;
      if (!open && !gone) hooks.busy("");
      return content;
    },
    dispose() {
      gone = true;
      waiting?.done({ op: "refused", why: ALONE });
      model.off("msg:custom", hear);
    },
  };
}
