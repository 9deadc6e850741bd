// While no document is in front, be it for a moment, JupyterLab's address names the folder of its file list; a page that
// is loaded again just then shows the Launcher. The lesson that was in front of this tab is opened instead.

import { shelf } from "./shelf.js";

const ADDRESS_OF_ONE = /\.(ipynb|md)$/;

/** A place of this tab's in the browser's storage; where there is none, nothing is kept and nothing fails. */
function tabDrawer(/** @type {string} */ name) {
  const attempt = (/** @type {() => string | null | void} */ what) => {
    try {
      return what() ?? "";
    } catch {
      return "";
    }
  };
  return {
    get: () => attempt(() => sessionStorage.getItem(name)),
    put: (/** @type {string} */ text) => attempt(() => sessionStorage.setItem(name, text)),
  };
}

/** Whether this page was loaded again, and its address names no document. */
function lost() {
  const [how] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  return how?.type === "reload" && !ADDRESS_OF_ONE.test(location.pathname);
}

/**
 * Bring the lesson back that was in front. Returns the function that is told of each lesson's panel.
 *
 * @param {any} app
 */
export function bringBack(app) {
  const front = tabDrawer(`coursekit:front:${shelf()}`);
  const left = lost() ? front.get() : "";
  const note = () => {
    const panel = app.shell.currentWidget;
    if (panel?.node && "ckLesson" in panel.node.dataset) front.put(panel.context.path);
  };
  app.shell.currentChanged?.connect(note);
  app.restored.then(async () => {
    const there = [...app.shell.widgets("main")];
    if (!left || there.some(({ context }) => context)) return;
    const opened = await app.commands.execute("docmanager:open", { path: left }).catch(() => null); // it is there no more
    if (!opened) return;
    for (const each of there) if (each.id.startsWith("launcher")) each.dispose();
  });
  return (/** @type {any} */ panel) => {
    note();
    // Whoever closes it does not want it back.
    panel.disposed.connect(() => front.get() === panel.context.path && front.put(""));
  };
}
