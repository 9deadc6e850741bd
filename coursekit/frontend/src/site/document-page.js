// A page of its own as the page that a lesson is laid out in.

const NOTEBOOK = /^(?:.*\/)?(lessons|exercises)\/(?:[^/]+\/)?([^/]+)\.ipynb$/;

/** Where in the site a notebook of the course stands, as "exercises/00-name.html"; "" for what has no page. Pure. */
export function addressOf(/** @type {string} */ notebook) {
  const [, folder, name] = NOTEBOOK.exec(notebook) ?? [];
  return folder ? `${folder}/${name}.html` : "";
}

/**
 * @param {HTMLElement} main
 * @param {PageData} data
 * @param {Line} line
 * @returns {LessonPage}
 */
export function documentPage(main, data, line) {
  const cells = [...main.querySelectorAll(":scope > .ck-cell")].map((node) => ({ node: /** @type {HTMLElement} */ (node) }));
  return {
    node: document.body, // also what is pressed with the focus nowhere
    path: data.path,
    scroller: /** @type {HTMLElement} */ (document.scrollingElement ?? document.documentElement),
    cells: () => cells,
    raw: () => data.cells,
    changed() {}, // none comes or goes
    at() {},
    open(path) {
      const address = addressOf(path);
      if (address) location.assign(new URL(data.base + address, location.href));
    },
    // It can be read and answered from the start; "ready" is when Python has said how far the learner is.
    begin(told) {
      const hear = (/** @type {Told} */ { type }) => {
        if (type === "starts") told("runs");
        else if (type === "ready") told("ready");
        else if (type === "gone") told("late");
      };
      line.on(hear);
      told("runs");
      return () => {};
    },
    trusted: true,
    words: { runs: "", ready: "", late: "" }, // how far that is stands at the foot of the page
  };
}
