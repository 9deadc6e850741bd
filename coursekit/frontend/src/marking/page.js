// All answers to one question, what is given to them, and the way to the kernel that keeps it.
import { createBridge } from "../bridge.js";
import { h, say } from "../dom.js";
import { announce } from "../live.js";
import { createStatus } from "../status.js";
import { many, rich } from "../text.js";
import { beside } from "./beside.js";
import { createCard } from "./card.js";

const PAUSE = 500; // ms of rest after which typing is saved

/** Build the page of a model’s answers into `el`. Returns a function that takes it down. */
export function createGradingPage(/** @type {Model} */ model, /** @type {HTMLElement} */ el) {
  const setup = model.get("setup") ?? {};
  /** @type {ReadQuestion} */
  const question = setup.question ?? {};
  /** @type {ReadAnswer[]} */
  const answers = setup.answers ?? [];
  const own = new Set(); // numbers of this view's messages
  const sent = new Map(); // number of a message -> card id
  const timers = new Map(); // card id -> the pause after typing in it
  const last = new Map(); // card id -> what was sent last, as text
  const status = createStatus();
  const count = h("p", { class: "ck-count" });
  const next = h("button", { type: "button", class: "ck-button", on: { click: () => onward() } }, "Next unread");
  const cards = new Map(answers.map((answer) => [answer.id, createCard(answer, question, { changed, left: flush, next: onward })]));
  const times = new Map(answers.map((answer) => [answer.id, Date.parse(answer.at ?? "")]));
  for (const card of cards.values()) last.set(card.id, JSON.stringify(card.read()));

  const bridge = createBridge(model, {
    course: model.get("course") ?? "",
    what: `marking:${setup.marker}:${question.id}`,
    stale: (/** @type {Entry} */ entry) => (times.get(entry.m.answer) ?? 0) > entry.t,
    onMessage: hear,
    onStatus(told) {
      status.show(told);
      if (told.state !== "failed") return;
      for (const n of bridge.numbers()) cards.get(sent.get(n))?.saying("not saved yet");
    },
    onAcked: (/** @type {Message} */ message, /** @type {any} */ content) => {
      if (!waiting(message.answer)) cards.get(message.answer)?.saved(content.at);
    },
    onRefused(/** @type {Message} */ message) {
      last.delete(message.answer); // it may be tried again as it is
      cards.get(message.answer)?.saying("not saved");
    },
  });
  const waiting = (/** @type {string} */ id) => bridge.numbers().some((n) => sent.get(n) === id);

  function hear(/** @type {any} */ content) {
    const card = content.op === "changed" ? cards.get(content.answer) : undefined;
    if (!card || own.has(content.n) || timers.has(card.id) || waiting(card.id)) return;
    card.write(content);
    card.saved(content.at);
    last.set(card.id, JSON.stringify(card.read()));
    draw();
  }
  function changed(/** @type {GradingCard} */ card, { typing = false } = {}) {
    if (typing) bridge.send("levels", { answer: card.id, ...card.read() }, { group: card.id, hold: "put" });
    clearTimeout(timers.get(card.id));
    timers.set(card.id, setTimeout(() => flush(card), typing ? PAUSE : 0));
    draw(card);
  }
  function flush(/** @type {GradingCard} */ card) {
    if (!timers.has(card.id)) return;
    clearTimeout(timers.get(card.id));
    timers.delete(card.id);
    const given = card.read();
    if (JSON.stringify(given) === last.get(card.id)) {
      bridge.send("levels", {}, { group: card.id, hold: "drop" });
      return;
    }
    last.set(card.id, JSON.stringify(given));
    card.saying("saving…");
    const n = bridge.send("levels", { answer: card.id, ...given }, { group: card.id });
    own.add(n);
    sent.set(n, card.id);
  }
  const flushAll = () => {
    for (const card of cards.values()) flush(card);
  };
  let before = new Map();
  /** Say how many are read; a card that has just become so is news. @param {GradingCard} [edited] */
  function draw(edited) {
    const states = new Map([...cards.values()].map((card) => [card.id, card.state]));
    const read = [...states.values()].filter((state) => state === "read").length;
    say(count, `${read} of ${cards.size} read`);
    if (edited && states.get(edited.id) === "read" && before.get(edited.id) !== "read") {
      announce(`${edited.label} is read: ${read} of ${cards.size}.`);
    }
    next.setAttribute("aria-disabled", String(read === cards.size));
    before = states;
  }
  /** Go to the next answer that is not read, after this one or from the start. @param {GradingCard} [from] */
  function onward(from) {
    const list = [...cards.values()];
    const at = from ? list.indexOf(from) + 1 : 0;
    const found = [...list.slice(at), ...list.slice(0, at)].find((card) => card !== from && card.state !== "read");
    if (found) found.focus();
    else announce(from && from.state !== "read" ? "All the others are read." : `All ${cards.size} are read.`);
  }

  const root = h(
    "section",
    { class: "ck ck-card ck-marking", "aria-label": "Answers to be read", data: { question: question.id, marker: setup.marker } },
    h(
      "div",
      { class: "ck-bar" },
      h("span", { class: "ck-sig" }, question.id),
      count,
      h("span", { class: "ck-soft" }, `marker ${setup.marker}`),
      h("span", { class: "ck-space" }),
      status.node,
      next,
    ),
    h("h2", { class: "ck-title", dir: "auto" }, rich(question.prompt)),
    h(
      "p",
      { class: "ck-soft" },
      `${many(question.points ?? 0, "point")}. In a row, 0 to ${Math.max(0, ...(question.rows ?? []).map((row) => row.levels.length)) - 1} set its level, Delete takes it back; Tab goes on, N goes to the next answer that is not read.`,
    ),
    setup.note ? h("p", { class: "ck-soft" }, setup.note) : null,
    beside(question),
    h("div", { class: "ck-answers" }, [...cards.values()].map((card) => card.node)),
  );
  el.append(root);
  draw();
  for (const message of bridge.resume((each) => each.answer)) {
    const card = cards.get(message.answer);
    if (!card) continue; // of a folder that is not open now: the kernel says so
    card.write(/** @type {any} */ (message)); // newer than what the file has
    card.saying("saving…");
    last.set(card.id, JSON.stringify(card.read()));
    draw();
  }
  for (const n of bridge.numbers()) own.add(n);
  window.addEventListener("pagehide", flushAll);
  document.addEventListener("visibilitychange", flushAll);
  return () => {
    flushAll();
    bridge.dispose();
    window.removeEventListener("pagehide", flushAll);
    document.removeEventListener("visibilitychange", flushAll);
    root.remove();
  };
}
