// Between a widget and its kernel: every change of the learner's is a numbered message, and counts as
// saved only when the kernel has said so. Until then it waits in the outbox of this browser.
//
//   to the kernel    {n, op, …}
//   from the kernel  {op: "ack", n, at}, {op: "refused", n, why}, and what else the widget understands
//
// Numbers are unique over tabs and views, because an acknowledgement is heard by all of them. Sending
// the same message twice is harmless: a kernel takes changes as "this is so now".
//
// One change at a time is on its way, and the next goes when it is answered: JupyterLab may hand two messages
// to two threads of the kernel, and the removal of a mark would overtake the mark. Only what takes the place of
// another change does not wait for that one; the kernel passes over what has a lower number than it has kept
// already (coursekit/sessions/message_order.py).
import { createOutbox } from "./outbox.js";
import { clock } from "./text.js";

export const PATIENCE = 4000; // ms until an unconfirmed change is called not saved
const RETRIES = [15_000, 30_000, 60_000, 120_000, 300_000];

const KEPT = "Not saved yet. It is kept in this browser and will be saved when you run the lesson again.";
const LOST = "Not saved, and this browser keeps nothing. Copy what you wrote, then run the lesson again.";

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
  let next = firstNumber();
  /** @type {Status} */
  let status = { state: "idle", text: "", at: "" };
  let patience = 0;
  let retry = 0;
  let tries = 0;
  let live = true;

  function setStatus(/** @type {Status["state"]} */ state, text = "", at = "") {
    if (state === status.state && text === status.text) return;
    status = { state, text, at };
    options.onStatus?.(status);
  }
  function saved(/** @type {string | undefined} */ at) {
    setStatus("saved", at ? `saved ${clock(at)}` : "saved", at ?? "");
  }
  function fail() {
    clearTimeout(patience);
    patience = 0;
    if (pending.size === 0) return;
    const kept = [...pending.values()].every((item) => item.kept);
    setStatus("failed", kept ? KEPT : LOST);
    clearTimeout(retry);
    if (tries < RETRIES.length) retry = setTimeout(proceed, RETRIES[tries++]);
  }
  function transmit(/** @type {Pending} */ item) {
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
  function settle(/** @type {number} */ n) {
    const item = pending.get(n);
    if (!item) return null;
    pending.delete(n);
    outbox.drop([n]);
    clearTimeout(patience);
    clearTimeout(retry);
    patience = 0;
    tries = 0;
    watch(); // what is left has its time from here
    return item.entry.m;
  }
  function hear(/** @type {any} */ content) {
    if (!content || typeof content !== "object") return;
    if (content.op === "ack") {
      const message = settle(content.n);
      if (!message) return;
      if (pending.size === 0) saved(content.at);
      options.onAcked?.(message, content);
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
    if (status.state === "failed" && globalThis.document?.visibilityState !== "hidden") proceed();
  };
  model.on("msg:custom", hear);
  model.on("comm_live_update", awake);
  globalThis.addEventListener?.("online", awake);
  globalThis.document?.addEventListener("visibilitychange", awake);

  return {
    /**
     * Send a change. With `group`, it takes the place of unconfirmed earlier ones of that group
     * (or of any group in a list): a later draft of one answer.
     */
    send(/** @type {string} */ op, data = {}, /** @type {{ group?: string, replaces?: string[] }} */ options_ = {}) {
      const { group = "" } = options_;
      const { replaces = group ? [group] : [] } = options_;
      const n = next++;
      const entry = { n, t: Date.now(), m: { ...data, op } };
      const instead = [...pending].filter(([, item]) => item.group && replaces.includes(item.group)).map(([key]) => key);
      for (const key of instead) pending.delete(key);
      const item = { entry, group, kept: outbox.put(entry, instead), sent: 0 };
      pending.set(n, item);
      if (status.state !== "failed") setStatus("saving", "saving…");
      proceed();
      return n;
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
        pending.set(entry.n, { entry, group: group(entry.m), kept: true, sent: 0 });
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
