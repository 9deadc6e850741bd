// Two switches in the View menu, remembered in the browser. "Edit this lesson": an author's, it brings back what
// JupyterLab does with keys and double clicks, and unfolds all. "Plain notebooks": no layout of ours at all.
import { drawer } from "../layout/memory.js";
import { shared } from "./shared.js";
import { unitInFront } from "../unit.js";

const SWITCHES = {
  author: { command: "coursekit:author", label: () => (unitInFront() === "exercise" ? "Edit This Exercise" : "Edit This Lesson"), caption: "Double click opens the source, keys act on cells, nothing is folded" },
  plain: { command: "coursekit:plain", label: "Plain Notebooks", caption: "Lessons and exercises are not folded, and begin when their button is pressed" },
};
const RANK = 900; // in the View menu: last

/**
 * Make the switches, their commands and their places in the menu.
 *
 * @param {any} app
 * @returns {LessonSwitches}
 */
export function makeSwitches(app) {
  /** @type {Set<() => void>} */
  const watching = new Set();
  const on = { author: false, plain: false };
  for (const [name, { command, label, caption }] of Object.entries(SWITCHES)) {
    const key = /** @type {"author" | "plain"} */ (name);
    const kept = drawer(command);
    on[key] = kept.get() === "on";
    app.commands.addCommand(command, {
      label,
      caption,
      isToggled: () => on[key],
      execute: () => {
        on[key] = !on[key];
        kept.put(on[key] ? "on" : null);
        for (const each of watching) each();
      },
    });
  }
  inMenu(app);
  return {
    get author() {
      return on.author;
    },
    get plain() {
      return on.plain;
    },
    watch(listener) {
      watching.add(listener);
      return () => watching.delete(listener);
    },
  };
}

async function inMenu(/** @type {any} */ app) {
  try {
    const { IMainMenu } = await shared("@jupyterlab/mainmenu");
    const menu = await app.resolveOptionalService(IMainMenu);
    menu?.viewMenu.addGroup(Object.values(SWITCHES).map(({ command }) => ({ command })), RANK);
  } catch {
    // a page without menus has its commands all the same
  }
}
