// Why something does not work, in words for whoever sits before the page. Pure.

const MISSING = /([\w.-]+): (\d{3})$/; // as the worker says it: "kit.zip: 404"

/** The last line of an error that says anything: Python's end with an empty one. */
function last(/** @type {unknown} */ error) {
  const words = String(/** @type {any} */ (error)?.message ?? error ?? "");
  return words.split("\n").map((line) => line.trim()).filter(Boolean).at(-1) ?? "";
}

/** Why Python does not run, as the second half of a sentence; never empty. */
export function whyGone(/** @type {unknown} */ error) {
  const words = last(error);
  const missing = MISSING.exec(words);
  if (missing) return `a file of the course is not to be had from its server (${missing[1]}: ${missing[2]})`;
  if (/failed to fetch|networkerror|load failed|dynamically imported module|network error/i.test(words)) return "its server cannot be reached";
  if (/memory|out of bounds|allocat/i.test(words)) return "this device has too little memory free: close other tabs";
  if (/webassembly|wasm/i.test(words)) return "this browser cannot run Python: it has no WebAssembly, or it is switched off";
  return words || "Python could not be started";
}

/** Why the browser does not keep what is done. */
export function whyNotKept(/** @type {any} */ error) {
  const name = String(error?.name ?? "");
  if (name === "DeletedError") return "Your work was deleted in another page; load this page again to begin anew";
  if (name === "QuotaExceededError" || /quota|disk|full/i.test(last(error))) return "The browser’s storage is full";
  if (["SecurityError", "InvalidStateError", "UnknownError", "TimeoutError", "TypeError", "ReferenceError"].includes(name)) {
    return "This browser keeps nothing for this site: its storage is switched off, or this is a private window";
  }
  return `This browser could not write down what you did (${name || "no reason given"})`;
}
