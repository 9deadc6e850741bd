// The reader's life: from what the kernel gave to what is on the page, and the messages between them.
import { createBridge } from "../bridge.js";
import { h } from "../dom.js";
import { shield } from "../keys.js";
import { prepare } from "../live.js";
import { findIn } from "../spans/find.js";
import { createStatus } from "../status.js";
import { createApp } from "./app.js";
import { createCopy, wants } from "./copy.js";
import { createHeader } from "./header.js";
import { createLock } from "./lock.js";
import { createParts } from "./parts.js";

const SOON = 60; // ms after the first draw
const AGAIN = 1200; // ms after an edit until the comparison with the expert is asked for anew

/** Show a reader in an element. Returns the function that takes it away. */
export function mountReader(/** @type {Model} */ model, /** @type {HTMLElement} */ el) {
  const setup = { ...model.get("setup") }; // editions may come to it
  const { source, task } = setup;
  const status = createStatus();
  const root = h("section", { class: "ck ck-card ck-reader", "aria-label": `Reader: ${source.title}` });
  /** @type {ReturnType<typeof createParts> | null} */
  let parts = null; // what there is once the text is open
  let again = 0;
  let later = 0;
  let revision = setup.revision ?? 0; // how many changes of the kernel's are known here

  const bridge = createBridge(model, {
    course: setup.course ?? "",
    what: `reader:${source.siglum}:${task?.id ?? ""}`,
    onStatus: status.show,
    onMessage: hear,
    onAcked: (/** @type {Message} */ { op }) => {
      if (op === "open") open();
      else if (app.key && op !== "commit") askAgain();
    },
    onRefused: (/** @type {Message} */ message, /** @type {string} */ why) => app.refused(message, why),
  });
  const app = createApp(setup, bridge.send);
  const copy = createCopy(root, (content, buffers) => model.send(content, undefined, buffers));

  function hear(/** @type {any} */ content) {
    if (content.op === "changed") {
      app.receive(content.changes ?? []);
      if (content.revision > revision + 1) ask("refresh", { revision });
      else revision = content.revision ?? revision;
    } else if (content.op === "state") {
      revision = content.revision;
      layOut(content);
      app.reset(content);
      if (!content.locked) open();
    } else if (content.op === "unlocked") {
      open();
    } else if (content.op === "copied") {
      copy.hear(content);
    } else if (content.op === "key") {
      app.key = content;
      app.tell("key");
    }
  }
  /** Ask without being told "saved": nothing is changed by it. */
  function ask(/** @type {string} */ op, data = {}) {
    Promise.resolve(model.send({ ...data, op, n: 0 })).catch(() => {});
  }
  function askAgain() {
    clearTimeout(again);
    again = setTimeout(() => ask("commit"), AGAIN);
  }
  function open() {
    if (parts) return;
    root.replaceChildren(copy.element);
    build();
    copy.offer(wants(setup.editions));
    // After what can be read has been painted. (The browser's storage is slow to open.)
    later = setTimeout(() => {
      later = 0;
      parts?.complete();
      app.receive(bridge.resume().map(asChange).filter((change) => change !== null));
      if (task?.committed) ask("commit");
    }, SOON);
  }
  function build(/** @type {string} */ view = "") {
    const made = createParts(app, root, { status: status.node, commit: () => bridge.send("commit"), view });
    copy.element.before(...made.elements);
    made.show();
    parts = made;
  }
  /** The learner's own copy has come: the text is laid out anew, where it was dropped with both side by side. */
  function layOut(/** @type {any} */ { editions, links }) {
    if (!editions || JSON.stringify(editions) === JSON.stringify(setup.editions)) return;
    const before = parts;
    const place = before && placeIn(root);
    before?.destroy();
    app.editing = null;
    app.layOut(editions, links);
    if (!before) return;
    for (const element of before.elements) element?.remove();
    build(copy.waiting ? "both" : before.view);
    if (!later) parts?.complete();
    if (app.key) app.tell("key");
    place?.();
    copy.offer(wants(editions));
  }
  function choose() {
    bridge.send("open");
    open();
  }
  /** Somebody asks for a passage of this source: the first reader that has it shows it. */
  function show(/** @type {any} */ event) {
    const { source: wanted, paragraph, quote = "" } = event.detail ?? {};
    if (event.defaultPrevented || wanted !== source.siglum || root.getClientRects().length === 0) return;
    const item = parts?.item(paragraph);
    if (!parts || !item) return;
    const [start, end] = findIn(item.text, quote)[0] ?? [0, item.text.value.length];
    parts.visit(item, start, end);
    event.preventDefault();
  }
  function wake() {
    if (document.visibilityState === "hidden") app.editing?.save();
    else ask("refresh", { revision });
  }

  shield();
  prepare();
  el.append(root);
  if (setup.locked) root.append(createHeader(setup, null), createLock(setup.locked, choose), copy.element);
  else open();
  ask("refresh", { revision }); // this view may be younger than what it was given
  window.addEventListener("coursekit:show", show);
  window.addEventListener("focus", wake);
  document.addEventListener("visibilitychange", wake);

  return () => {
    clearTimeout(again);
    clearTimeout(later);
    window.removeEventListener("coursekit:show", show);
    window.removeEventListener("focus", wake);
    document.removeEventListener("visibilitychange", wake);
    parts?.destroy();
    copy.destroy();
    bridge.dispose();
    root.remove();
  };
}

/** Remember where the reader is in the text; returns what goes back there once it is laid out anew. */
function placeIn(/** @type {HTMLElement} */ root) {
  /** @type {HTMLElement | null | undefined} */
  const focused = document.activeElement?.closest(".ck-row");
  const pid = focused && root.contains(focused) ? focused.dataset.p : "";
  /** @type {HTMLElement[]} */
  const rows = [...root.querySelectorAll(".ck-row")].map((row) => /** @type {HTMLElement} */ (row));
  const inCopy = document.activeElement?.closest(".ck-copy"); // stays, and the browser keeps it in sight
  const away = !inCopy && root.getBoundingClientRect().top < 0;
  const top = away ? rows.find((row) => row.getBoundingClientRect().bottom > 0)?.dataset.p : "";
  const row = (/** @type {string} */ id) => root.querySelector(`.ck-row[data-p="${CSS.escape(id)}"]`);
  return () => {
    if (top) row(top)?.scrollIntoView({ block: "start" });
    if (pid) /** @type {HTMLElement | null | undefined} */ (row(pid)?.querySelector(".ck-words"))?.focus({ preventScroll: true });
  };
}

/** A message of an earlier life as the change it was. @returns {MarkChange | null} */
function asChange(/** @type {Message} */ { op, annotation, id, changes }) {
  if (op === "add") return { op, annotation };
  if (op === "change") return { op, id, changes };
  return op === "remove" ? { op, id } : null;
}
