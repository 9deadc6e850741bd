// A notebook of JupyterLab as the page that a lesson is laid out in.
import { begin, isTrusted } from "./starting.js";

/** The cells of a notebook, as text. @returns {RawCell[]} */
export const rawOf = (/** @type {any} */ notebook) =>
  notebook.widgets.map((/** @type {any} */ { model }) => ({ code: model.type === "code", source: model.sharedModel.getSource() }));

/**
 * @param {any} app
 * @param {any} panel  JupyterLab's notebook panel
 * @returns {LessonPage}
 */
export function notebookPage(app, panel) {
  const notebook = panel.content;
  return {
    node: panel.node,
    path: panel.context.path,
    scroller: notebook.node.querySelector(".jp-WindowedPanel-outer") ?? notebook.node,
    cells: () => notebook.widgets,
    raw: () => rawOf(notebook),
    changed: (listener) => notebook.model?.cells.changed.connect(listener),
    at(cell) {
      notebook.activeCellIndex = cell;
      notebook.deselectAll();
    },
    open: (path) => app.commands.execute("docmanager:open", { path }),
    begin: (told) => begin(app, panel, told),
    get trusted() {
      return isTrusted(panel);
    },
  };
}
