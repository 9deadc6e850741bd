// Everything of an open reader, put together.
import { append, h } from "../dom.js";
import { announce } from "../live.js";
import { rich } from "../text.js";
import { createCompare } from "./compare.js";
import { createDesk } from "./desk.js";
import { createExpert } from "./expert.js";
import { createFindBar } from "./findbar.js";
import { createFoot } from "./foot.js";
import { createHeader, createViews } from "./header.js";
import { createHelp } from "./help.js";
import { createKeyboard } from "./keyboard.js";
import { createPalette } from "./palette.js";
import { createUnplaced } from "./unplaced.js";

/**
 * @param root    the section they will stand in
 * @param status  the node that says whether all is saved
 * @param commit  sends that the reader has finished
 * @param view    which text to show first: an edition's name or "both"
 * @returns {elements, view, show(), complete(), item(paragraph), visit(item, start, end), destroy()}
 */
export function createParts(app, root, { status, commit, view }) {
  const { setup } = app;
  const { task, editions } = setup;
  let shown = view ?? editions[0].name;
  const tools = h("div", { class: "ck-tools" });
  const folds = h("div", { class: "ck-folds" });
  const covered = () => innerHeight - Math.min(innerHeight, tools.getBoundingClientRect().top);

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
  const find = createFindBar(desk, { choose, readonly: app.readonly, covered });
  const expert = createExpert(app, desk);
  app.on("key", expert.renew);
  const views = createViews(editions, shown, (next) => {
    shown = next;
    desk.show(next);
    expert.renew();
    find.renew();
  });
  const compare = task ? createCompare(app, expert, { commit, visit }) : null;
  const keys = createKeyboard(root, {
    digit: (n) => Boolean(palette?.useDigit(n)),
    remove: (id) => app.remove(id) ?? true,
    undo: app.undo,
    redo: app.redo,
    close,
  });
  append(tools, [palette?.element, createFoot(app, status)]);

  function mark(tag) {
    const points = desk.surface.points();
    if (app.mark(points, tag)) desk.surface.clear();
    return points.length > 0;
  }
  function choose() {
    palette.focus();
    announce("Choose a tag.");
  }
  function close() {
    const open = app.active;
    if (open) app.tell("back", open);
    return Boolean(open);
  }
  const item = (paragraph) => desk.rows.items().find((each) => each.paragraph === paragraph);
  function visit(paragraph, start, end) {
    const there = item(paragraph);
    if (there) desk.visit(there, there.text.unit(start), there.text.unit(end));
  }
  return {
    elements: [
      createHeader(setup, [views, find.element]),
      task?.prompt ? h("div", { class: "ck-task" }, rich(task.prompt)) : null,
      desk.element,
      tools,
      folds,
      createUnplaced(app, () => desk.surface.points()),
      compare,
    ].filter(Boolean),
    get view() {
      return shown;
    },
    show: () => desk.show(shown),
    /** What is not needed for the first sight. */
    complete: () => append(folds, [palette?.meanings(), createHelp(app.readonly)]),
    item,
    visit: desk.visit,
    destroy() {
      app.editing?.save();
      root.classList.remove("ck-has-pick");
      keys();
      find.destroy();
      expert.destroy();
      desk.destroy();
    },
  };
}
