// The marks of one reader, and their history. Pure: nothing here knows of pages or kernels.
//
// A change is {op: "add", annotation} | {op: "change", id, changes} | {op: "remove", id}. Applying one
// twice is the same as once, because changes also arrive from other tabs, other kernels and our own echo.

export function createState(annotations = []) {
  return { marks: new Map(annotations.map((each) => [each.id, each])), done: [], undone: [] };
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * The state after a change, with what it touched.
 * Returns {state, before, after, inverse}; before and after are the annotation, null where there is none;
 * inverse is null where nothing changed.
 */
export function apply(state, change) {
  const id = change.op === "add" ? change.annotation.id : change.id;
  const before = state.marks.get(id) ?? null;
  const still = { state, before, after: before, inverse: null };
  let after = null;
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
    inverse = { op: "change", id, changes: Object.fromEntries(changed.map((key) => [key, before[key]])) };
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
export function undo(state) {
  return travel(state, "done", "undone", "undo");
}

export function redo(state) {
  return travel(state, "undone", "done", "redo");
}

function travel(state, from, to, way) {
  let left = state[from];
  while (left.length > 0) {
    const entry = left.at(-1);
    left = left.slice(0, -1);
    const result = apply(state, entry[way]);
    if (!result.inverse) continue; // somebody else has done it meanwhile
    const moved = { ...result.state, [from]: left, [to]: [...state[to], { ...entry, join: "" }] };
    return { ...result, state: moved, change: entry[way] };
  }
  return { state: { ...state, [from]: left }, before: null, after: null, inverse: null, change: null };
}

/** The changes that lead from these marks to others: what a view does that has missed something. */
export function catchUp(state, annotations) {
  const wanted = new Map(annotations.map((each) => [each.id, each]));
  const gone = [...state.marks.keys()].filter((id) => !wanted.has(id)).map((id) => ({ op: "remove", id }));
  const fresh = annotations.map((annotation) => {
    if (!state.marks.has(annotation.id)) return { op: "add", annotation };
    const { id, tag, comment, spans } = annotation;
    return { op: "change", id, changes: { tag, comment, spans } };
  });
  return [...gone, ...fresh];
}

/** A change the kernel has refused: out of the marks, and out of the history. */
export function refuse(state, change, inverse) {
  const done = state.done.filter((entry) => entry.redo !== change);
  const result = inverse ? apply({ ...state, done }, inverse) : { before: null, after: null, inverse: null };
  return { ...result, state: { ...(result.state ?? state), done } };
}
