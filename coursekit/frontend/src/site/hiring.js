// The worker of a page, and the name under which this browser keeps what belongs to its course.

/** The name of a course, at an address, in the browser's storage: two editions on one host stay apart. Pure. */
export const courseName = (/** @type {string} */ course, /** @type {URL} */ base) => `${course} ${base.pathname}`;

/** Start the worker of a page; throws where this browser has none. @returns {Answerer} */
export function hire(/** @type {Pick<PageData, "base" | "static">} */ { base, static: folder }) {
  if (typeof WebAssembly !== "object") throw new Error("this browser cannot run Python: it has no WebAssembly, or it is switched off");
  return /** @type {any} */ (new Worker(new URL(`${base}${folder}/worker.js`, location.href), { type: "module" }));
}

/**
 * Start the worker of a page before the page is drawn: for whoever was here before, all that it needs is in this browser.
 *
 * @param {PageData} data
 * @param {object} opening  what the worker will be told first
 * @returns {() => Answerer}  hands it over the first time; starts another one where that did not go well, and later
 */
export function hireEarly(data, opening) {
  /** @type {Answerer | null} */
  let early = null;
  const lost = () => {
    early = null;
  };
  try {
    early = hire(data);
    early.onerror = lost;
    early.postMessage({ type: "prepare", opening });
  } catch {
    lost();
  }
  return () => {
    const found = early ?? hire(data);
    lost();
    return found;
  };
}
