// Below the text: how many marks there are, which opens their list, undo, and whether all is saved.
import { h, say } from "../dom.js";
import { many } from "../text.js";

/**
 * @param {App} app
 * @param {Node} statusNode
 * @param {{ id: string, press(): void }} list  the fold with the list of marks
 */
export function createFoot(app, statusNode, list) {
  const about = app.setup.task?.about;
  const count = h("button", { type: "button", class: "ck-link ck-small ck-marks", title: "List them", "aria-expanded": "false", "aria-controls": list.id, on: { click: list.press } });
  const button = (/** @type {string} */ sign, /** @type {string} */ label, /** @type {string} */ keys, /** @type {() => void} */ click) =>
    h("button", { type: "button", class: "ck-link ck-undo", title: label, "aria-label": label, "aria-keyshortcuts": keys, on: { click } }, sign);
  const undo = button("↶", "undo", "Control+Z", app.undo);
  const redo = button("↷", "redo", "Control+Y", app.redo);
  function draw() {
    const n = app.marks.size;
    say(count, about ? `${n} of about ${many(about, "mark")}` : many(n, "mark"));
    undo.disabled = !app.canUndo;
    redo.disabled = !app.canRedo;
  }
  app.on("marks", draw);
  draw();
  const empty = app.readonly && app.marks.size === 0; // nothing to count, nothing to save
  return {
    /** What stands first in the line, and what stands last. */
    first: empty ? null : h("span", { class: "ck-foot-first" }, count, app.readonly ? null : [undo, redo]),
    last: empty ? null : statusNode,
    count,
  };
}
