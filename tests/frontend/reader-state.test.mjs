import assert from "node:assert/strict";
import { test } from "node:test";
import { apply, catchUp, createState, perform, redo, refuse, undo } from "../../coursekit/frontend/src/reader/state.js";

const mark = (id, tag = "QUANT", comment = "") => ({ id, tag, comment, spans: [{ paragraph: "p1", start: 0, end: 4 }] });
const add = (id, tag) => ({ op: "add", annotation: mark(id, tag) });
const ids = (state) => [...state.marks.keys()];
const run = (state, ...changes) => changes.reduce((now, [change, join]) => perform(now, change, join).state, state);

test("a change applied twice is the same as once", () => {
  const changes = [add("a"), { op: "change", id: "a", changes: { comment: "How many?" } }, { op: "remove", id: "a" }];
  let state = createState([mark("b")]);
  for (const change of changes) {
    state = apply(state, change).state;
    const again = apply(state, change);
    assert.equal(again.state, state);
    assert.equal(again.inverse, null);
  }
  assert.deepEqual(ids(state), ["b"]);
});

test("a change does not touch the state it was applied to", () => {
  const state = createState([mark("a")]);
  perform(state, { op: "remove", id: "a" });
  assert.deepEqual(ids(state), ["a"]);
});

test("adding, changing and removing can each be undone and done again, over the whole session", () => {
  const start = createState([mark("a")]);
  const end = run(start, [add("b")], [{ op: "change", id: "a", changes: { tag: "TURN" } }], [{ op: "remove", id: "b" }]);
  let state = end;
  for (let n = 0; n < 3; n += 1) state = undo(state).state;
  assert.deepEqual([...state.marks], [...start.marks]);
  for (let n = 0; n < 3; n += 1) state = redo(state).state;
  assert.deepEqual([...state.marks], [...end.marks]);
});

test("undoing says what is to be sent", () => {
  const state = run(createState(), [add("a")]);
  assert.deepEqual(undo(state).change, { op: "remove", id: "a" });
  assert.deepEqual(redo(undo(state).state).change, add("a"));
  assert.equal(undo(createState()).change, null);
});

test("a new change ends what could be done again", () => {
  const state = run(undo(run(createState(), [add("a")])).state, [add("b")]);
  assert.equal(redo(state).change, null);
});

test("a comment typed in several pieces is undone in one", () => {
  const typed = (comment) => [{ op: "change", id: "a", changes: { comment } }, "comment:a"];
  const state = run(createState([mark("a")]), typed("How"), typed("How many"), typed("How many?"));
  const before = undo(state);
  assert.equal(before.after.comment, "");
  assert.equal(redo(before.state).after.comment, "How many?");
});

test("what somebody else has removed is passed over by undo", () => {
  let state = run(createState([mark("a"), mark("b")]), [
    { op: "change", id: "a", changes: { tag: "TURN" } },
  ], [{ op: "change", id: "b", changes: { tag: "TURN" } }]);
  state = apply(state, { op: "remove", id: "b" }).state;
  assert.equal(undo(state).after.id, "a");
});

test("a change the kernel refuses leaves marks and history as they were", () => {
  const start = createState([mark("a")]);
  const change = { op: "change", id: "a", changes: { tag: "TURN" } };
  const { state, inverse } = perform(start, change);
  const back = refuse(state, change, inverse);
  assert.equal(back.after.tag, "QUANT");
  assert.equal(undo(back.state).change, null);
});

test("a view that missed something catches up", () => {
  let state = createState([mark("a"), mark("b")]);
  for (const change of catchUp(state, [mark("b", "TURN"), mark("c")])) state = apply(state, change).state;
  assert.deepEqual([...state.marks.values()], [mark("b", "TURN"), mark("c")]);
});
