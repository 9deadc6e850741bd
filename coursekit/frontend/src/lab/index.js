// Our extension of JupyterLab: the container that JupyterLab loads, and the one plugin in it. It is bundled whole; of
// JupyterLab's own packages it takes what the page shares (`shared.js`).
import { layout } from "./layout.js";
import { panel } from "./panel.js";
import { runInPlace } from "./run.js";
import { take } from "./shared.js";

const plugin = {
  id: "coursekit-lesson:plugin",
  description: "A lesson with its documents beside it",
  autoStart: true,
  activate(/** @type {any} */ app) {
    runInPlace(app);
    panel(app);
    layout(app);
  },
};

const page = /** @type {Record<string, any>} */ (/** @type {unknown} */ (globalThis));
page._JUPYTERLAB ??= {};
page._JUPYTERLAB["coursekit-lesson"] = {
  init: async (/** @type {any} */ scope) => take(scope),
  get: async () => () => ({ __esModule: true, default: [plugin] }),
};
