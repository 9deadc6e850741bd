// The practice test: begun, taken, handed over, looked at. What stands here is drawn anew only when its stage changes:
// whoever writes keeps their words, their place and the focus.
import { createBridge } from "../bridge.js";
import { fill, h } from "../dom.js";
import { announce } from "../live.js";
import { createStatus } from "../status.js";
import { createSitting } from "./sitting.js";
import { judgedForm } from "./judged.js";

/** @typedef {import("../protocol.js").PracticeNow} Now */
/** @typedef {(op: string, data?: Record<string, unknown>, sending?: Sending) => void} Send */

const keyOf = (/** @type {Now} */ now) => [now.stage, ...now.forms.map(({ form, handed }) => `${form}:${handed}`)].join(" ");

/** Build the page of a model's practice test into `el`. Returns a function that takes it down. */
export function createPracticePage(/** @type {Model} */ model, /** @type {HTMLElement} */ el) {
  /** @type {Now} */
  let now = model.get("setup");
  let drawn = "";
  /** @type {ReturnType<typeof createSitting> | null} */
  let sitting = null;
  const status = createStatus();
  const outcome = h("div", { class: "ck-practice-told" });
  const place = h("div", { class: "ck-practice-place" });
  const root = h("section", { class: "ck ck-card ck-practice", "aria-label": "Practice test" }, place, h("p", { class: "ck-foot" }, status.node));
  const bridge = createBridge(model, {
    course: model.get("course") ?? "",
    what: "practice",
    onStatus: status.show,
    onMessage(/** @type {any} */ content) {
      if (content?.op !== "now") return;
      now = content;
      draw({ moved: true });
    },
  });
  /** @type {Send} */
  const send = (op, data = {}, sending = {}) => bridge.send(op, data, sending);

  function tell() {
    fill(outcome, now.told.map((line) => h("p", null, line)));
  }
  function start(/** @type {string} */ label, /** @type {string} */ why) {
    const begin = h("button", { type: "button", class: "ck-button", on: { click: () => send("begin", {}, { group: "turn" }) } }, label);
    return h("div", { class: "ck-practice-start" }, h("p", null, why), h("p", null, begin));
  }
  function draw({ moved = false } = {}) {
    tell();
    if (keyOf(now) === drawn) return;
    drawn = keyOf(now);
    sitting?.dispose();
    sitting = null;
    const open = now.forms.find((form) => !form.handed);
    const head = h("h3", { tabindex: "-1" }, open ? open.title : "The practice test");
    const over = now.forms.filter((form) => form.handed);
    if (open) {
      sitting = createSitting(open, send);
      fill(place, head, sitting.node);
    } else if (now.stage === "start") {
      fill(place, head, start("Begin", `Which of two forms you get is drawn by lot. About ${now.minutes} minutes; no clock runs.`));
    } else {
      const later = now.stage === "between" ? start("Begin the second form", "The second form is for after the course: as long, on other papers. Until then leave it closed.") : null;
      fill(place, head, outcome, over.reverse().map((form, number) => judgedForm(form, send, { unfolded: number === 0 })), later);
    }
    if (!moved) return;
    head.focus();
    announce(open ? "The papers and questions are here." : "Handed over. What came of it is here.");
  }
  // What an earlier life of this page could not save is newer than what the journal has.
  draw();
  const left = bridge.resume((message) => (message.op === "answer" ? `answer:${message.item}` : "turn"));
  const begun = /** @type {ReturnType<typeof createSitting> | null} */ (sitting);
  for (const message of left) if (message.op === "answer") begun?.take(message);
  const away = () => sitting?.flush();
  root.addEventListener("focusout", away);
  window.addEventListener("pagehide", away);
  el.append(root);
  return () => {
    away();
    sitting?.dispose();
    window.removeEventListener("pagehide", away);
    bridge.dispose();
    root.remove();
  };
}
