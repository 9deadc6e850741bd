// The marks of one reader, and their history. Pure: nothing here knows of pages or kernels.
//
// A change is {op: "add", annotation} | {op: "change", id, changes} | {op: "remove", id}. Applying one
// twice is the same as once, because changes also arrive from other tabs, other kernels and our own echo.

/**
 * @param {Annotation[]} annotations
 * @returns {Marks}
 */
export function createState(annotations = []) {
  return { marks: new Map(annotations.map((each) => [each.id, each])), done: [], undone: [] };
}

const same = (/** @type {unknown} */ one, /** @type {unknown} */ other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The state after a change, with what it touched.
 *
 * @param {Marks} state
 * @param {MarkChange} change
 * @returns {Applied}
 *
 * Returns {state, before, after, inverse}; before and after are the annotation, null where there is none;
 * inverse is null where nothing changed.
 */
export function apply(state, change) {
  const id = change.op === "add" ? change.annotation.id : change.id;
  const before = state.marks.get(id) ?? null;
  const still = { state, before, after: before, inverse: null };
  /** @type {Annotation | null} */
  let after = null;
  /** @type {MarkChange} */
  let inverse;
  if (change.op === "add") {
    if (before) return still; // as in the journal: what stands is not added again
    after = change.annotation;
    inverse = { op: "remove", id };
  } else if (!before) {
    return still;
  } else if (change.op === "change") {
    after = { ...before, ...change.changes };
    const changed = Object.keys(change.changes);
    inverse = { op: "change", id, changes: Object.fromEntries(changed.map((key) => [key, /** @type {Record<string, any>} */ (before)[key]])) };
  } else {
    inverse = { op: "add", annotation: before };
  }
  if (after && before && same(after, before)) return still;
  const marks = new Map(state.marks);
  if (after) marks.set(id, after);
  else marks.delete(id);
  return { state: { ...state, marks }, before, after, inverse };
}

/**
 * A change the reader makes: it can be undone. Changes with the same `join` one after another (a comment
 * as it is typed) are undone together.
 *
 * @param {Marks} state
 * @param {MarkChange} change
 * @returns {Applied}
 */
export function perform(state, change, join = "") {
  const result = apply(state, change);
  if (!result.inverse) return result;
  const last = state.done.at(-1);
  const entry =
    join && last?.join === join ? { ...last, redo: change } : { redo: change, undo: result.inverse, join };
  const done = entry.undo === last?.undo ? [...state.done.slice(0, -1), entry] : [...state.done, entry];
  return { ...result, state: { ...result.state, done, undone: [] } };
}

/** Take back the last change that can still be taken back. Adds `change`: what is to be sent, or null. */
export function undo(/** @type {Marks} */ state) {
  return travel(state, "done", "undone", "undo");
}

export function redo(/** @type {Marks} */ state) {
  return travel(state, "undone", "done", "redo");
}

/** @returns {Applied} */
function travel(/** @type {Marks} */ state, /** @type {"done" | "undone"} */ from, /** @type {"done" | "undone"} */ to, /** @type {"undo" | "redo"} */ way) {
  let left = state[from];
  while (left.length > 0) {
    const entry = left[left.length - 1];
    left = left.slice(0, -1);
    const result = apply(state, entry[way]);
    if (!result.inverse) continue; // somebody else has done it meanwhile
    const moved = { ...result.state, [from]: left, [to]: [...state[to], { ...entry, join: "" }] };
    return { ...result, state: moved, change: entry[way] };
  }
  return { state: { ...state, [from]: left }, before: null, after: null, inverse: null, change: null };
}

/**
 * The changes that lead from these marks to others: what a view does that has missed something.
 *
 * @param {Marks} state
 * @param {Annotation[]} annotations
 * @returns {MarkChange[]}
 */
export function catchUp(state, annotations) {
  const wanted = new Map(annotations.map((each) => [each.id, each]));
  const gone = [...state.marks.keys()].filter((id) => !wanted.has(id)).map((id) => /** @type {MarkChange} */ ({ op: "remove", id }));
  const fresh = annotations.map((annotation) => {
    if (!state.marks.has(annotation.id)) return /** @type {MarkChange} */ ({ op: "add", annotation });
    const { id, tag, comment, spans } = annotation;
    return /** @type {MarkChange} */ ({ op: "change", id, changes: { tag, comment, spans } });
  });
  return [...gone, ...fresh];
}

/** A change that was refused: out of the marks, and out of the history. @returns {Applied} */
export function refuse(/** @type {Marks} */ state, /** @type {MarkChange} */ change, /** @type {MarkChange | null} */ inverse) {
  const done = state.done.filter((entry) => entry.redo !== change);
  const result = inverse ? apply({ ...state, done }, inverse) : { state, before: null, after: null, inverse: null };
  return { ...result, state: { ...result.state, done } };
}
