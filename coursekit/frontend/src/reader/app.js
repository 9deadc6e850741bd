// What a reader can do, and who is told: between the pure state, the kernel and the parts on the page.
import { announce } from "../live.js";
import { makeSpan } from "../spans/span.js";
import { createLost } from "./lost.js";
import { freshId, wordsOf } from "./naming.js";
import { createPlacing } from "./placing.js";
import { apply, catchUp, createState, perform, redo, refuse, undo } from "./state.js";

export const MOST_SPANS = 40; // paragraphs one mark may run over

/**
 * @param {ReaderSetup} setup
 * @param {Send} send     to what answers
 */
export function createApp(setup, send) {
  const { source, task = null, readonly = false } = setup;
  let state = createState(setup.annotations);
  /** @type {Map<string, [MarkChange, MarkChange]>} */
  const inverses = new Map(); // "change ID" -> [change, inverse]: for a refusal
  /** @type {Map<string, ((...data: any[]) => void)[]>} */
  const heard = new Map(); // event -> [listener]
  /** @type {Set<(event: string) => void>} */
  const watchers = new Set(); // who hears of everything, whatever is on the page
  const tags = new Map((setup.tags ?? []).map((tag) => [tag.id, tag]));

  /** @type {App} */
  const app = {
    setup,
    placing: createPlacing(setup.editions, setup.links),
    tags,
    readonly,
    active: "", // id of the mark whose note is open
    filter: "", // id of the one tag shown, or all
    key: null, // the expert's marks, once they have come
    editing: null, // the editor of the open note
    lost: /** @type {Lost} */ (/** @type {unknown} */ (null)), // made below, of this

    on(/** @type {string} */ event, /** @type {(...data: any[]) => void} */ listener) {
      heard.set(event, [...(heard.get(event) ?? []), listener]);
    },
    tell(/** @type {string} */ event, /** @type {any} */ ...data) {
      for (const listener of heard.get(event) ?? []) listener(...data);
      for (const watcher of watchers) watcher(event);
    },
    watch(/** @type {(event: string) => void} */ watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    /** The parts on the page are gone, and hear nothing any more. */
    forget() {
      app.editing = null;
      heard.clear();
    },
    spansOf,
    get marks() {
      return state.marks;
    },
    get canUndo() {
      return state.done.length > 0;
    },
    get canRedo() {
      return state.undone.length > 0;
    },
    tagName: (/** @type {string} */ id) => tags.get(id)?.name ?? id,

    /** Mark places under a tag: [{edition, paragraph, start, end}] in code points. Returns the new mark or null. */
    mark(/** @type {Place[]} */ points, /** @type {string} */ tag) {
      if (readonly || points.length === 0) return null;
      const spans = points.length > MOST_SPANS ? null : spansOf(points);
      if (!spans) {
        announce(`That is too long for one mark: at most ${MOST_SPANS} paragraphs. Mark less.`);
        return null;
      }
      const id = freshId();
      const annotation = { id, source: source.siglum, task: task?.id ?? "", tag, comment: "", spans };
      edit({ op: "add", annotation });
      announce(`Marked as ${app.tagName(tag)}: ${wordsOf(annotation)}`);
      app.activate(id);
      return annotation;
    },
    change(/** @type {string} */ id, /** @type {any} */ changes, join = "") {
      if (!readonly) edit({ op: "change", id, changes }, join);
    },
    /** What is being typed is kept in this browser until it is sent as a change; null: it is again as it was. */
    typing(/** @type {string} */ id, /** @type {any} */ changes, /** @type {string} */ join) {
      if (!readonly) send("change", { id, changes }, { group: join, hold: changes ? "put" : "drop" });
    },
    remove(/** @type {string} */ id) {
      if (readonly) return;
      const gone = state.marks.get(id);
      if (app.active === id) app.activate("");
      edit({ op: "remove", id });
      if (gone) announce(`Mark removed: ${app.tagName(gone.tag)}. Undo brings it back.`);
    },
    undo: () => travel(undo, "Undone"),
    redo: () => travel(redo, "Done again"),
    activate(/** @type {string} */ id) {
      if (app.active === id) return;
      app.editing?.save(); // what was being typed is not lost with its field
      app.editing = null;
      const before = app.active;
      app.active = id;
      app.tell("active", id, before);
    },
    setFilter(/** @type {string} */ tag) {
      app.filter = tag;
      app.tell("filter");
    },
    /** Changes made elsewhere, or our own come back. */
    receive(/** @type {any} */ changes) {
      for (const change of changes) {
        if (app.lost.hear(change)) continue;
        put(change);
        if (change.op === "remove" && app.active === change.id) app.activate("");
      }
    },
    /** Other editions: a full text has come. The parts on the page are made anew. */
    layOut(/** @type {Edition[]} */ editions, /** @type {Record<string, Link[]>} */ links) {
      Object.assign(setup, { editions, links });
      app.placing = createPlacing(editions, links);
    },
    /** All that stands, for a view that was not there when it was made. */
    reset(/** @type {{ annotations: Annotation[], unplaced?: Unplaced[] }} */ { annotations, unplaced = [] }) {
      app.receive(catchUp(state, annotations));
      app.lost.reset(unplaced);
    },
    /** The kernel would not take a change: it is taken back here, so that the page says what is kept. */
    refused(/** @type {any} */ { op, ...data }, why = "") {
      if (op === "commit") app.tell("uncommitted");
      const { annotation } = data;
      const made = inverses.get(`${op} ${data.id ?? annotation?.id}`);
      if (!made) {
        if (op === "add") app.lost.setAside(annotation, why);
        return;
      }
      const result = refuse(state, ...made);
      state = result.state;
      if (!state.marks.has(app.active)) app.activate("");
      touched(result);
    },
  };

  /** A change as it comes: not in the history. */
  function put(/** @type {MarkChange} */ change) {
    const result = apply(state, change);
    state = result.state;
    if (result.inverse) touched(result);
  }
  function spansOf(/** @type {Place[]} */ points) {
    const spans = points.map(({ edition, paragraph, start, end }) =>
      makeSpan({ source: source.siglum, edition, paragraph }, app.placing.textOf(edition, paragraph), start, end),
    );
    const whole = spans.filter((span) => span !== null);
    return spans.length > 0 && whole.length === spans.length ? whole : null;
  }
  function touched(/** @type {{ before: Annotation | null, after: Annotation | null }} */ { before, after }) {
    const rows = new Set();
    for (const annotation of [before, after]) {
      for (const { paragraph } of annotation?.spans ?? []) rows.add(paragraph);
    }
    app.tell("marks", rows, before, after);
  }
  function edit(/** @type {MarkChange} */ change, join = "") {
    const result = perform(state, change, join);
    if (!result.inverse) return;
    state = result.state;
    touched(result);
    transmit(change, result.inverse, join);
  }
  function transmit(/** @type {any} */ { op, ...data }, /** @type {MarkChange} */ inverse, group = "") {
    inverses.set(`${op} ${data.id ?? data.annotation.id}`, [{ op, ...data }, inverse]);
    send(op, data, group ? { group } : undefined);
  }
  function travel(/** @type {(state: Marks) => Applied} */ way, /** @type {string} */ word) {
    if (readonly) return;
    const result = way(state);
    state = result.state;
    if (!result.change || !result.inverse) {
      app.tell("marks", new Set(), null, null);
      return;
    }
    touched(result);
    transmit(result.change, result.inverse);
    if (!state.marks.has(app.active)) app.activate("");
    const about = result.after ?? result.before;
    if (about) announce(`${word}: ${app.tagName(about.tag)}, ${wordsOf(about)}`);
  }
  app.lost = createLost(app, { spansOf, put, send });
  return app;
}
