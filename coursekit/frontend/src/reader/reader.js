// The reader: a text, its marks beside it, and the tags to make them with.
import { createBridge } from "../bridge.js";
import { h } from "../dom.js";
import { shield } from "../keys.js";
import { announce, prepare } from "../live.js";
import { rich } from "../text.js";
import { createStatus } from "../status.js";
import { findIn } from "../spans/find.js";
import { createApp } from "./app.js";
import { createCompare } from "./compare.js";
import { createDesk } from "./desk.js";
import { createExpert } from "./expert.js";
import { createFindBar } from "./findbar.js";
import { createFoot } from "./foot.js";
import { createHeader, createViews } from "./header.js";
import { createHelp } from "./help.js";
import { createKeyboard } from "./keyboard.js";
import { createLock } from "./lock.js";
import { createPalette } from "./palette.js";
import { createPlacing } from "./placing.js";
import { createUnplaced } from "./unplaced.js";

const AGAIN = 1200; // ms after an edit until the comparison with the expert is asked for anew

/** Show a reader in an element. Returns the function that takes it away. */
export function mountReader(model, el) {
  const setup = model.get("setup");
  const { source, task } = setup;
  const status = createStatus();
  const root = h("section", { class: "ck ck-card ck-reader", "aria-label": `Reader: ${source.title}` });
  let parts = null; // what there is once the text is open
  let again = 0;
  let revision = setup.revision ?? 0; // how many changes of the kernel's are known here

  const bridge = createBridge(model, {
    course: setup.course ?? "",
    what: `reader:${source.siglum}:${task?.id ?? ""}`,
    onStatus: status.show,
    onMessage: hear,
    onAcked: ({ op }) => {
      if (op === "open") open();
      else if (app.key) askAgain();
    },
    onRefused: (message) => app.refused(message),
  });
  const app = createApp(setup, createPlacing(setup.editions, setup.links), bridge.send);

  function hear(content) {
    if (content.op === "changed") {
      app.receive(content.changes ?? []);
      const missed = content.revision > revision + 1;
      if (missed) ask("refresh", { revision });
      else revision = content.revision ?? revision;
    } else if (content.op === "state") {
      revision = content.revision;
      app.reset(content);
      if (!content.locked) open();
    } else if (content.op === "unlocked") open();
    else if (content.op === "key") {
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
    parts = build();
    root.replaceChildren(...parts.elements);
    parts.desk.show(parts.view);
    app.receive(bridge.resume().map(asChange).filter(Boolean));
    if (task?.committed) ask("commit");
  }
  function build() {
    const covered = () => (palette ? innerHeight - Math.min(innerHeight, palette.element.parentElement.getBoundingClientRect().top) : 0);
    const mark = (tag) => {
      const made = app.mark(desk.surface.points(), tag);
      if (made) desk.surface.clear();
      return Boolean(made);
    };
    const palette = app.readonly ? null : createPalette(app, mark);
    const desk = createDesk(app, {
      covered,
      onPick: (pick) => root.classList.toggle("ck-has-pick", pick.length > 0),
      onKey(event, at) {
        if (event.key !== "Enter") return false;
        if (desk.surface.pick.length === 0) return desk.openAt(at);
        palette?.focus();
        return Boolean(palette);
      },
    });
    const choose = () => {
      palette?.focus();
      announce("Choose a tag.");
    };
    const find = createFindBar(desk, { choose, readonly: app.readonly, covered });
    const expert = createExpert(app, desk);
    const view = setup.editions[0].name;
    const views = createViews(setup.editions, view, (next) => {
      desk.show(next);
      expert.renew();
      find.renew();
    });
    const act = {
      commit: () => bridge.send("commit"),
      visit: (paragraph, start, end) => {
        const item = desk.rows.items().find((each) => each.paragraph === paragraph);
        if (item) desk.visit(paragraph, item.text.unit(start), item.text.unit(end));
      },
    };
    app.on("key", expert.renew);
    const compare = task ? createCompare(app, expert, act) : null;
    const keys = createKeyboard(root, {
      digit: (n) => Boolean(palette?.useDigit(n)),
      remove: (id) => app.remove(id) ?? true,
      undo: app.undo,
      redo: app.redo,
      close: () => {
        const was = app.active;
        if (was) app.tell("back", was);
        return Boolean(was);
      },
    });
    const foot = createFoot(app, status.node);
    return {
      view,
      desk,
      elements: [
        createHeader(setup, [views, find.element]),
        task?.prompt ? h("div", { class: "ck-prompt" }, rich(task.prompt)) : null,
        desk.element,
        h("div", { class: "ck-tools" }, palette?.element, foot),
        h("div", { class: "ck-folds" }, palette?.meanings, createHelp(app.readonly)),
        createUnplaced(app, () => desk.surface.points()),
        compare,
      ].filter(Boolean),
      destroy() {
        app.editing?.save();
        keys();
        find.destroy();
        expert.destroy();
        desk.destroy();
      },
    };
  }

  /** Somebody asks for a passage of this source: the first reader that has it shows it. */
  function show(event) {
    const { source: wanted, paragraph, quote = "" } = event.detail ?? {};
    if (event.defaultPrevented || wanted !== source.siglum || !parts || root.getClientRects().length === 0) return;
    const item = parts.desk.rows.items().find((each) => each.paragraph === paragraph);
    if (!item) return;
    const [start, end] = findIn(item.text, quote)[0] ?? [0, item.text.value.length];
    parts.desk.visit(paragraph, start, end);
    event.preventDefault();
  }
  const wake = () => {
    if (document.visibilityState === "hidden") app.editing?.save();
    else ask("refresh", { revision });
  };

  shield();
  prepare();
  el.append(root);
  if (setup.locked) {
    root.append(createHeader(setup, null), createLock(setup.locked, () => {
      bridge.send("open");
      open();
    }));
  } else open();
  ask("refresh", { revision }); // this view may be younger than what it was given
  window.addEventListener("coursekit:show", show);
  window.addEventListener("focus", wake);
  document.addEventListener("visibilitychange", wake);

  return () => {
    clearTimeout(again);
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
