// The front page, for somebody who has been here before: where they are in the course, as Python said it last, and then
// as it says it now. Whoever is here for the first time gets the page as it was built, and no Python.
import { h, say } from "../dom.js";
import { drawer } from "../layout/memory.js";
import { goElsewhere } from "./address.js";
import { createDoubt } from "./doubt.js";
import { courseName, hire } from "./hiring.js";
import { keptSign } from "./here.js";
import { createLine } from "./line.js";
import { createOffline } from "./offline.js";
import { followOutputs, showOutput } from "./outputs.js";
import { HOME, recall } from "./shown.js";
import { createWork } from "./work.js";

/** Where it is said that it is not known where somebody is who was here before. */
function doubtPlace() {
  const place = /** @type {HTMLElement} */ (document.querySelector(".ck-output"));
  const element = h("p", { class: "ck-front-doubt", role: "status", hidden: true });
  place.before(element);
  return (/** @type {string} */ words) => {
    say(element, words);
    element.hidden = words === "";
    place.classList.toggle("ck-unsure", words !== "");
  };
}

/** Bring the front page to life. */
export function showFront(/** @type {FrontData} */ data) {
  const base = new URL(".", location.href);
  const named = courseName(data.course, base);
  const opening = { type: "open", base: base.href, static: data.static, runtime: data.runtime, work: `coursekit:${named}`, page: HOME, version: data.version, unit: "home", cells: [] };
  const line = createLine(() => hire(data), opening);
  const doubt = createDoubt(doubtPlace());
  const work = createWork(line, data, named);
  let started = false;

  function start() {
    if (started) return;
    started = true;
    requestAnimationFrame(() => setTimeout(line.start)); // what is known is painted first
  }
  /** Somebody may have been here before, or has been in another window by now. */
  async function look() {
    if (started || drawer(keptSign(named)).get() === null) return;
    start();
    // Whoever comes back wants to go on: what the course is stands below the way through it.
    document.querySelector("main")?.append(...document.querySelectorAll(".ck-front-about"));
    const left = await recall(opening.work, HOME, data.version);
    if (doubt.over) return;
    for (const told of left) if (told.type === "html") showOutput(document, told);
    if (left.length === 0) doubt.begin();
  }
  followOutputs(document, line);
  line.on(({ type, why }) => {
    if (type === "html") doubt.end();
    else if (type === "gone") doubt.fail(why);
  });
  document.addEventListener("visibilitychange", look);
  look();
  const elsewhere = () => goElsewhere(base, data.static);
  addEventListener("hashchange", elsewhere);
  elsewhere();
  const offline = createOffline(base, data);
  document.querySelector(".ck-site-foot")?.append(work.element, offline.element);
  work.element.addEventListener("click", start); // what it does needs Python
  offline.look();
}
