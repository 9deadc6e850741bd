// The names under which this page keeps what it remembers in the browser, which may know several courses behind one
// address.

/** What names this course to the browser. */
export function shelf() {
  try {
    return String(JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "{}").serverRoot ?? "").slice(0, 200);
  } catch {
    return "";
  }
}

/** The name of one thing that the pane of this course remembers. Names without the course are of an older pane, and left. */
export const paneKey = (/** @type {string} */ what, named = shelf()) => `coursekit:pane:${named}:${what}`;
