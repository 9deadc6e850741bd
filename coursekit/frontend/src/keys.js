// Keys that belong to a widget stay in it.
//
// JupyterLab listens for shortcuts on the document, in the capture phase: `b` inserts a cell, `x` cuts
// one, whatever control has the focus. So one listener stands before it, on the window. An event stopped
// there does not reach the widget either: handlers of keys are registered here (`onKey`), not with
// addEventListener("keydown"). What the browser itself does with a key (typing, moving in a radio group,
// Enter on a button) is not touched.
//
// One listener for the page, however many widgets and bundles: it is kept under a shared symbol.
import { typeOn } from "./typing.js";

const SHARED = Symbol.for("coursekit.keys");
const page = /** @type {Record<symbol, any>} */ (/** @type {unknown} */ (globalThis)); // what all bundles of a page share

// With Ctrl or Cmd these edit text, and belong to the field that has the focus.
const EDITING = new Set(
  ["a", "c", "v", "x", "y", "z", "backspace", "delete", "home", "end", "arrowleft", "arrowright", "arrowup", "arrowdown"],
);
// Lists and ticks in the cell of a table take what is pasted.
const TYPED = ".ck-cell select, .ck-cell input, textarea, input:not([type=radio]):not([type=checkbox]):not([type=range]):not([type=button]), [contenteditable=true]";

/** Whether JupyterLab may see this key while the focus is in a widget. Pure. */
export function passes(/** @type {KeyboardEvent} */ event, /** @type {boolean} */ typing) {
  const key = String(event.key ?? "").toLowerCase();
  if (key === "tab") return true;
  if (event.getModifierState?.("AltGraph")) return false; // a letter on many keyboards
  if (!(event.ctrlKey || event.metaKey || event.altKey)) return false;
  if (key === "enter") return false; // would run the cell and take the widget away
  if (typing && EDITING.has(key)) return false;
  return true;
}

function shared() {
  if (page[SHARED]) return page[SHARED];
  const handlers = new WeakMap();
  globalThis.addEventListener(
    "keydown",
    (event) => {
      const path = /** @type {Element[]} */ (event.composedPath());
      const target = path[0];
      if (!target?.closest?.(".ck, .ck-ref")) return;
      if (passes(event, target.matches(TYPED))) return;
      event.stopImmediatePropagation();
      if (event.isComposing) return; // an input method is still at work
      for (const node of path) {
        for (const handler of handlers.get(node) ?? []) {
          if (handler(event) === true) {
            event.preventDefault();
            return;
          }
        }
        // A widget in the pane is one `.ck` in another: the outermost is the last to hear.
        if (node.classList?.contains("ck") && !node.parentElement?.closest(".ck")) return;
      }
    },
    true,
  );
  typeOn(document.body, TYPED);
  page[SHARED] = { handlers };
  return page[SHARED];
}

/** Keep keys pressed inside any `.ck` from JupyterLab. Call it once in every widget's render. */
export function shield() {
  shared();
}

/**
 * Hear keys pressed inside `node`, innermost first. A handler that returns true has used the key: its
 * default is prevented and no outer handler hears it. Returns a function that stops listening.
 */
export function onKey(/** @type {EventTarget} */ node, /** @type {(event: any) => unknown} */ handler) {
  const { handlers } = shared();
  const list = handlers.get(node) ?? [];
  handlers.set(node, [...list, handler]);
  return () => handlers.set(node, (handlers.get(node) ?? []).filter((/** @type {unknown} */ item) => item !== handler));
}
