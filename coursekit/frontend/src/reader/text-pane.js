// The text at work: rows, the colours and the notes in them, and what is picked.
import { createLayer } from "../highlights.js";
import { flash } from "../spans/flash.js";
import { rangeOver, reveal } from "../spans/reveal.js";
import { createSurface } from "../spans/surface.js";
import { createIndex } from "./index.js";
import { createNotes } from "./notes.js";
import { createPainter } from "./paint.js";
import { createRows } from "./rows.js";
import { createQueue } from "./queue.js";

const NOTE = 44; // px, about: a closed note

/**
 * @param {App} app
 * @param {SurfaceOptions & { below?: boolean }} options  below: notes stand below the words, not beside them;
 *                 covered(): px of the window's bottom that the palette covers; onPick(pick); onKey(event, at)
 */
export function createTextPane(app, options = {}) {
  const rows = createRows(app.setup);
  const index = createIndex(app);
  const active = createLayer("ck-active");
  const parts = new Map(rows.list.map((row) => [row.id, partsOf(row)]));
  const queue = createQueue(rows.list, draw, tall);
  const surface = createSurface(rows.element, { ...options, onPoint });

  /** About how tall a row will be, in px. */
  function tall(/** @type {Row} */ { id, tall: words = 0 }) {
    const notes = index.size(id) * NOTE;
    return options.below ? words + notes : Math.max(words, notes);
  }
  function partsOf(/** @type {Row} */ row) {
    return { painter: createPainter(), notes: createNotes(app, row, () => index.entries(row.id, rows.shown)) };
  }
  function draw(/** @type {Row} */ row) {
    colour(row);
    parts.get(row.id)?.notes.draw();
  }
  function colour(/** @type {Row} */ row) {
    /** @type {Wanted[]} */
    const wanted = [];
    for (const { annotation, places } of index.entries(row.id, rows.shown)) {
      const tag = app.tags.get(annotation.tag);
      for (const { edition, start, end } of places) {
        const item = row.cells.get(edition)?.item;
        if (item) wanted.push({ id: annotation.id, tag, item, start: item.text.unit(start), end: item.text.unit(end) });
      }
    }
    parts.get(row.id)?.painter.show(wanted);
  }
  /** Draw rows again: at once where they have been drawn, else when their turn comes. */
  function redraw(/** @type {Iterable<string>} */ ids) {
    for (const id of ids) {
      const row = rows.row(id);
      if (row && queue.isDrawn(row)) draw(row);
    }
  }
  function rowsOf(/** @type {string} */ id) {
    return [...new Set((app.marks.get(id)?.spans ?? []).map((span) => span.paragraph))];
  }
  const rangesOf = (/** @type {string} */ id) => rowsOf(id).flatMap((row) => parts.get(row)?.painter.ranges(id) ?? []);

  function showActive() {
    active.show(rangesOf(app.active).map(({ item, start, end }) => [item.leaf, start, end]));
    placeNote();
  }
  /** Where notes have no column of their own, the open one stands below the last line of its words. */
  function placeNote() {
    const note = noteOf(app.active);
    /** @type {HTMLElement | null | undefined} */
    const row = note?.node.closest(".ck-row");
    const last = rangesOf(app.active).findLast(({ item }) => item.paragraph === row?.dataset.p);
    if (!row || !last) return;
    const lines = rangeOver(last.item, last.start, last.end).getClientRects();
    const end = lines[lines.length - 1]?.bottom ?? 0;
    note?.node.style.setProperty("--ck-at", `${Math.round(end - row.getBoundingClientRect().top)}px`);
  }
  /** A click on words: the mark there opens; a second click goes on to the next of several. */
  function onPoint(/** @type {Item} */ item, /** @type {number} */ unit) {
    const here = parts.get(item.paragraph)?.painter.at(item, unit) ?? [];
    app.activate(here[(here.indexOf(app.active) + 1) % here.length] ?? "");
    const note = noteOf(app.active);
    if (note) reveal(note.node, note.node, { below: options.covered?.() ?? 0 });
  }
  function noteOf(/** @type {string} */ id) {
    for (const row of rowsOf(id)) {
      const note = parts.get(row)?.notes.note(id);
      if (note) return note;
    }
    return null;
  }
  function goToWords(/** @type {string} */ id) {
    const [first] = rangesOf(id);
    if (first) reveal(first.item.node, rangeOver(first.item, first.start, first.end), { below: options.covered?.() ?? 0 });
  }
  function focusNote(/** @type {string} */ id) {
    const note = noteOf(id);
    if (!note) return; // only marks with another tag are shown
    note.focus();
    reveal(note.node, note.node, { below: options.covered?.() ?? 0 });
  }
  const resized = new ResizeObserver(placeNote);
  resized.observe(rows.element);
  rows.element.addEventListener("click", (event) => {
    const pressed = /** @type {Element} */ (event.target).closest("[data-go]");
    const go = /** @type {HTMLElement | null} */ (pressed)?.dataset.go;
    if (!go) return;
    app.activate(app.active === go ? "" : go);
    // Where notes have no column of their own a closed one is out of sight, and would take the focus with it.
    if (pressed?.getClientRects().length === 0) app.tell("back", go);
    else goToWords(go);
  });

  app.on("marks", (touched, before, after) => {
    index.update(before, after);
    for (const id of touched) queue.soon(rows.row(id));
    redraw(touched);
    showActive();
  });
  app.on("active", (id, before) => {
    for (const row of rowsOf(id)) queue.soon(rows.row(row));
    redraw([...rowsOf(before), ...rowsOf(id)]);
    showActive();
  });
  app.on("filter", () => redraw(rows.list.map((row) => row.id)));
  app.on("back", (id) => {
    const last = rangesOf(id).at(-1);
    app.activate("");
    if (last) surface.goTo(last.item, Math.max(last.start, last.end - 1));
  });

  return {
    element: rows.element,
    rows,
    surface,
    show(/** @type {string} */ view) {
      rows.show(view);
      surface.setItems(rows.items());
      if (!queue.start()) redraw(rows.list.map((row) => row.id));
      showActive();
    },
    /** Open the mark under the keyboard's cursor; false where there is none. */
    openAt(/** @type {{ item: Item, unit: number }} */ { item, unit }) {
      const [id] = parts.get(item.paragraph)?.painter.at(item, unit) ?? [];
      if (!id) return false;
      app.activate(id);
      noteOf(id)?.focus();
      return true;
    },
    /** Take the focus to the comment of a mark, which is open. */
    comment: focusNote,
    /** Go to a mark's words, and open it. */
    go(/** @type {string} */ id) {
      app.activate(id);
      goToWords(id);
      focusNote(id);
    },
    /** Go to stretches of the text because the reader asked to, and flash them; the focus goes along unless told not to. */
    visit(/** @type {Stretch[]} */ stretches, { focus = true } = {}) {
      if (focus) surface.goTo(stretches[0].item, stretches[0].start);
      flash(stretches);
    },
    destroy() {
      queue.stop();
      resized.disconnect();
      surface.destroy();
      active.clear();
      for (const { painter } of parts.values()) painter.clear();
    },
  };
}
