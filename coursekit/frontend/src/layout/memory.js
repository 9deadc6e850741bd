// Where somebody got to in a lesson, kept in the browser. It only says what to show: answers are in the journal.

const MOST = 400; // names kept of one lesson
const LONGEST = 200; // signs of a name

const names = (/** @type {unknown} */ value) =>
  (Array.isArray(value) ? value : []).filter((each) => typeof each === "string" && each.length <= LONGEST).slice(0, MOST);

/**
 * What was kept of a lesson; whatever else stands there is passed over.
 *
 * @param {string | null} text
 * @returns {{ sitting: number, step: string, card: string, done: string[], rest: number[], opened: string[], answered: string[] } | null}
 */
export function read(text) {
  let found;
  try {
    found = JSON.parse(text ?? "");
  } catch {
    return null;
  }
  if (found === null || typeof found !== "object" || !Number.isInteger(found.sitting) || found.sitting < 0) return null;
  return {
    sitting: found.sitting,
    step: typeof found.step === "string" ? found.step.slice(0, LONGEST) : "",
    card: typeof found.card === "string" ? found.card.slice(0, LONGEST) : "",
    done: names(found.done),
    rest: (Array.isArray(found.rest) ? found.rest : []).filter(Number.isInteger).slice(0, MOST),
    opened: names(found.opened),
    answered: names(found.answered),
  };
}

/** What is kept of a lesson, as text; with the step that is read, and the card touched last. */
export function written(/** @type {import("./folds.js").Where} */ where, /** @type {string} */ step, /** @type {string} */ card) {
  const { sitting, done, rest, opened, answered } = where;
  return JSON.stringify({ sitting, step, card, done: [...done].slice(-MOST), rest: [...rest], opened: [...opened].slice(-MOST), answered: [...answered].slice(-MOST) });
}

let shut = false;

/** Have nothing of this page be remembered any more: what there was is deleted, and would come back with it. */
export function shutDrawers() {
  shut = true;
}

/** A place of one's own in the browser's storage; where there is none, nothing is kept and nothing fails. */
export function drawer(/** @type {string} */ name) {
  return {
    get() {
      try {
        return localStorage.getItem(name);
      } catch {
        return null;
      }
    },
    put(/** @type {string | null} */ text) {
      if (shut) return;
      try {
        if (text === null) localStorage.removeItem(name);
        else localStorage.setItem(name, text);
      } catch {
        // full, or not allowed: the lesson begins at its first open card next time
      }
    },
  };
}
