// Marks without a place: their words are not in the text, or the kernel would not take them as they were.
// None is ever dropped unasked; the reader can put one on other words, or give it up.

/**
 * Of the app: `spansOf` makes spans of places, `put` shows a change, `send` sends one.
 *
 * @param {App} app
 * @param {{ spansOf(points: Place[]): Span[] | null, put(change: MarkChange): void, send: Send }} act
 */
export function createLost(app, { spansOf, put, send }) {
  /** @type {Map<string, Unplaced>} */
  let all = new Map(); // id -> {annotation, reason, unsaved}

  function reset(/** @type {Unplaced[]} */ list) {
    const unsaved = [...all.values()].filter((each) => each.unsaved);
    all = new Map([...list, ...unsaved].map((each) => [each.annotation.id, each]));
    app.tell("unplaced");
  }
  reset(app.setup.unplaced ?? []);

  return {
    reset,
    list: () => [...all.values()],
    /**
     * Put a mark on the words picked now. Not in the history: undoing it would put the mark back on words
     * that are not its own.
     */
    settle(/** @type {string} */ id, /** @type {Place[]} */ points) {
      const lost = all.get(id);
      const spans = spansOf(points);
      if (!lost || !spans || app.readonly) return false;
      all.delete(id);
      const annotation = { ...lost.annotation, spans };
      put({ op: "add", annotation });
      if (lost.unsaved) send("add", { annotation });
      else send("change", { id, changes: { spans } });
      app.tell("unplaced");
      return true;
    },
    drop(/** @type {string} */ id) {
      const lost = all.get(id);
      if (app.readonly || !lost) return;
      all.delete(id);
      if (!lost.unsaved) send("remove", { id });
      app.tell("unplaced");
    },
    /** A mark of an earlier life that can no longer be kept as it was: its comment is not lost with it. */
    setAside(/** @type {Annotation} */ annotation, /** @type {string} */ reason) {
      put({ op: "remove", id: annotation.id });
      all.set(annotation.id, { annotation, reason, unsaved: true });
      app.tell("unplaced");
    },
    /** A change from elsewhere: whether it is about one of these, and so dealt with. */
    hear(/** @type {any} */ change) {
      const lost = all.get(change.id ?? change.annotation.id);
      if (!lost) return false;
      const { spans } = change.changes ?? {};
      if (!spans && change.op !== "remove") return true;
      all.delete(lost.annotation.id);
      app.tell("unplaced");
      if (spans) put({ op: "add", annotation: { ...lost.annotation, ...change.changes } });
      return true;
    },
  };
}
