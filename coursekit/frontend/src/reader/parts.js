// Everything of an open reader, put together.
import { append, h } from "../dom.js";
import { announce } from "../live.js";
import { createFindBar } from "../spans/findbar.js";
import { rich } from "../text.js";
import { createCompare } from "./compare.js";
import { createTextPane } from "./text-pane.js";
import { createExpert } from "./expert.js";
import { createHeader, createViews } from "./header.js";
import { createHelp } from "./help.js";
import { createKeyboard } from "./keyboard.js";
import { createPalette } from "./palette.js";
import { createTools } from "./tools.js";
import { createUnplaced } from "./unplaced.js";

/**
 * @param {App} app
 * @param {HTMLElement} root  the section they will stand in
 * @param {{ status: Node, commit(): unknown, view?: string, below?: boolean }} given  status: the node that says whether all is saved;
 *     commit sends that the reader has finished; view: which text to show first, an edition's name or "both"; below: notes stand below the words
 */
export function createParts(app, root, { status, commit, view, below }) {
  const { setup } = app;
  const { task, editions } = setup;
  let shown = view || editions[0].name;
  const folds = h("div", { class: "ck-folds" });
  const covered = () => innerHeight - Math.min(innerHeight, tools.element.getBoundingClientRect().top);

  const palette = app.readonly ? null : createPalette(app, mark);
  const pane = createTextPane(app, {
    below,
    covered,
    onPick: (/** @type {Stretch[]} */ pick) => root.classList.toggle("ck-has-pick", pick.length > 0),
    onKey(/** @type {KeyboardEvent} */ event, /** @type {{ item: Item, unit: number }} */ at) {
      if (event.key !== "Enter") return false;
      if (pane.surface.pick.length === 0) return pane.openAt(at);
      palette?.focus();
      return Boolean(palette);
    },
  });
  const find = createFindBar({ items: pane.rows.items, surface: pane.surface }, { choose, does: app.readonly ? "" : "Mark this", covered });
  const expert = createExpert(app, pane);
  app.on("key", expert.renew);
  const views = createViews(editions, shown, (next) => {
    shown = next;
    pane.show(next);
    expert.renew();
    find.renew();
  });
  const compare = task ? createCompare(app, expert, visit) : null;
  const tools = createTools(app, { palette, status, commit, reach: () => compare?.reach(), go: pane.go });
  const keys = createKeyboard(root, {
    digit: (/** @type {number} */ n) => Boolean(palette?.useDigit(n)),
    remove: (/** @type {string} */ id) => app.remove(id) ?? true,
    undo: app.undo,
    redo: app.redo,
    close,
  });

  /** Mark what is picked; whoever set the tag may write a comment at once. */
  function mark(/** @type {string} */ tag, { byTouch = false } = {}) {
    const points = pane.surface.points();
    const made = app.mark(points, tag);
    if (made) {
      pane.surface.clear();
      // A keyboard that comes up from below at each mark would cover the text.
      if (!byTouch) pane.comment(made.id);
    }
    return points.length > 0;
  }
  function choose() {
    palette?.focus();
    announce("Choose a tag.");
  }
  function close() {
    const open = app.active;
    if (open) app.tell("back", open);
    return Boolean(open);
  }
  const item = (/** @type {string} */ paragraph) => pane.rows.items().find((each) => each.paragraph === paragraph);
  function visit(/** @type {string} */ paragraph, /** @type {number} */ start, /** @type {number} */ end) {
    const there = item(paragraph);
    if (there) pane.visit([{ item: there, start: there.text.unit(start), end: there.text.unit(end) }]);
  }
  return {
    elements: [
      createHeader(setup, [views, find.element]),
      task?.prompt ? h("div", { class: "ck-task" }, rich(task.prompt)) : null,
      pane.element,
      tools.element,
      folds,
      createUnplaced(app, () => pane.surface.points()),
      compare?.element ?? null,
    ].filter((element) => element !== null),
    get view() {
      return shown;
    },
    show: () => pane.show(shown),
    /** What is not needed for the first sight. */
    complete() {
      tools.complete();
      append(folds, createHelp(app.readonly));
    },
    items: pane.rows.items,
    visit: pane.visit,
    points: () => pane.surface.points(),
    destroy() {
      app.editing?.save();
      root.classList.remove("ck-has-pick");
      keys();
      find.destroy();
      expert.destroy();
      pane.destroy();
    },
  };
}
