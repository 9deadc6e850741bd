// Keeping a course waits while somebody waits for an answer: it has all the time there is, and they have not.

const LONGEST = 10_000; // ms: a page that is closed meanwhile does not say that it has its answer

let until = 0;
/** @type {Set<() => void>} */
const waiting = new Set();

/** From now on `free` waits, until `goOn` or for as long as an answer may take. */
export function pause(longest = LONGEST) {
  until = Date.now() + longest;
}

export function goOn() {
  until = 0;
  for (const wake of [...waiting]) wake();
}

/** Resolves once nobody waits for an answer. */
export async function free() {
  while (Date.now() < until) {
    await new Promise((/** @type {(none?: undefined) => void} */ resolve) => {
      const timer = setTimeout(wake, until - Date.now());
      function wake() {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve();
      }
      waiting.add(wake);
    });
  }
}
