// One question being answered: what is saved, what is marked, what is on its way. No elements here.
//
// Phases: open (being answered), checking (Check pressed, no mark yet), marked. A change to a marked
// answer opens it again, unless the kind says that its mark stays (a text that is read by people).
import { createBridge } from "../bridge.js";

export const PAUSE = 500; // ms of rest after which typing is saved
export const LONGEST = 3000; // ms of typing without a rest after which it is saved all the same
const NO_MARK = 6000; // ms between "saved" and giving up on the mark

const same = (/** @type {unknown} */ one, /** @type {unknown} */ other) => JSON.stringify(one ?? {}) === JSON.stringify(other ?? {});

/**
 * @param {Model} model    anywidget's model, with `view` and `saved`
 * @param {{ read(): Answer, write(answer: Answer | undefined): void }} control
 * @param {Hooks} hooks    keeps: whether a change leaves a mark as it is
 */
export function createSession(model, control, hooks) {
  const view = model.get("view") ?? {};
  const saved = model.get("saved") ?? {};
  const own = new Set(); // numbers of this view's messages
  /** @type {Mark | null} */
  let mark = null;
  /** @type {Phase} */
  let phase = "open";
  let passages = saved.passages ?? {};
  let last = {}; // the answer last sent or taken over
  /** @type {Answer | null} */
  let checked = null; // the answer sent with Check
  let timer = 0;
  let since = 0; // when the oldest of what is not sent yet was typed
  let giveUp = 0;

  const savedAt = Date.parse(saved.at ?? "");
  const bridge = createBridge(model, {
    course: model.get("course") ?? "",
    what: `question:${view.id}`,
    stale: (/** @type {Entry} */ entry) => Number.isFinite(savedAt) && savedAt > entry.t,
    outbox: hooks.outbox,
    onMessage: hear,
    onStatus(/** @type {Status} */ status) {
      if (status.state === "failed" && phase === "checking") set("open");
      hooks.onStatus(status);
    },
    onAcked(/** @type {Message} */ message) {
      if (!message.check || phase !== "checking") return;
      clearTimeout(giveUp);
      giveUp = setTimeout(() => phase === "checking" && set("open"), NO_MARK);
    },
    onRefused: () => set(mark ? "marked" : "open"),
  });
  const session = {
    view,
    get mark() {
      return mark;
    },
    get phase() {
      return phase;
    },
    get passages() {
      return passages;
    },
    edited,
    flush,
    check,
    again,
    askText: () => bridge.ask("text"),
    ask: (/** @type {string[]} */ refs) => bridge.ask("passages", { refs }),
    hint: (/** @type {number} */ step) => bridge.send("hint", { step }, { group: "hint" }),
    dispose,
    start,
  };

  function set(/** @type {Phase} */ next, nextMark = mark) {
    clearTimeout(giveUp);
    phase = next;
    mark = nextMark;
    hooks.onState(session);
  }
  function take(/** @type {Answer | undefined} */ answer) {
    last = answer ?? {};
    control.write(last);
  }
  function hear(/** @type {any} */ content) {
    if (content.op === "passages") {
      passages = { ...passages, ...content.passages };
      hooks.onState(session);
    } else if (content.op === "text") {
      hooks.onText?.(content);
    } else if (content.op === "hints") {
      hooks.onHints?.(content.hints ?? []);
    } else if (content.op === "changed" || content.op === "marked") {
      if (content.passages) passages = { ...passages, ...content.passages };
      if (own.has(content.n)) answered(content);
      else if (!timer && !bridge.pending) follow(content);
    }
  }
  /** What came of an answer that this view has sent. */
  function answered(/** @type {import("../protocol.js").Changed | import("../protocol.js").Marked} */ { op, mark: given }) {
    if (op !== "marked") return;
    // A mark for an answer that has been changed meanwhile says nothing about the new one.
    if (same(checked, control.read())) set("marked", given);
    else set("open", null);
  }
  /** An answer given elsewhere. */
  function follow(/** @type {import("../protocol.js").Changed | import("../protocol.js").Marked} */ { answer, mark: given, at }) {
    take(answer);
    set(given ? "marked" : "open", given ?? null);
    bridge.restored(at);
  }
  function edited({ typing = false } = {}) {
    if (mark && !hooks.keeps(mark)) set("open", null);
    else hooks.onState(session);
    // Whoever goes on typing makes no pause, perhaps for long: what is typed is kept with each letter.
    if (typing) bridge.send("answer", { answer: control.read(), check: false }, { group: "draft", hold: "put" });
    if (!timer) since = Date.now();
    clearTimeout(timer);
    timer = setTimeout(flush, typing ? Math.max(0, Math.min(PAUSE, since + LONGEST - Date.now())) : 0);
  }
  /** Save now what was typed. */
  function flush() {
    if (!timer) return;
    clearTimeout(timer);
    timer = 0;
    const answer = control.read();
    if (same(answer, last)) {
      bridge.send("answer", {}, { group: "draft", hold: "drop" });
      return;
    }
    last = answer;
    own.add(bridge.send("answer", { answer, check: false }, { group: "draft" }));
  }
  function check() {
    if (phase === "checking") return;
    clearTimeout(timer);
    timer = 0;
    checked = last = control.read();
    set("checking");
    own.add(bridge.send("answer", { answer: checked, check: true }, { group: "check", replaces: ["draft", "check"] }));
  }
  /** Put the mark away and think again; the answer stays as it is. */
  function again() {
    set("open", null);
  }
  function dispose() {
    flush();
    clearTimeout(giveUp);
    bridge.dispose();
  }

  function start() {
    take(saved.answer);
    if (saved.mark) set("marked", saved.mark);
    if (saved.at) bridge.restored(saved.at);
    // What an earlier life of this page could not save is newer than what the journal has.
    const left = bridge
      .resume((message) => (message.op === "hint" ? "hint" : message.check ? "check" : "draft"))
      .filter((message) => message.op === "answer");
    for (const message of left) take(message.answer);
    const latest = left.at(-1);
    for (const n of bridge.numbers()) own.add(n);
    if (latest?.check) {
      checked = latest.answer;
      set("checking", null);
    } else if (latest) set("open", null);
    hooks.onState(session);
  }
  return session;
}
