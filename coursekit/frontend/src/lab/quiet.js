// A lesson is read and answered: while one does so, a stray letter inserts, deletes and moves nothing, and a double
// click on the text selects a word and does not open its source. What is typed in a field, a widget or an editor is
// none of this; keys with Ctrl, Cmd or Alt do what they always do, and arrows, space and Page keys scroll.

const LESSON = ".jp-NotebookPanel[data-ck-lesson] .jp-Notebook";
const TYPED = ".ck, input, textarea, select, [contenteditable=true], .cm-editor";
const PASS = new Set(["Tab", "Escape", "ContextMenu"]);

/** Whether a key would be taken for a command on cells. Pure. */
export function strays(/** @type {{ key: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean }} */ { key, ctrlKey, metaKey, altKey }) {
  return !(ctrlKey || metaKey || altKey || PASS.has(key) || /^F\d+$/.test(key));
}

/** Keep lessons quiet as long as `wanted()` holds. */
export function quiet(/** @type {() => boolean} */ wanted) {
  const over = (/** @type {Event} */ event) => {
    const target = /** @type {Element | null} */ (event.composedPath()[0] ?? null);
    return wanted() && target?.closest?.(LESSON) ? target : null;
  };
  // On the window, in the capture phase: JupyterLab listens for shortcuts on the document, in the same phase.
  window.addEventListener(
    "keydown",
    (event) => {
      const target = over(event);
      if (target && !target.closest(TYPED) && strays(event)) event.stopImmediatePropagation();
    },
    true,
  );
  window.addEventListener(
    "dblclick",
    (event) => {
      const target = over(event);
      if (target?.closest(".jp-MarkdownCell") && !target.closest(".cm-editor")) event.stopImmediatePropagation();
    },
    true,
  );
}
