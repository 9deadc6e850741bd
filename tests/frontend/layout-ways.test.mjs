import assert from "node:assert/strict";
import { test } from "node:test";
import { foldsOf } from "../../coursekit/frontend/src/layout/folds.js";
import { planOf } from "../../coursekit/frontend/src/layout/plan.js";
import { headingBefore, leftBehind, nextStop, returnTo } from "../../coursekit/frontend/src/layout/ways.js";

const prose = (source) => ({ code: false, source });
const code = (verb, id) => ({ code: true, source: `from coursekit.lesson import ${verb}\n${verb}("${id}")` });
const PLAN = planOf([
  prose("# 7"), // 0
  code("begin", "07"), // 1
  prose("## Sitting 1: One"), // 2
  code("ask", "07-a"), // 3
  prose("**Afterwards.** So."), // 4
  prose("### Told"), // 5
  prose("### Asked"), // 6
  code("ask", "07-b"), // 7
  code("ask", "07-c"), // 8
  code("pause", "07"), // 9
  prose("## Sitting 2: Two"), // 10
  code("ask", "07-d"), // 11
  code("pause", "07"), // 12
]);
const where = (done = [], more = {}) => ({ sitting: 0, done: new Set(done), rest: new Set(), opened: new Set(), all: false, ...more });
const next = (there, at, cards = {}) => {
  const states = new Map(Object.entries(cards).map(([id, state]) => [id, { state, of: 1 }]));
  const stop = nextStop(PLAN, there, foldsOf(PLAN, there), states, at);
  return stop && [stop.kind, stop.cell];
};

test("next is the open question below, and no question is passed by it", () => {
  assert.deepEqual(next(where(), 0), ["card", 3]);
  assert.deepEqual(next(where(), 3), ["waits", 3]);
  assert.deepEqual(next(where(), 3, { "07-a": "wrong" }), ["waits", 3]);
});

test("next is the next heading, then the question under it; what only tells is gone on from", () => {
  assert.deepEqual(next(where(["07-a"]), 3, { "07-a": "right" }), ["step", 5]);
  assert.deepEqual(next(where(["07-a"]), 5, { "07-a": "right" }), ["on", 6]);
  assert.deepEqual(next(where(["07-a", "told:Told"]), 5), ["step", 6]);
  assert.deepEqual(next(where(["07-a", "told:Told"]), 6), ["card", 7]);
});

test("where the rest was asked for, next stops at each question that is open, and then leads to the next sitting", () => {
  const rest = (done) => where(done, { rest: new Set([1]) });
  assert.deepEqual(next(rest(), 6), ["card", 7]);
  assert.deepEqual(next(rest(), 6, { "07-b": "wrong" }), ["card", 8]);
  assert.deepEqual(next(rest(["07-b"]), 6), ["card", 8]);
  assert.deepEqual(next(rest(), 8), ["sitting", 10]);
  assert.equal(next(where(["07-d"], { sitting: 1 }), 11), undefined);
});

test("back is the heading above", () => {
  assert.deepEqual([9, 7, 6, 5, 3, 2].map((at) => headingBefore(PLAN.sittings[0], at)), [6, 6, 5, 2, 2, -1]);
});

test("one comes back to the card one was at, else to the first that waits, else to what one read", () => {
  const back = (there, card = "", step = "") => returnTo(PLAN, there, foldsOf(PLAN, there), { card, step });
  const far = ["07-a", "told:Told", "07-b"];
  assert.equal(back(where()), -1);
  assert.equal(back(where([], { sitting: 1 })), 10);
  assert.equal(back(where(far), "07-b", "Asked"), 7);
  assert.equal(back(where(far), "", "Asked"), 8);
  assert.equal(back(where(far), "07-none", "No such step"), 8);
  assert.equal(back(where(["07-a"]), "07-b", "Told"), 5); // folded again: not in sight
  assert.equal(back(where(far, { sitting: 1 }), "07-b", ""), 10); // of the sitting before
});

test("in a browser that knows nothing, what was gone on from is what stands before the last answer", () => {
  const cards = new Map([["07-a", { state: "wrong", of: 1 }], ["07-b", { state: "open", of: 1 }], ["07-c", { state: "wrong", of: 1 }]]);
  assert.deepEqual(leftBehind(PLAN, cards), ["07-a"]);
  assert.deepEqual(leftBehind(PLAN, new Map()), []);
});
