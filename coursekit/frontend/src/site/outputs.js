// What a page shows that is not alive: pictures, tables, what is right so far. Python tells what has changed of it.
import { markup } from "./markup.js";

/** Show in an output what Python says of it. */
export function showOutput(/** @type {ParentNode} */ root, /** @type {{ output: string, html: string }} */ told) {
  const output = root.querySelector(`[data-output="${CSS.escape(String(told.output))}"]`);
  if (!output) return;
  const place = output.querySelector(":scope > .ck-static") ?? output;
  const fresh = document.createElement("div");
  fresh.append(markup(String(told.html)));
  // Left alone where nothing has changed: somebody may have opened, selected or reached something in it.
  const before = document.createElement("div");
  before.append(...[...place.childNodes].map((node) => node.cloneNode(true)));
  before.normalize();
  fresh.normalize();
  if (!before.isEqualNode(fresh)) place.replaceChildren(...fresh.childNodes);
}

/** Keep the outputs of a page as Python says they are. */
export function followOutputs(/** @type {ParentNode} */ root, /** @type {Line} */ line) {
  line.on((told) => {
    if (told.type === "html") showOutput(root, /** @type {any} */ (told));
  });
}
