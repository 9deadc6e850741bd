// A lesson begins by itself: where its copy is trusted it runs as soon as it is in front and Python is up. Else, and
// where that fails, one press runs it.

import { shared } from "./shared.js";

const RUN = "notebook:run-all-cells";
const LOOK = 200; // ms between two looks at a kernel that is starting
const PATIENCE = 120_000; // ms until it is left to the learner to press

/** Whether all that a notebook shows and runs is known to be ours or the learner's. */
export const isTrusted = (/** @type {any} */ panel) =>
  Array.from(panel.content.widgets, (/** @type {any} */ cell) => cell.model).every(({ type, trusted }) => type !== "code" || trusted);

const isUp = (/** @type {any} */ panel) => {
  const kernel = panel.sessionContext?.session?.kernel;
  return kernel?.connectionStatus === "connected" && ["idle", "busy"].includes(kernel.status);
};

/**
 * Run a lesson once it is in front and Python is up.
 *
 * @param {any} app
 * @param {any} panel
 * @param {(phase: LessonPhase) => void} told
 * @returns {() => void}  gives up
 */
export function begin(app, panel, told) {
  let rested = 0;
  const until = Date.now() + PATIENCE;
  told("waits");
  const look = setInterval(async () => {
    if (panel.isDisposed) return over();
    if (app.shell.currentWidget !== panel) return;
    rested = isUp(panel) ? rested + 1 : 0;
    if (rested < 2) {
      if (Date.now() > until) {
        over();
        told("late");
      }
      return;
    }
    over();
    run(app, panel, told);
  }, LOOK);
  const over = () => clearInterval(look);
  return over;
}

/** Run a lesson now, and leave its reader where they are. Before Python is up JupyterLab would do nothing, and say nothing. */
async function run(/** @type {any} */ app, /** @type {any} */ panel, /** @type {(phase: LessonPhase) => void} */ told) {
  told("runs");
  try {
    const { NotebookActions } = await shared("@jupyterlab/notebook");
    const { content, sessionContext } = panel;
    if (NotebookActions.runCells) await NotebookActions.runCells(content, content.widgets, sessionContext);
    else await app.commands.execute(RUN); // which goes to the last cell
    told("ready");
  } catch {
    told("late");
  }
}
