// JupyterLab's "run all cells" selects the last cell and scrolls to it: whoever presses the button at the head of a
// lesson finds themselves at its foot. Here the place is noted when a run-all control is pressed, and taken again when
// the command has begun. Pressed before the kernel is up, "run all cells" does nothing and says nothing: here it is done
// as soon as the kernel is, and the button says that it is waiting. And the lesson gets the room: no side panel on the
// right, and none on the left where the window is narrow.

const RUN_ALL = new Set(["notebook:run-all-cells", "runmenu:run-all", "notebook:restart-run-all"]);
const SHOWN = "docmanager:show-in-file-browser";
const NARROW = 900;
const LOOK = 250; // ms between two looks at a kernel that is starting
const PATIENCE = 120_000; // ms until it is left to the learner to press again

/** Whether a kernel takes work. */
const up = (/** @type {any} */ panel) => {
  const kernel = panel.sessionContext?.session?.kernel;
  return kernel?.connectionStatus === "connected" && ["idle", "busy"].includes(kernel.status);
};

/** What has been run in a notebook so far; it changes when anything runs. */
const ran = (/** @type {any} */ notebook) =>
  notebook.widgets.map((/** @type {any} */ cell) => `${cell.model.executionCount ?? ""}${cell.promptNode?.textContent.includes("*") ? "*" : ""}`).join();

/** Press again, as it were, once the kernel is up, unless what was pressed has been done after all. */
function whenUp(/** @type {any} */ app, /** @type {any} */ panel, /** @type {string} */ id) {
  const notebook = panel.content;
  const before = ran(notebook);
  const until = Date.now() + PATIENCE;
  let rested = 0;
  panel.node.dataset.ckWaiting = "";
  const look = setInterval(() => {
    rested = up(panel) ? rested + 1 : 0;
    const over = panel.isDisposed || Date.now() > until || ran(notebook) !== before;
    if (!over && rested < 3) return;
    clearInterval(look);
    delete panel.node.dataset.ckWaiting;
    if (!over) app.commands.execute(id);
  }, LOOK);
}

/** In a browser's own JupyterLab: it shows beside a notebook that an address opens where that lies; close that, once. */
function giveRoom(/** @type {any} */ app) {
  const shown = async (/** @type {any} */ _, /** @type {{ id: string, result: Promise<unknown> }} */ { id, result }) => {
    if (id !== SHOWN) return;
    app.commands.commandExecuted.disconnect(shown);
    await result;
    app.shell.collapseLeft?.();
  };
  app.commands.commandExecuted.connect(shown);
}

/** Keep a lesson's place while it runs, and give it the room. */
export function runInPlace(/** @type {any} */ app) {
  /** @type {any} */
  let place = null;

  const note = () => {
    const notebook = app.shell.currentWidget?.content;
    const scroller = notebook?.node?.querySelector(".jp-WindowedPanel-outer");
    place = scroller ? { notebook, scroller, top: scroller.scrollTop, cell: notebook.activeCellIndex } : null;
  };

  const back = () => {
    if (!place || place.notebook.isDisposed) return;
    place.notebook.activeCellIndex = place.cell;
    place.notebook.deselectAll();
    place.scroller.scrollTop = place.top;
  };

  // In the capture phase: before the click becomes a command.
  for (const kind of ["pointerdown", "keydown", "click"]) document.addEventListener(kind, note, true);

  app.commands.commandExecuted.connect((/** @type {any} */ _, /** @type {{ id: string }} */ { id }) => {
    if (!RUN_ALL.has(id)) return;
    back();
    const panel = app.shell.currentWidget;
    if (panel?.content?.widgets && !up(panel) && !("ckWaiting" in panel.node.dataset)) whenUp(app, panel, id);
    // JupyterLab scrolls once more when it has laid the cells out.
    requestAnimationFrame(() => {
      back();
      requestAnimationFrame(back);
    });
  });

  if ("ckNotebooks" in document.documentElement.dataset) giveRoom(app);
  app.restored.then(() => {
    app.shell.collapseRight?.();
    if (window.innerWidth < NARROW) app.shell.collapseLeft?.();
  });
}
