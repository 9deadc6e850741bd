// The reader's life: from what the kernel gave to what is on the page, and the messages between them.
import { createBridge } from "../bridge.js";
import { h } from "../dom.js";
import { shield } from "../keys.js";
import { prepare } from "../live.js";
import { findIn } from "../spans/find.js";
import { createStatus } from "../status.js";
import { createApp } from "./app.js";
import { createHeader } from "./header.js";
import { createLock } from "./lock.js";
import { createParts } from "./parts.js";
import { createPlacing } from "./placing.js";

const SOON = 60; // ms after the first draw
const AGAIN = 1200; // ms after an edit until the comparison with the expert is asked for anew

/** Show a reader in an element. Returns the function that takes it away. */
export function mountReader(model, el) {
  const setup = model.get("setup");
  const { source, task } = setup;
  const status = createStatus();
  const root = h("section", { class: "ck ck-card ck-reader", "aria-label": `Reader: ${source.title}` });
  let parts = null; // what there is once the text is open
  let again = 0;
  let later = 0;
  let revision = setup.revision ?? 0; // how many changes of the kernel's are known here

  const bridge = createBridge(model, {
    course: setup.course ?? "",
    what: `reader:${source.siglum}:${task?.id ?? ""}`,
    onStatus: status.show,
    onMessage: hear,
    onAcked: ({ op }) => {
      if (op === "open") open();
      else if (app.key && op !== "commit") askAgain();
    },
    onRefused: (message, why) => app.refused(message, why),
  });
  const app = createApp(setup, createPlacing(setup.editions, setup.links), bridge.send);

  function hear(content) {
    if (content.op === "changed") {
      app.receive(content.changes ?? []);
      if (content.revision > revision + 1) ask("refresh", { revision });
      else revision = content.revision ?? revision;
    } else if (content.op === "state") {
      revision = content.revision;
      app.reset(content);
      if (!content.locked) open();
    } else if (content.op === "unlocked") {
      open();
    } else if (content.op === "key") {
      app.key = content;
      app.tell("key");
    }
  }
  /** Ask without being told "saved": nothing is changed by it. */
  function ask(op, data = {}) {
    Promise.resolve(model.send({ ...data, op, n: 0 })).catch(() => {});
  }
  function askAgain() {
    clearTimeout(again);
    again = setTimeout(() => ask("commit"), AGAIN);
  }
  function open() {
    if (parts) return;
    parts = createParts(app, root, { status: status.node, commit: () => bridge.send("commit") });
    root.replaceChildren(...parts.elements);
    parts.show();
    // After what can be read has been painted. (The browser's storage is slow to open.)
    later = setTimeout(() => {
      parts.complete();
      app.receive(bridge.resume().map(asChange).filter(Boolean));
      if (task?.committed) ask("commit");
    }, SOON);
  }
  function choose() {
    bridge.send("open");
    open();
  }
  /** Somebody asks for a passage of this source: the first reader that has it shows it. */
  function show(event) {
    const { source: wanted, paragraph, quote = "" } = event.detail ?? {};
    if (event.defaultPrevented || wanted !== source.siglum || root.getClientRects().length === 0) return;
    const item = parts?.item(paragraph);
    if (!item) return;
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
  if (setup.locked) root.append(createHeader(setup, null), createLock(setup.locked, choose));
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
    bridge.dispose();
    root.remove();
  };
}

/** A message of an earlier life as the change it was. */
function asChange({ op, annotation, id, changes }) {
  if (op === "add") return { op, annotation };
  if (op === "change") return { op, id, changes };
  return op === "remove" ? { op, id } : null;
}
