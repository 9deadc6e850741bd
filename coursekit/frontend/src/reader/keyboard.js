// Keys of the reader as a whole. Those of the text cursor are the surface's own.
import { onKey } from "../keys.js";

const FIELDS = "textarea, select, input";

/**
 * @param {HTMLElement} root
 * @param {{ digit(n: number): boolean, remove(id: string): boolean, undo(): void, redo(): void, close(): boolean }} act
 *     each tells whether it did something
 * @returns a function that stops listening
 */
export function createKeyboard(root, act) {
  const quiet = onKey(root, (event) => {
    if (event.target.matches(FIELDS)) return false;
    if (/^[1-9]$/.test(event.key)) return act.digit(Number(event.key));
    const note = event.target.closest("[data-go]")?.dataset.go;
    if (note && (event.key === "Delete" || event.key === "Backspace")) return act.remove(note);
    if (event.key === "Escape") return act.close();
    return false;
  });
  // With Ctrl or Cmd a key would go to JupyterLab, which has an undo of its own.
  function onModified(/** @type {any} */ event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !root.contains(event.target)) return;
    if (event.target.matches("textarea, input:not([type=radio]):not([type=checkbox])")) return;
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (key === "y" || event.shiftKey) act.redo();
    else act.undo();
  }
  window.addEventListener("keydown", onModified, true);
  return () => {
    quiet();
    window.removeEventListener("keydown", onModified, true);
  };
}
