// The document pane beside a lesson, as a panel of JupyterLab's right area.
export function panel(/** @type {any} */ _app) {}
