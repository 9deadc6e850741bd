// Where a text is read: in the pane beside the lesson, behind a door in its cell; or in the cell, where the page has no
// pane.
import { shield } from "../keys.js";
import { prepare } from "../live.js";
import { withLesson } from "../pane/client.js";
import { createDoor } from "./door.js";
import { createReading } from "./reading.js";

/** Show a reader for an element. Returns the function that takes it away. */
export function mountReader(/** @type {Model} */ model, /** @type {HTMLElement} */ el) {
  shield();
  prepare();
  const reading = createReading(model);
  reading.start();
  let leave = () => {};
  const settle = withLesson(el, (lesson) => {
    leave = lesson ? createDoor(reading, lesson, el) : inPlace(reading, el);
  });
  return () => {
    settle();
    leave();
    reading.destroy();
  };
}

function inPlace(/** @type {Reading} */ reading, /** @type {HTMLElement} */ el) {
  /** Somebody asks for a passage of this source: the first reader that has it shows it. */
  function show(/** @type {any} */ event) {
    const { source, paragraph, to, quote = "" } = event.detail ?? {};
    if (event.defaultPrevented || source !== reading.setup.source.siglum || !reading.shown) return;
    if (reading.visit(paragraph, quote, { to })) event.preventDefault();
  }
  reading.show(el);
  window.addEventListener("coursekit:show", show);
  return () => window.removeEventListener("coursekit:show", show);
}
