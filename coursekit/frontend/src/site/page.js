// One page of the pages edition, put together: what is alive on it, its layout, the documents beside it, its line to
// Python.
import { h } from "../dom.js";
import { createLesson } from "../layout/lesson.js";
import { drawer } from "../layout/memory.js";
import { offerPane } from "../pane/host.js";
import { createStage } from "../pane/stage.js";
import { followAddress, goElsewhere } from "./address.js";
import { documentPage } from "./document-page.js";
import { courseName, hire, hireEarly } from "./hiring.js";
import { createLine } from "./line.js";
import { handInHere } from "./hand-in-here.js";
import { keptSign } from "./here.js";
import { offerParagraphs, offerQuestions } from "./links.js";
import { createNotice } from "./notice.js";
import { createOffline } from "./offline.js";
import { growPlaces } from "./growing.js";
import { followOutputs, showOutput } from "./outputs.js";
import { recall } from "./shown.js";
import { createSide } from "./side.js";
import { createUpdate } from "./update.js";
import { drawViews } from "./views.js";
import { createWork } from "./work.js";

const AWAITED = "when the course is ready";
const QUIET = 3000; // ms without a first answer, until the rest of the course is fetched
const SWITCHES = { author: false, plain: false, watch: () => () => {} };

/** The words by which a page says what to do while nothing answers. */
function sayWhenAnswered(/** @type {Line} */ line) {
  document.body.dataset.ckAnew = "load this page again";
  document.body.dataset.ckKept = "in this browser";
  document.body.dataset.ckAwaited = AWAITED;
  line.on(({ type }) => {
    if (type === "starts") document.body.dataset.ckAwaited = AWAITED;
    else if (type === "ready" || type === "gone") delete document.body.dataset.ckAwaited;
  });
}

/** The documents beside a page, and the button in the line of progress that brings them up and puts them away. */
function layDocuments(/** @type {HTMLElement} */ main, /** @type {string} */ named) {
  const side = createSide(drawer(`coursekit:pane:${named}:width`));
  const stage = createStage(side, drawer(`coursekit:pane:${named}:closed`));
  const host = offerPane(stage, (el) => (main.contains(el) ? main : null), ".ck-prose", () => drawer(`coursekit:pane:${named}:shown:${location.pathname}`));
  const documents = /** @type {PaneLesson} */ (host.lessonOf(main));
  const { classList } = document.documentElement;
  const up = () => classList.contains("ck-has-side") || classList.contains("ck-has-below");
  const button = h("button", { type: "button", class: "ck-documents", hidden: true, on: { click: () => (up() ? stage.close() : stage.bring(documents)) } }, "Documents");
  const draw = () => {
    button.hidden = !documents.offers;
    button.setAttribute("aria-expanded", String(up()));
  };
  documents.on(draw);
  // The page says by a class whether they are up, beside or from below.
  new MutationObserver(draw).observe(document.documentElement, { attributeFilter: ["class"] });
  main.after(side.element);
  stage.turn(documents);
  return { documents, button };
}

/** Let the style sheet know how high something is that sticks to an edge of the window. */
function measured(/** @type {string} */ name, /** @type {HTMLElement} */ element) {
  const fit = () => document.documentElement.style.setProperty(name, `${element.offsetHeight}px`);
  new ResizeObserver(fit).observe(element);
  fit();
}

/** The line above what is no lesson: nothing is counted there. */
const plainBar = () => h("div", { class: "ck-progress", role: "region", "aria-label": "What is due" }, h("a", { href: new URL("../index.html", location.href).href }, "Home"), h("span", { class: "ck-progress-steps" }));

/** Put the line of progress above a page. */
function head(/** @type {HTMLElement} */ main, /** @type {HTMLElement} */ bar) {
  main.before(h("div", { class: "ck-lesson-head" }, bar));
  measured("--ck-head", bar);
  /** @type {HTMLElement | null} */
  const above = document.querySelector(".ck-site-head");
  const scrolled = () => document.documentElement.style.setProperty("--ck-above", `${Math.max(0, (above?.offsetHeight ?? 0) - scrollY)}px`);
  addEventListener("scroll", scrolled, { passive: true });
  addEventListener("resize", scrolled);
  scrolled();
}

/** Is the course still this one, and can it be kept for use without a network? The first answer comes before either. */
function lookAfter(/** @type {Line} */ line, /** @type {PageData} */ data, /** @type {URL} */ base) {
  const [offline, update] = [createOffline(base, data), createUpdate(base, data.version)];
  let [quiet, kept] = [0, false];
  document.querySelector(".ck-site-foot")?.append(offline.element);
  document.body.append(update.element);
  measured("--ck-update", update.element);
  function keep() {
    clearTimeout(quiet);
    if (!kept) offline.keep();
    kept = true;
  }
  line.on(({ type, content }) => {
    if (["ready", "gone", "failed"].includes(type)) update.look(); // what is not there any more may have been replaced
    if (type === "ready" || type === "gone") {
      clearTimeout(quiet);
      quiet = setTimeout(keep, QUIET);
    }
    if (type === "message" && content?.op === "marked") keep();
    if (type === "asks") offline.pause(true);
    else if (type === "heard" || type === "gone") offline.pause(false);
  });
}

/** Whether somebody has done something in a course before, in this browser. */
const wasHere = (/** @type {string} */ named) => drawer(keptSign(named)).get() !== null;

/** Show a page as somebody left it. Returns whether they were here. */
async function showAsLeft(/** @type {PageData} */ data, /** @type {string} */ named) {
  if (!wasHere(named)) return false; // nobody is kept waiting who has done nothing here
  const left = await recall(`coursekit:${named}`, data.path, data.version);
  for (const told of left) {
    if (told.type === "html") showOutput(document, told);
    else if (Object.hasOwn(data.views, told.view)) data.views[told.view].traits = told.traits;
  }
  return left.length > 0;
}

/** Bring a page to life. */
export async function bringToLife(/** @type {PageData} */ data) {
  const main = /** @type {HTMLElement} */ (document.querySelector("main"));
  const base = new URL(data.base, location.href);
  const named = courseName(data.course, base);
  const code = data.cells.flatMap(({ code, source }, at) => (code ? [[at, source]] : []));
  const opening = { type: "open", due: data.due, base: base.href, static: data.static, runtime: data.runtime, work: `coursekit:${named}`, page: data.path, version: data.version, unit: data.unit, cells: code };
  const hireOne = wasHere(named) ? hireEarly(data, opening) : () => hire(data);
  const left = !data.due && (await showAsLeft(data, named));
  const line = createLine(hireOne, opening);

  history.scrollRestoration = "manual"; // one comes back to where one was by the lesson's own memory
  sayWhenAnswered(line);
  const { documents, button } = layDocuments(main, named);
  growPlaces(document, line);
  drawViews(document, data.views, line, named, (_, content) => (content?.op === "hand-in" && data.hand_in ? handInHere(data, named, content) : null));
  followOutputs(document, line);
  const page = documentPage(main, data, line);
  const lesson = data.due ? null : createLesson(page, SWITCHES, named);
  const bar = lesson?.bar ?? plainBar();
  bar.querySelector(".ck-progress-steps")?.prepend(button);
  head(main, bar);
  const work = createWork(line, data, named);
  document.querySelector(".ck-site-foot")?.append(work.element);
  const notice = createNotice(line, work, left);
  document.body.append(notice);
  measured("--ck-foot", notice);
  lookAfter(line, data, base);
  const cells = page.cells().map(({ node }) => node);
  offerQuestions(cells, base);
  offerParagraphs(base);
  if (lesson) followAddress(cells, lesson, documents, () => goElsewhere(base, data.static));
  requestAnimationFrame(() => setTimeout(line.start)); // what can be read and answered is painted first
}
