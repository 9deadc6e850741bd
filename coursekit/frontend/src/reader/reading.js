// A text being read and marked: the messages between its kernel and what is done to it. It lives as long as its cell is
// on the page; where it is shown, and whether at all, may change meanwhile.
import { createBridge } from "../bridge.js";
import { h } from "../dom.js";
import { passage } from "../spans/passage.js";
import { createStatus } from "../status.js";
import { createApp } from "./app.js";
import { createCopy, wants } from "./copy.js";
import { createHeader } from "./header.js";
import { createLock } from "./lock.js";
import { createParts } from "./parts.js";
import { placeIn } from "./reading-place.js";

const SOON = 60; // ms after the first draw
const AGAIN = 1200; // ms after an edit until the comparison with the expert is asked for anew

/** The reading behind a model. Nothing is shown, and nothing asked for, before `start()`. */
export function createReading(/** @type {Model} */ model) {
  const setup = { ...model.get("setup") }; // editions may come to it
  const { source, task } = setup;
  const status = createStatus();
  const root = h("section", { class: "ck ck-card ck-reader", "aria-label": `Reader: ${source.title}` });
  /** @type {ReturnType<typeof createParts> | null} */
  let parts = null; // what there is while the open text is shown
  let view = ""; // the edition that was shown last
  let shown = false;
  let below = false; // notes stand below the words
  let opened = false;
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
    if (opened) return;
    opened = true;
    if (shown) draw();
    // After what can be read has been painted. (The browser's storage is slow to open.)
    later = setTimeout(() => {
      later = 0;
      parts?.complete();
      app.receive(bridge.resume().map(asChange).filter((change) => change !== null));
      if (task?.committed) ask("commit");
    }, SOON);
    app.tell("open");
  }
  function draw() {
    if (!opened) {
      root.replaceChildren(createHeader(setup, null), createLock(setup.locked, choose), copy.element);
      return;
    }
    root.replaceChildren(copy.element);
    build();
    offer(setup.editions);
  }
  /** Ask for a copy where one could help. */
  function offer(/** @type {Edition[]} */ editions) {
    copy.offer(wants(editions, source));
  }
  function build() {
    const made = createParts(app, root, { status: status.node, commit: () => bridge.send("commit"), view, below });
    copy.element.before(...made.elements);
    made.show();
    parts = made;
    if (app.key) app.tell("key");
  }
  function takeDown() {
    view = parts?.view ?? view;
    parts?.destroy();
    parts = null;
    app.forget();
  }
  /** The learner's own copy has come: the text is laid out anew, where it was dropped with both side by side. */
  function layOut(/** @type {any} */ { editions, links }) {
    if (!editions || JSON.stringify(editions) === JSON.stringify(setup.editions)) return;
    const before = parts;
    const place = before && placeIn(root);
    takeDown();
    app.layOut(editions, links);
    if (!before) return;
    for (const element of before.elements) element?.remove();
    if (copy.waiting) view = "both";
    build();
    if (!later) parts?.complete();
    place?.();
    offer(editions);
  }
  function choose() {
    bridge.send("open");
    open();
  }
  function wake() {
    if (document.visibilityState === "hidden") app.editing?.save();
    else ask("refresh", { revision });
  }

  return {
    app,
    setup,
    /** Whether the text can be read: it waits for no prediction any more. */
    get open() {
      return opened;
    },
    get shown() {
      return shown && root.getClientRects().length > 0;
    },
    /** Show the text in an element; `below`: it is so narrow that the notes stand below the words. */
    show(/** @type {HTMLElement} */ slot, narrow = { below: false }) {
      shown = true;
      below = narrow.below;
      draw();
      slot.append(root);
      if (opened && !later) parts?.complete();
    },
    /** Take it off the page; what is being done in it goes on. */
    hide() {
      shown = false;
      takeDown();
      root.remove();
    },
    start() {
      if (!setup.locked) open();
      ask("refresh", { revision }); // this view may be younger than what it was given
      window.addEventListener("focus", wake);
      document.addEventListener("visibilitychange", wake);
    },
    /** Go to a paragraph and flash it, or a quotation in it, or all as far as `to`. False where it is not on the page. */
    visit(/** @type {string} */ paragraph, quote = "", { focus = true, to = paragraph } = {}) {
      const stretches = parts ? passage(parts.items(), paragraph, quote, to) : [];
      if (stretches.length > 0) parts?.visit(stretches, { focus });
      return stretches.length > 0;
    },
    /** What is selected, as a mark would keep it. */
    picked: () => (parts ? (app.spansOf(parts.points()) ?? []) : []),
    destroy() {
      clearTimeout(again);
      clearTimeout(later);
      window.removeEventListener("focus", wake);
      document.removeEventListener("visibilitychange", wake);
      if (shown) this.hide();
      copy.destroy();
      bridge.dispose();
    },
  };
}

/** A message of an earlier life as the change it was. @returns {MarkChange | null} */
function asChange(/** @type {Message} */ { op, annotation, id, changes }) {
  if (op === "add") return { op, annotation };
  if (op === "change") return { op, id, changes };
  return op === "remove" ? { op, id } : null;
}
