// Pointing, the pure parts: how each place was marked, and what its reason opens with.
import assert from "node:assert/strict";
import { test } from "node:test";
import { tonesOf } from "../../coursekit/frontend/src/kinds/parts/place-tones.js";
import { openings } from "../../coursekit/frontend/src/question/openings.js";

const [one, two, late] = [{ quote: "a" }, { quote: "b" }, { quote: "c" }];

test("each place has its own tone", () => {
  const mark = { state: "right", places: ["wrong", "right"] };
  assert.deepEqual(tonesOf([one, two], [one, two], mark), ["wrong", "right"]);
  assert.deepEqual(tonesOf([two], [one, two], mark), ["right"]);
  assert.deepEqual(tonesOf([one, late], [one, two], mark), ["wrong", ""], "what was pointed at since was not marked");
  assert.deepEqual(tonesOf([one], [one], mark), [""], "some of the places are not in this text any more");
  assert.deepEqual(tonesOf([one], [], null), [""]);
});

test("a mark from before marks told places says of several only what is true of all", () => {
  assert.deepEqual(tonesOf([one], [one], { state: "partly" }), ["partly"]);
  assert.deepEqual(tonesOf([one, two], [one, two], { state: "wrong" }), ["wrong", "wrong"]);
  assert.deepEqual(tonesOf([one, two], [one, two], { state: "right" }), ["", ""]);
  assert.deepEqual(tonesOf([one], [one], { state: "unanswered" }), [""]);
});

const notes = (...all) => all.map((each) => ({ part: each.split(" ")[0], tone: each.split(" ")[1] }));

test("with a ground the verdict says “Right.” once", () => {
  assert.deepEqual(openings(notes("ground:accept:1 right", "ground:accept:2 right"), "right"), ["", ""]);
  assert.deepEqual(openings(notes("ground:accept:1 right", "ground:accept:2 right"), "partly"), ["Right.", ""]);
  assert.deepEqual(openings(notes("ground:near:1 wrong", "ground:elsewhere wrong"), "partly"), ["Not this.", ""]);
  assert.deepEqual(openings(notes("ground:accept:1 partly", "ground note"), "partly"), ["Partly.", ""]);
});

test("notes beside the parts of an answer each say their own", () => {
  assert.deepEqual(openings(notes("a right", "b right", "c wrong"), "right"), ["Right.", "Right.", "Not this."]);
});
