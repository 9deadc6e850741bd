// The worker of a page: Python, the kit and the course in it, and what is kept in the browser.
//
// Nothing a view has sent is acknowledged before it is kept (keeping.js).
import { createKeeping } from "./keeping.js";
import { addressesIn, prepare } from "./preparing.js";
import { whyGone } from "./reasons.js";
import { createShown, HOME } from "./shown.js";

const SOON = 300; // ms without a change until what is shown now is kept for the next visit
const LATER = 2000; // and until it is first looked up where the learner is in the course, which takes a moment

/** @type {any} */
let python = null;
/** @type {any} */
let pyodide = null;
/** @type {ReturnType<typeof createShown> | null} */
let shown = null;
/** @type {ReturnType<typeof createShown> | null} */
let home = null; // what the front page shows
let soon = 0;
let placed = false; // where the learner is was looked up: from then on it is quick

const QUIET = 1500; // ms after which the first answers are through
const say = (/** @type {FromWorker} */ message) => postMessage(message);

/** Fetched when something in it is first imported, which happens in the middle of Python: hence at once. */
function late(/** @type {string} */ url) {
  const request = new XMLHttpRequest();
  request.open("GET", url, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status >= 400) throw new Error(`${url}: ${request.status}`);
  pyodide.unpackArchive(request.response, "zip", { extractDir: "/kit" });
}

/** @param {Opening} asked */
async function open(asked) {
  const at = addressesIn(asked);
  const parts = ["Python", "the course", "your work"];
  let part = 0;
  const passed = (/** @type {any} */ result) => {
    part += 1;
    say({ type: "progress", part, of: parts.length + 1, words: parts[part - 1] ?? "" });
    return result;
  };
  const { starting, fetching } = prepare(asked);
  const [engine, course, kept] = await Promise.all([
    starting.then(passed),
    fetching.then(passed),
    keeping.open(asked.work, () => next({ type: "look" })).then(passed),
  ]);
  pyodide = engine.pyodide;
  pyodide.unpackArchive(course, "zip", { extractDir: "/course" });
  pyodide.FS.mkdirTree("/mine");
  for (const { name, content } of kept.files) {
    pyodide.FS.mkdirTree(`/mine/${name}`.replace(/\/[^/]*$/, ""));
    pyodide.FS.writeFile(`/mine/${name}`, content);
  }
  if (kept.journal) pyodide.FS.writeFile("/mine/journal.jsonl", kept.journal);
  pyodide.globals.set("fetch_late", (/** @type {string} */ name) => late(at(`${name}.zip`)));
  python = pyodide.runPython(`
import os
os.environ.update(COURSEKIT_COURSE="/course", COURSEKIT_WORK="/mine")
os.chdir("/course")
from coursekit.site.late import fetch_with
fetch_with(fetch_late)
from coursekit.site.worker import Worker
Worker()
`);
  keeping.of(python, content);
  home = createShown(asked.work, HOME, asked.version);
  if (asked.page === HOME) tellHome();
  else if (!asked.due) shown = createShown(asked.work, asked.page, asked.version);
  await pass(JSON.parse(python.open(asked.unit, JSON.stringify(asked.cells))));
  say({ type: "ready" });
  setTimeout(engine.keep, QUIET);
}

/** Have what Python wrote kept, pass on what it said, and note it for the next visit. */
async function pass(/** @type {FromWorker[]} */ told) {
  await keeping.keep(told);
  shown?.note(told);
  clearTimeout(soon);
  soon = setTimeout(next, SOON, { type: "remember" });
}
function remember() {
  shown?.note(JSON.parse(python.now()));
  shown?.keep();
  clearTimeout(soon);
  soon = setTimeout(next, placed ? 0 : LATER, { type: "home" });
}
/** Say where the learner is in the course, for the front page: the one that is open, or the next one. */
function tellHome() {
  placed = true;
  const told = JSON.parse(python.home());
  home?.note(told);
  home?.keep();
  told.forEach(say);
}

function content(/** @type {string} */ name) {
  try {
    return pyodide.FS.readFile(`/mine/${name}`);
  } catch {
    return null; // it is gone
  }
}

/** @param {ToWorker} asked @returns {Promise<FromWorker[]>} */
async function answer(asked) {
  if (asked.type === "send") return JSON.parse(python.hear(asked.view, JSON.stringify(asked.content), pyodide.toPy(asked.buffers ?? [])));
  if (asked.type === "save") return [{ type: "saved", content: python.pack().toJs() }];
  if (asked.type === "keep") return keeping.retry();
  if (asked.type !== "bring") return [];
  const refused = keeping.refused();
  if (refused.length) return refused;
  const { words, told, changed } = JSON.parse(python.bring(pyodide.toPy(asked.content)));
  if (changed) keeping.another();
  return [...told, { type: "brought", words, changed }];
}

/** @param {ToWorker} asked */
async function take(asked) {
  if (asked.type === "prepare") return void prepare(asked.opening);
  if (asked.type === "open") return open(asked);
  if (!python) return;
  if (asked.type === "remember") return remember();
  if (asked.type === "home") return tellHome();
  const news = await keeping.look();
  await pass([...news, ...(await answer(asked))]);
}

let last = Promise.resolve();

/** One after another, as they come. */
function next(/** @type {ToWorker} */ asked) {
  last = last.then(() => take(asked)).catch((error) => say({ type: "failed", why: whyGone(error), fatal: !python || Boolean(error?.pyodide_fatal_error) }));
}
const keeping = createKeeping(say, () => next({ type: "keep" }));

addEventListener("message", ({ data }) => {
  next(data);
  // To some of what is asked nothing is to be said; that it was heard is, or silence would look like death.
  last.then(() => say({ type: "heard" }));
});
