import assert from "node:assert/strict";
import { test } from "node:test";
import { before, cellOf, foldsOf, sittingAt, stepAt } from "../../coursekit/frontend/src/layout/folds.js";
import { read, written } from "../../coursekit/frontend/src/layout/memory.js";
import { planOf } from "../../coursekit/frontend/src/layout/plan.js";
import { firstOpen, isSettled, place, progressOf, words } from "../../coursekit/frontend/src/layout/progress.js";

const prose = (source) => ({ code: false, source });
const code = (verb, id) => ({ code: true, source: `from coursekit.lesson import ${verb}\n${verb}("${id}")` });
const PLAN = planOf([
  prose("# 7"), // 0
  code("begin", "07"), // 1
  prose("## Sitting 1: One"), // 2
  code("predict", "07-a"), // 3
  prose("**Afterwards.** So."), // 4
  prose("### Told"), // 5
  prose("### Asked"), // 6
  code("ask", "07-b"), // 7
  prose("**What you have found.**"), // 8
  code("pause", "07"), // 9
  prose("## Sitting 2: Two"), // 10
  code("annotate", "07-m"), // 11
  prose("**Afterwards.** Seen."), // 12
  code("pause", "07"), // 13
]);
const where = (more = {}) => ({ sitting: 0, done: new Set(), rest: new Set(), opened: new Set(), answered: new Set(), all: false, ...more });
const seen = (more) => foldsOf(PLAN, where(more)).hidden.flatMap((hidden, at) => (hidden ? [] : [at]));

test("a lesson begins with its head and its first screen", () => {
  assert.deepEqual(seen(), [0, 1, 2, 3]);
  const { edge, next, passes, atEnd } = foldsOf(PLAN, where());
  assert.deepEqual([edge, next, passes, atEnd], [3, 4, "07-a", false]);
});

test("a screen opens when the one before it is done, in the order of the lesson", () => {
  assert.deepEqual(seen({ done: new Set(["07-a"]) }), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(seen({ done: new Set(["07-b"]) }), [0, 1, 2, 3]);
  assert.deepEqual(seen({ done: new Set(["07-a", "told:Told"]) }), [0, 1, 2, 3, 4, 5, 6, 7]);
  const end = foldsOf(PLAN, where({ done: new Set(["07-a", "told:Told", "07-b"]) }));
  assert.deepEqual([end.edge, end.atEnd, end.hidden[9], end.hidden[10]], [-1, true, false, true]);
});

test("the rest of a sitting opens when it is asked for, and its afterwards stay folded until the answer", () => {
  const folds = foldsOf(PLAN, where({ rest: new Set([1]) }));
  assert.deepEqual(folds.hidden.slice(2, 11), [false, false, false, false, false, false, false, false, true]);
  assert.equal(folds.later[4], true);
  assert.equal(foldsOf(PLAN, where({ rest: new Set([1]), done: new Set(["07-a"]) })).later[4], false);
  assert.equal(foldsOf(PLAN, where({ rest: new Set([1]), opened: new Set(["07-a"]) })).later[4], false);
});

test("another sitting shows its own cells, without the head", () => {
  assert.deepEqual(seen({ sitting: 1 }), [10, 11]);
  assert.deepEqual(seen({ sitting: 1, done: new Set(["07-m"]) }), [10, 11, 12, 13]);
  assert.deepEqual(seen({ sitting: 1, head: true }), [0, 1, 10, 11]);
});

test("everything is everything, and a sitting that is not there hides nothing", () => {
  for (const more of [{ all: true }, { sitting: 7 }]) {
    const folds = foldsOf(PLAN, where(more));
    assert.equal(folds.hidden.some(Boolean) || folds.later.some(Boolean), false);
  }
});

test("a cell is found with what must be done before it is in sight", () => {
  assert.equal(cellOf(PLAN, "07-b"), 7);
  assert.equal(cellOf(PLAN, "07-none"), -1);
  assert.deepEqual([sittingAt(PLAN, 0), sittingAt(PLAN, 7), sittingAt(PLAN, 11)], [0, 0, 1]);
  assert.equal(stepAt(PLAN.sittings[0], 7), 2);
  assert.deepEqual(before(PLAN.sittings[0], 7), ["07-a", "told:Told"]);
  assert.deepEqual(seen({ done: new Set(before(PLAN.sittings[0], 7)) }).includes(7), true);
});

test("how far one has come is said in a line", () => {
  const cards = new Map([["07-a", { state: "human" }], ["07-b", { state: "partly", points: 1.333, of: 2, again: true }], ["07-m", { state: "begun" }]]);
  assert.equal(words(progressOf(PLAN.sittings, cards)), "2 of 3 · 1.3 points · 1 to look at again");
  assert.equal(words(progressOf([PLAN.sittings[0]], cards), true), "2 of 2 here · 1.3 points · 1 to look at again");
  assert.equal(words(progressOf([PLAN.sittings[1]], cards), true), "0 of 1 here");
  assert.equal(words(progressOf(PLAN.sittings, new Map())), "0 of 3");
  cards.set("07-m", { state: "finished" }).set("07-b", { state: "right", points: 1, of: 1 });
  assert.equal(words(progressOf(PLAN.sittings, cards)), "3 of 3 · 1 point");
  assert.equal(words(progressOf([PLAN.sittings[1]], cards)), "1 of 1");
  // No points are told of before anything that counts was answered, and then also that there are none.
  assert.equal(words(progressOf(PLAN.sittings, new Map([["07-a", { state: "human", of: 0 }], ["07-b", { state: "open", of: 2 }]]))), "1 of 3");
  assert.equal(words(progressOf(PLAN.sittings, new Map([["07-b", { state: "wrong", points: 0, of: 2, again: true }]]))), "1 of 3 · 0 points · 1 to look at again");
  // What is only half filled in is nothing to look at again; nor is a warm-up that is wrong. Their marks say so.
  assert.equal(words(progressOf(PLAN.sittings, new Map([["07-b", { state: "partly", points: 1, of: 2, again: false }]]))), "1 of 3 · 1 point");
  assert.equal(words(progressOf(PLAN.sittings, new Map([["07-b", { state: "wrong", points: 0, of: 0 }]]))), "1 of 3");
  assert.equal(place(PLAN, 1), "Sitting 2 of 2: Two");
  assert.equal(place(planOf([prose("Words."), prose("# 7 · The pier\n\nWords.")]), 0), "7 · The pier");
  assert.equal(place(planOf([prose("Words.")]), 0), "");
});

test("the first open card is where one goes on", () => {
  assert.deepEqual(firstOpen(PLAN, new Map(), new Set()), { sitting: 0, cell: 3, card: "07-a" });
  const cards = new Map([["07-a", { state: "wrong" }], ["07-b", { state: "unanswered" }]]);
  assert.equal(firstOpen(PLAN, cards, new Set()).card, "07-b");
  assert.equal(firstOpen(PLAN, cards, new Set(["07-b"])).card, "07-m");
  assert.equal(firstOpen(PLAN, cards, new Set(["07-b", "07-m"])), undefined);
});

test("what follows a marked answer waits until it is right; what counts for nothing opens once it is kept", () => {
  const settled = (state, of) => isSettled({ state, points: 0, of });
  assert.deepEqual(["right", "human", "finished"].map((state) => settled(state, 2)), [true, true, true]);
  assert.deepEqual(["partly", "wrong", "open", "unanswered", "begun"].map((state) => settled(state, 2)), [false, false, false, false, false]);
  assert.deepEqual(["wrong", "partly", "open"].map((state) => settled(state, 0)), [true, true, false]);
  assert.equal(isSettled(undefined), false);
  assert.equal(firstOpen(PLAN, new Map([["07-a", { state: "wrong", of: 1 }]]), new Set()).card, "07-a");
});

test("what was kept comes back, and what is not ours is passed over", () => {
  const there = where({ sitting: 1, done: new Set(["07-a"]), rest: new Set([2]), opened: new Set(["07-m"]), answered: new Set(["07-a"]) });
  assert.deepEqual(read(written(there, "Asked", "07-m")), { sitting: 1, step: "Asked", card: "07-m", done: ["07-a"], rest: [2], opened: ["07-m"], answered: ["07-a"] });
  for (const text of [null, "", "null", "[]", "{", '{"sitting":-1}', '{"sitting":"1"}']) assert.equal(read(text), null);
  assert.deepEqual(read('{"sitting":0,"step":7,"done":[1,"a",{}],"rest":["x",3],"opened":"no"}'), {
    sitting: 0, step: "", card: "", done: ["a"], rest: [3], opened: [], answered: [],
  });
});
