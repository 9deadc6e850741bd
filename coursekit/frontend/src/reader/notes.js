// The marks of one row as a list beside its words.
import { fill, h } from "../dom.js";
import { createNote } from "./note.js";

export const SHOWN = 30; // notes a row shows before it asks

/** `entries()` gives what the index has for this row, in the order of the words. */
export function createNotes(/** @type {App} */ app, /** @type {Row} */ row, /** @type {() => Listed[]} */ entries) {
  /** @type {Map<string, any>} */
  const made = new Map(); // id -> note
  /** @type {HTMLElement | null} */
  let list = null;
  /** @type {HTMLElement | null} */
  let rest = null;
  let all = false;

  function draw() {
    const wanted = entries();
    if (wanted.length === 0 && !list) return;
    list ??= h("ol", { class: "ck-notes", "aria-label": `Your marks in ${row.id}` });
    const shown = all ? wanted : wanted.slice(0, SHOWN);
    const open = wanted.find((entry) => entry.annotation.id === app.active);
    if (open && !shown.includes(open)) shown.push(open);
    if (shown.length > 0 && !list.isConnected) row.side.prepend(list);
    const ids = new Set(shown.map((entry) => entry.annotation.id));
    for (const [id, { node }] of made) {
      if (ids.has(id)) continue;
      node.remove();
      made.delete(id);
    }
    let next = list.firstChild;
    for (const entry of shown) {
      const { id } = entry.annotation;
      if (!made.has(id)) made.set(id, createNote(app));
      const note = made.get(id);
      const open = app.active === id;
      if (note.drawn !== entry.annotation || note.open !== open || note.elsewhere !== entry.elsewhere) note.show(entry);
      Object.assign(note, { drawn: entry.annotation, open, elsewhere: entry.elsewhere });
      if (note.node === next) next = note.node.nextSibling;
      else list.insertBefore(note.node, next);
    }
    if (shown.length === 0) list.remove();
    drawRest(wanted.length, shown.length);
  }
  function drawRest(/** @type {number} */ many, /** @type {number} */ shown) {
    if (many <= SHOWN) {
      rest?.remove();
      return;
    }
    rest ??= h("div", { class: "ck-rest" });
    const label = all ? `show the first ${SHOWN}` : `show all ${many} marks here (${many - shown} more)`;
    const click = () => {
      all = !all;
      draw();
    };
    fill(rest, h("button", { type: "button", class: "ck-link", on: { click } }, label));
    if (!rest.isConnected) list?.after(rest);
  }
  return { draw, note: (/** @type {string} */ id) => made.get(id) ?? null };
}
