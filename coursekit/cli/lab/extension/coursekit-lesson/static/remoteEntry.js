/* A small JupyterLab extension, loaded as it stands (no build, no packages).

   JupyterLab's "run all cells" selects the last cell and scrolls to it: whoever presses the button at the
   head of a lesson finds themselves at its foot. Here the place is noted when a run-all control is pressed,
   and taken again when the command has begun. And the lesson gets the room: no side panel on the right, and
   none on the left where the window is narrow. */

const RUN_ALL = new Set(["notebook:run-all-cells", "runmenu:run-all", "notebook:restart-run-all"]);
const NARROW = 900;

function activate(app) {
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

  app.commands.commandExecuted.connect((_, { id }) => {
    if (!RUN_ALL.has(id)) return;
    back();
    // JupyterLab scrolls once more when it has laid the cells out.
    requestAnimationFrame(() => {
      back();
      requestAnimationFrame(back);
    });
  });

  app.restored.then(() => {
    app.shell.collapseRight?.();
    if (window.innerWidth < NARROW) app.shell.collapseLeft?.();
  });
}

const plugin = { id: "coursekit-lesson:plugin", description: "Runs a lesson in place", autoStart: true, activate };

(window._JUPYTERLAB ??= {})["coursekit-lesson"] = {
  init: async () => {},
  get: async () => () => ({ __esModule: true, default: [plugin] }),
};
