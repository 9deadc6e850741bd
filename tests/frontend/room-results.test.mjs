// What is drawn of a vote: where the heat is cut, and how the rounds are put side by side.
import assert from "node:assert/strict";
import { test } from "node:test";
import { segments, shortened, step, warmest } from "../../coursekit/frontend/src/room/results-heat.js";
import { around } from "../../coursekit/frontend/src/room/results-pointed.js";
import { together } from "../../coursekit/frontend/src/room/results-split.js";
import { createText } from "../../coursekit/frontend/src/spans/codepoints.js";

const TEXT = createText("The 🪔 was lit by nobody.");
const cut = (words, expert) => segments(TEXT, words, expert).map(({ text, count, counts, expert: by }) => [text, count, counts, by]);

test("words beside each other that equally many point at are one, and its number stands once", () => {
  assert.deepEqual(cut([[4, 5, 3], [6, 9, 3], [10, 13, 7]]), [
    ["The ", 0, false, false],
    ["🪔 was", 3, true, false],
    [" ", 0, false, false],
    ["lit", 7, true, false],
    [" by nobody.", 0, false, false],
  ]);
});

test("an expert's passage cuts a run, whose number still stands at its end", () => {
  assert.deepEqual(cut([[0, 3, 2], [4, 5, 2]], [[4, 9]]), [
    ["The ", 2, false, false],
    ["🪔", 2, true, true],
    [" was", 0, false, true],
    [" lit by nobody.", 0, false, false],
  ]);
});

test("of long stretches that nobody points at only what is near is left, at whole words", () => {
  const text = createText(`${"before it came ".repeat(20)}HOT ${"in the middle ".repeat(20)}HOT ${"and then it went ".repeat(20)}`);
  const words = [...text.value.matchAll(/HOT/g)].map(({ index }) => [index, index + 3, 2]);
  const parts = shortened(segments(text, words), 20).map((part) => part.text);
  assert.deepEqual(parts, ["[…] before it came ", "HOT", " in the middle in […] in the middle ", "HOT", " and then it went […]"]);
  const few = segments(TEXT, [[4, 5, 3]]);
  assert.deepEqual(shortened(few), few);
});

test("a passage shows the words that most point at among those around them", () => {
  assert.deepEqual(around({ text: "the lamp", core: "the lamp" }), { before: "", core: "the lamp", after: "" });
  assert.deepEqual(around({ text: "“the lamp”,", core: "the lamp" }), { before: "", core: "the lamp", after: "" });
  assert.deepEqual(around({ text: "“(see the lamp)”", core: "(see" }), { before: "", core: "(see", after: " the lamp" });
  const long = `${"so far as one knows ".repeat(9)}nobody lit it${" again that night".repeat(9)}`;
  assert.deepEqual(around({ text: long, core: "nobody lit it" }, 24), { before: "… so far as one knows ", core: "nobody lit it", after: " again that night again …" });
});

test("nothing pointed at is one piece; places outside of the text are passed over", () => {
  assert.equal(cut([]).length, 1);
  assert.equal(cut([], [[5, 5], [400, 900]]).map(([text]) => text).join(""), TEXT.value);
  assert.equal(segments(createText(""), []).length, 0);
});

test("the warmest words are those that most point at; where few agree on any, all stay pale", () => {
  const found = (people, ...counts) => ({ people, words: { p1: counts.map((count, at) => [at, at + 1, count]) } });
  assert.equal(warmest(found(30, 3, 21)), 21);
  assert.equal(warmest(found(40, 1, 2)), 10);
  assert.equal(warmest(found(0)), 1);
});

test("some is never shown as none, and all is the most", () => {
  assert.deepEqual([1, 20, 21, 60, 100].map((count) => step(count, 100)), [1, 1, 2, 3, 5]);
});

test("the rounds stand side by side, also where an answer came up in one of them only", () => {
  const row = (words, count) => ({ words, count, per_cent: count, right: false });
  const split = (...rows) => ({ people: 9, few: false, said: [], parts: [{ about: "", rows }] });
  const rows = together([split(row("a", 3), row("b", 6)), null, split(row("b", 8), row("c", 1))]).get("");
  assert.deepEqual([...rows].map(([words, of]) => [words, ...of.map((each) => each?.count)]), [
    ["a", 3, undefined, undefined],
    ["b", 6, undefined, 8],
    ["c", undefined, undefined, 1],
  ]);
});
