import assert from "node:assert/strict";
import { test } from "node:test";
import { parseRef, passagesFor, quotedPieces, shortened, within } from "../../coursekit/frontend/src/question/refs.js";
import { head, promptParts, sortNotes, worth } from "../../coursekit/frontend/src/question/words.js";

test("references are read as authors write them", () => {
  assert.deepEqual(parseRef("LET p11"), { source: "LET", from: "p11", to: "p11" });
  assert.deepEqual(parseRef("LET p5-p6"), { source: "LET", from: "p5", to: "p6" });
  assert.deepEqual(parseRef("CAT e1.t"), { source: "CAT", from: "e1.t", to: "e1.t" });
  assert.deepEqual(parseRef("DIARY2 fn2"), { source: "DIARY2", from: "fn2", to: "fn2" });
  assert.deepEqual(parseRef("LE p5-p6"), { source: "LE", from: "p5", to: "p6" });
  for (const ref of ["", "LET", "let p1", "L p1", "2LET p1", "LET abcd1", "LET p1 ", "LET p1-", "LET p<b>", null]) assert.equal(parseRef(ref)?.from, ref === "LET p1 " ? "p1" : undefined);
});

test("a range holds what lies in it and nothing else", () => {
  const inside = ["p5", "p6", "p7"].filter((id) => within("LET", id, "LET p5-p7"));
  assert.deepEqual(inside, ["p5", "p6", "p7"]);
  for (const [source, id] of [["LET", "p4"], ["LET", "p8"], ["LET", "m6"], ["YUD", "p6"], ["LET", "p56"]]) {
    assert.equal(within(source, id, "LET p5-p7"), false, id);
  }
  assert.deepEqual(["fn1", "fn2", "fn3", "n2"].filter((id) => within("DIARY", id, "DIARY fn2-fn9")), ["fn2", "fn3"]);
  assert.equal(within("CAT", "e1.t", "CAT e1.d-e1.t"), true);
  assert.equal(within("CAT", "e1.a", "CAT e1.d-e1.t"), false);
});

test("the passages of a range come in its order", () => {
  const passages = { "LET p10": { text: "ten" }, "LET p9": { text: "nine" }, "LET p11": { text: "eleven" }, "LET m1": { text: "m" } };
  assert.deepEqual(passagesFor("LET p9-p10", passages).map((one) => one.text), ["nine", "ten"]);
  assert.deepEqual(passagesFor("LET p11", passages), [{ ref: "LET p11", text: "eleven" }]);
  assert.deepEqual(passagesFor("LET p12", passages), []);
  assert.deepEqual(passagesFor("LET p12", undefined), []);
});

test("a siglum is said once where it repeats", () => {
  assert.deepEqual(shortened(["LET p11", "LET p12", "KLO p1", "LET p3"]), ["LET p11", "p12", "KLO p1", "LET p3"]);
});

test("quotations are counted in code points, and impossible ones passed over", () => {
  assert.deepEqual(quotedPieces("😀 “é” x", [[3, 4]]).map((piece) => piece.text), ["😀 “", "é", "” x"]);
  for (const quotes of [[[5, 2]], [[0, 99]], [[-1, 2]], undefined]) assert.deepEqual(quotedPieces("abc", quotes), [{ text: "abc", quoted: false }]);
});

test("what asks is the paragraph with the question mark, else the last", () => {
  const asking = (prompt) => promptParts(prompt).map((part) => part.asks);
  assert.deepEqual(asking("It says so.\n\nWho says so?"), [false, true]);
  assert.deepEqual(asking("Who “says” so?”\n\nTake only what stands there."), [true, false]);
  assert.deepEqual(asking("Look.\n\nName the step."), [false, true]);
});

test("points are told where there is something to tell", () => {
  const view = { purpose: "quiz" };
  assert.equal(head({ state: "right", points: 1, of: 1 }, view), "Right.");
  assert.equal(head({ state: "right", points: 3, of: 3 }, view), "Right: 3 of 3 points.");
  assert.equal(head({ state: "partly", points: 0.5, of: 1 }, view), "Partly right: 0.5 of 1 point.");
  assert.equal(head({ state: "wrong", points: 0, of: 1 }, view), "Not quite.");
  assert.equal(head({ state: "unanswered", points: 0, of: 3 }, view), "Not answered yet.");
  for (const [state, points, words] of [["right", 3, "Right."], ["partly", 1, "Partly right."], ["wrong", 0, "Not quite."]]) {
    assert.equal(head({ state, points, of: 3 }, { purpose: "warm-up" }), words);
  }
  assert.equal(worth({ points: 2, purpose: "quiz" }), "2 points");
  assert.equal(worth({ points: 2, purpose: "warm-up" }), "a warm-up, not counted");
});

test("a prediction is neither right nor wrong", () => {
  for (const state of ["right", "wrong", "human"]) assert.doesNotMatch(head({ state, points: 0, of: 1 }, { purpose: "prediction" }), /[Rr]ight|quite/);
});

test("what gives the answer away waits until it is asked for", () => {
  const notes = [
    { part: "b", tone: "wrong", text: "no" },
    { part: "c", tone: "right", text: "because", reveals: true },
    { part: "a", tone: "right", text: "chosen" },
    { part: "whole", tone: "wrong", text: "count again" },
  ];
  const { own, key } = sortNotes(notes);
  assert.deepEqual(own.map((note) => note.text), ["no", "chosen", "count again"]);
  assert.deepEqual(key.map((note) => note.text), ["because"]);
});

test("a question about method says so", () => {
  assert.equal(worth({ points: 2, purpose: "quiz", method: true }), "2 points · about method");
});

test("blank parts are neither right nor wrong", () => {
  assert.equal(head({ state: "partly", points: 1, of: 5, tally: [1, 4, 5] }, {}), "1 of 5 right, 4 not answered yet: 1 of 5 points.");
  assert.equal(head({ state: "wrong", points: 0, of: 1, tally: [0, 4, 5] }, {}), "0 of 5 right, 4 not answered yet.");
  assert.equal(head({ state: "partly", points: 1, of: 5 }, {}), "Partly right: 1 of 5 points.");
});
