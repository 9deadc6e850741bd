// Between a widget and its kernel: every change of the learner's is a numbered message, and counts as
// saved only when the kernel has said so. Until then it waits in the outbox of this browser.
//
//   to the kernel    {n, op, …}
//   from the kernel  {op: "ack", n, at}, {op: "refused", n, why}, and what else the widget understands;
//                    {op: "held", n, why?}: it has been taken, and is not kept yet; "ack" follows once it is
//
// Numbers are unique over tabs and views, because an acknowledgement is heard by all of them. Sending
// the same message twice is harmless: a kernel takes changes as "this is so now".
//
// One change at a time is on its way, and the next goes when it is answered: JupyterLab may hand two messages
// to two threads of the kernel, and the removal of a mark would overtake the mark. Only what takes the place of
// another change does not wait for that one; the kernel passes over what has a lower number than it has kept
// already (coursekit/sessions/message_order.py).
//
// What is being typed is not sent with each letter, but it is kept with each (`hold`): whoever goes on typing while
// a kernel dies makes no pause, and a window may be closed in the middle of a word.
//
// Where the page says that something will answer in a moment (`awaitedInFront`), nothing is sent before it does.
import { createOutbox } from "./outbox.js";
import { clock } from "./text.js";
import { anewInFront, awaitedInFront } from "./unit.js";

export const PATIENCE = 4000; // ms until an unconfirmed change is called not saved
const RETRIES = [15_000, 30_000, 60_000, 120_000, 300_000];

const KEPT = "Not saved yet. It is kept in this browser and will be saved when you";
const UNKEPT = "This browser keeps nothing: leave the page open. Saved";
const LOST = "Not saved, and this browser keeps nothing. Copy what you wrote, then";
const ONLY_HERE = "Not saved yet: this browser has no room. It is tried again";
const ONLY_HELD = "Not saved: this browser keeps nothing. Save your work to a file";

function firstNumber() {
  return Math.floor(Math.random() * 2 ** 31) * 2 ** 20 + 1;
}

/**
 * Connect to what answers: a kernel, a worker, a room.
 *
 * @param {Model} model    anywidget's model, or what stands in for it
 * @param {BridgeOptions} options  course, what: name the outbox;
 *                 onMessage(content): everything that is neither ack nor refused;
 *                 onAcked(message, content), onRefused(message, why): message as it was sent;
 *                 stale(entry): true for a change of an earlier life that is no longer wanted.
 */
export function createBridge(model, options = {}) {
  const outbox = options.outbox ?? createOutbox(`coursekit:outbox:${options.course ?? ""}:${options.what ?? ""}`);
  /** @type {Map<number, Pending>} */
  const pending = new Map(); // n -> {entry, kept, sent, group}
  /** @type {Map<string, { numbers: number[], kept: boolean }>} */
  const held = new Map(); // group -> what is kept of it and not yet sent
  /** @type {Map<number, Pending>} */
  const unkept = new Map(); // n -> what was taken and is not kept yet
  let next = firstNumber();
  /** @type {Status} */
  let status = { state: "idle", text: "", at: "" };
  let before = status; // the last under which nothing waited
  let patience = 0;
  let retry = 0;
  let tries = 0;
  let live = true;
  let why = ""; // what was taken is not kept, where that is said

  function setStatus(/** @type {Status["state"]} */ state, text = "", at = "") {
    if (state === status.state && text === status.text) return;
    status = { state, text, at };
    if (!["saving", "waiting", "failed"].includes(state)) before = status;
    options.onStatus?.(status);
  }
  /** Say that something waits; where it waits in vain, whether all of it is kept. */
  function waits(inVain = status.state === "failed") {
    const kept = [...pending.values(), ...held.values()].every((item) => item.kept);
    const awaited = awaitedInFront();
    if (awaited) return setStatus("waiting", `${kept ? `kept in this browser; ${asked() ? "checked" : "saved"}` : UNKEPT} ${awaited}`);
    if (!inVain) return setStatus("saving", "saving…");
    setStatus("failed", `${kept ? KEPT : LOST} ${anewInFront()}.`);
  }
  const onlyHeld = () => (why ? `Not saved: ${why}.` : [...unkept.values()].every((item) => item.kept) ? ONLY_HERE : ONLY_HELD);
  const asked = () => [...pending.values()].some(({ entry }) => entry.m.check);
  function saved(/** @type {string | undefined} */ at) {
    setStatus("saved", at ? `saved ${clock(at)}` : "saved", at ?? "");
  }
  function fail() {
    clearTimeout(patience);
    patience = 0;
    if (pending.size === 0) return;
    waits(true);
    clearTimeout(retry);
    if (tries < RETRIES.length) retry = setTimeout(proceed, RETRIES[tries++]);
  }
  function transmit(/** @type {Pending} */ item) {
    if (awaitedInFront()) return waits();
    item.sent = Date.now();
    try {
      Promise.resolve(model.send({ ...item.entry.m, n: item.entry.n })).catch(fail);
    } catch {
      fail();
      return;
    }
    watch();
  }
  function watch() {
    if (!patience && pending.size > 0) patience = setTimeout(fail, options.patience ?? PATIENCE);
  }
  /** Send what is first in the row, unless it was sent just now. */
  function proceed() {
    const [item] = pending.values();
    if (live && item && Date.now() - item.sent >= (options.patience ?? PATIENCE)) transmit(item);
  }
  function settle(/** @type {number} */ n, done = true) {
    const item = pending.get(n) ?? unkept.get(n);
    if (!item) return null;
    pending.delete(n);
    unkept.delete(n);
    if (done) outbox.drop([n]);
    else unkept.set(n, item);
    clearTimeout(patience);
    clearTimeout(retry);
    patience = 0;
    tries = 0;
    watch(); // what is left has its time from here
    return item.entry.m;
  }
  function hear(/** @type {any} */ content) {
    if (!content || typeof content !== "object") return;
    if (content.op === "ack" || content.op === "held") {
      const known = unkept.has(content.n); // and was told of when it was taken
      const message = settle(content.n, content.op === "ack");
      if (!message) return;
      why = content.op === "held" ? String(content.why ?? "") : "";
      if (unkept.size > 0) setStatus("failed", onlyHeld());
      else if (pending.size === 0 && held.size > 0) waits(false);
      else if (pending.size === 0) saved(content.at);
      if (!known) options.onAcked?.(message, content);
      proceed();
    } else if (content.op === "refused") {
      const message = settle(content.n);
      if (!message) return;
      setStatus("refused", `Not saved: ${content.why ?? "the course could not take it"}`);
      options.onRefused?.(message, String(content.why ?? ""));
      proceed();
    } else {
      options.onMessage?.(content);
    }
  }

  const awake = () => {
    if (!["failed", "waiting"].includes(status.state) || globalThis.document?.visibilityState === "hidden") return;
    // What was sent to something that is gone is sent again to what comes in its place.
    if (awaitedInFront()) {
      const waiting = [...unkept, ...pending];
      unkept.clear();
      pending.clear();
      for (const [n, item] of waiting) pending.set(n, { ...item, sent: 0 });
    }
    proceed();
  };
  model.on("msg:custom", hear);
  model.on("comm_live_update", awake);
  globalThis.addEventListener?.("online", awake);
  globalThis.document?.addEventListener("visibilitychange", awake);

  /** Put a change into the browser's outbox, in the place of others. */
  function keep(/** @type {string} */ op, data = {}, /** @type {number[]} */ instead = []) {
    const entry = { n: next++, t: Date.now(), m: { ...data, op } };
    return { entry, kept: outbox.put(entry, instead) };
  }
  /** Of these groups nothing is held any more. Returns the numbers of what was. */
  function letGo(/** @type {string[]} */ groups) {
    const numbers = groups.flatMap((group) => held.get(group)?.numbers ?? []);
    for (const group of groups) held.delete(group);
    return numbers;
  }
  /** Keep what is being typed; `drop`: it is again as it was. */
  function hold(/** @type {string} */ op, data = {}, group = "", drop = false) {
    const instead = letGo([group]);
    if (drop) {
      outbox.drop(instead);
      if (pending.size === 0 && held.size === 0 && ["saving", "waiting"].includes(status.state)) setStatus(before.state, before.text, before.at);
      return 0;
    }
    const { entry, kept } = keep(op, data, instead);
    held.set(group, { numbers: kept ? [entry.n] : [...instead, entry.n], kept }); // not kept: an earlier one still is
    waits();
    return entry.n;
  }

  return {
    /**
     * Send a change. With `group`, it takes the place of unconfirmed earlier ones of that group
     * (or of any group in a list): a later draft of one answer. With `hold` it is only kept in this browser, to be
     * sent with the next of its group ("put"), or no longer ("drop").
     */
    send(/** @type {string} */ op, data = {}, /** @type {Sending} */ options_ = {}) {
      const { group = "" } = options_;
      if (options_.hold) return hold(op, data, group, options_.hold === "drop");
      const { replaces = group ? [group] : [] } = options_;
      const instead = [...pending].filter(([, item]) => item.group && replaces.includes(item.group)).map(([key]) => key);
      for (const key of instead) pending.delete(key);
      const { entry, kept } = keep(op, data, [...instead, ...letGo(replaces)]);
      pending.set(entry.n, { entry, group, kept, sent: 0 });
      waits();
      proceed();
      return entry.n;
    },
    /** Ask for something that changes nothing; nobody is told when no reply comes. */
    ask(/** @type {string} */ op, data = {}) {
      try {
        Promise.resolve(model.send({ ...data, op })).catch(() => {});
      } catch {
        // A kernel that is gone: what was to be saved says so already.
      }
    },
    /**
     * Send what an earlier life of this widget left behind. Returns the messages, oldest first.
     * `group(message)` names the group each belongs to, as for `send`.
     */
    resume(/** @type {(message: Message) => string} */ group = () => "") {
      const left = outbox.all().filter((entry) => !pending.has(entry.n));
      const stale = left.filter((entry) => options.stale?.(entry));
      outbox.drop(stale.map((entry) => entry.n));
      const wanted = left.filter((entry) => !stale.includes(entry)).sort((a, b) => a.t - b.t);
      for (const entry of wanted) {
        pending.set(entry.n, { entry, group: group(entry.m), kept: outbox.keeps(entry.n), sent: 0 });
      }
      if (wanted.length > 0) setStatus("saving", "saving…");
      proceed();
      return wanted.map((entry) => entry.m);
    },
    /** Say what was saved before this view was made. */
    restored(/** @type {string | undefined} */ at) {
      saved(at);
    },
    get status() {
      return status;
    },
    get pending() {
      return pending.size;
    },
    /** The numbers of what is not yet confirmed. */
    numbers: () => [...pending.keys()],
    dispose() {
      live = false;
      clearTimeout(patience);
      clearTimeout(retry);
      model.off("msg:custom", hear);
      model.off("comm_live_update", awake);
      globalThis.removeEventListener?.("online", awake);
      globalThis.document?.removeEventListener("visibilitychange", awake);
    },
  };
}
