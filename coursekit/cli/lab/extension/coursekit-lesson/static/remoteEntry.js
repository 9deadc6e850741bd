"use strict";
(() => {
  // src/lab/layout.js
  function layout(_app) {
  }

  // src/lab/panel.js
  function panel(_app) {
  }

  // src/lab/run.js
  var RUN_ALL = /* @__PURE__ */ new Set(["notebook:run-all-cells", "runmenu:run-all", "notebook:restart-run-all"]);
  var NARROW = 900;
  var LOOK = 250;
  var PATIENCE = 12e4;
  var up = (panel2) => {
    const kernel = panel2.sessionContext?.session?.kernel;
    return kernel?.connectionStatus === "connected" && ["idle", "busy"].includes(kernel.status);
  };
  var ran = (notebook) => notebook.widgets.map((cell) => `${cell.model.executionCount ?? ""}${cell.promptNode?.textContent.includes("*") ? "*" : ""}`).join();
  function whenUp(app, panel2, id) {
    const notebook = panel2.content;
    const before = ran(notebook);
    const until = Date.now() + PATIENCE;
    let rested = 0;
    panel2.node.dataset.ckWaiting = "";
    const look = setInterval(() => {
      rested = up(panel2) ? rested + 1 : 0;
      const over = panel2.isDisposed || Date.now() > until || ran(notebook) !== before;
      if (!over && rested < 3) return;
      clearInterval(look);
      delete panel2.node.dataset.ckWaiting;
      if (!over) app.commands.execute(id);
    }, LOOK);
  }
  function runInPlace(app) {
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
    for (const kind of ["pointerdown", "keydown", "click"]) document.addEventListener(kind, note, true);
    app.commands.commandExecuted.connect((_, { id }) => {
      if (!RUN_ALL.has(id)) return;
      back();
      const panel2 = app.shell.currentWidget;
      if (panel2?.content?.widgets && !up(panel2) && !("ckWaiting" in panel2.node.dataset)) whenUp(app, panel2, id);
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

  // src/lab/shared.js
  var known = {};
  function take(scope) {
    known = scope ?? {};
  }

  // src/lab/index.js
  var plugin = {
    id: "coursekit-lesson:plugin",
    description: "A lesson with its documents beside it",
    autoStart: true,
    activate(app) {
      runInPlace(app);
      panel(app);
      layout(app);
    }
  };
  var page = (
    /** @type {Record<string, any>} */
    /** @type {unknown} */
    globalThis
  );
  page._JUPYTERLAB ??= {};
  page._JUPYTERLAB["coursekit-lesson"] = {
    init: async (scope) => take(scope),
    get: async () => () => ({ __esModule: true, default: [plugin] })
  };
})();
