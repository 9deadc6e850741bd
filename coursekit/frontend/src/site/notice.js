// The line at the foot of a page: how far what checks is, what failed and what to do, where what one does is kept.
import { h, say } from "../dom.js";
import { announce } from "../live.js";

const WAITS = "Reading and answering work already; checking is ready in a moment";
const AS_LEFT = "The page is shown as you left it; checking is ready in a moment";
const GONE = "Checking waits, because";
const MEANWHILE = "You can read, answer and hand in meanwhile.";
const CLEARED = "This browser no longer has what you did here before: its data was cleared. If you saved your work to a file, bring it back at the foot of the page.";
const NARROW = "This browser’s storage is nearly full: save your work to a file, and make room.";
const LEAST = 3_000_000; // bytes of room

/** A line of its own needs a full stop, and no more than one. */
const ended = (/** @type {string} */ words) => (/[.!?…]$/.test(words) ? words : `${words}.`);

/** Whether the browser is about to have no more room. */
async function narrow() {
  const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.().catch(() => null)) ?? {};
  return quota - usage < LEAST;
}

/**
 * @param {Line} line
 * @param {{ save(): void, begun(): boolean }} work
 * @param {boolean} left  whether what is shown is what was shown last time
 * @returns {HTMLElement}
 */
export function createNotice(line, work, left = false) {
  const words = h("p", { class: "ck-notice-words" });
  const bar = h("progress", { class: "ck-notice-bar", max: "1", "aria-label": "How far it is" });
  const again = h("button", { type: "button", class: "ck-link", on: { click: retry } }, "Try again");
  const rescue = h("button", { type: "button", class: "ck-link", on: { click: work.save } }, "Save my work to a file");
  const away = h("button", { type: "button", class: "ck-link", on: { click: () => show("") } }, "Close");
  const element = h("div", { class: "ck ck-notice", role: "region", "aria-label": "How the course is doing", hidden: true }, words, bar, again, rescue, away);
  let trouble = ""; // what stays to be said of where things are kept
  let far = 0; // what checks has come
  let unkept = false; // it is that nothing is

  /** @param {string} text  @param {{ part?: number, kind?: "waits" | "gone" | "told" }} [how] */
  function show(text, { part = 0, kind = "told" } = {}) {
    say(words, text);
    element.hidden = text === "";
    element.dataset.kind = kind;
    bar.hidden = kind !== "waits";
    bar.value = part;
    again.hidden = kind !== "gone" && !(unkept && kind === "told");
    rescue.hidden = kind === "waits";
    away.hidden = kind === "waits";
    if (kind !== "waits") announce(text);
  }
  function retry() {
    if (line.phase === "gone") line.start();
    else line.ask({ type: "keep" }).catch(() => {});
  }
  function waits(part = 0) {
    far = part;
    const said = `${left ? AS_LEFT : WAITS}: ${Math.round(100 * part)} %`;
    show(trouble ? `${trouble} ${said}` : said, { part, kind: "waits" });
  }
  function kept(/** @type {Told} */ told) {
    const before = trouble;
    unkept = told.where === "page";
    if (unkept) trouble = `${told.why}. What you do here is held in this page only: save it to a file before you close the page.`;
    else trouble = told.empty && work.begun() ? CLEARED : "";
    if (trouble === before) return;
    if (line.phase === "ready") show(trouble);
    else if (line.phase === "awaited") waits(far);
  }
  line.on((told) => {
    if (told.type === "starts") {
      waits();
    } else if (told.type === "progress" && line.phase === "awaited") {
      waits(Math.min(1, Number(told.part) / Number(told.of) || 0));
    } else if (told.type === "ready") {
      show(trouble);
      announce("Checking is ready.");
      narrow().then((few) => few && !trouble && show(NARROW));
    } else if (told.type === "gone") {
      show([trouble, `${GONE} ${ended(told.why)}`, unkept ? "You can read and answer meanwhile." : `What you do is kept in this browser. ${MEANWHILE}`].filter(Boolean).join(" "), { kind: "gone" });
    } else if (told.type === "failed") {
      show(ended(String(told.why || "Something failed in Python; what you do is kept in this browser")));
    } else if (told.type === "kept") {
      kept(told);
    }
  });
  return element;
}
