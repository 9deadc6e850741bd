import assert from "node:assert/strict";
import { test } from "node:test";
import { step, taken } from "../../coursekit/frontend/src/spans/cursor.js";
import { signStep, trimmed, wordAt, wordsOf } from "../../coursekit/frontend/src/spans/words.js";

const TEXTS = ["Now come reports.", "", "However, recently!"].map((value) => ({ value, words: wordsOf(value) }));
const at = (i, w) => ({ head: { i, w }, anchor: null });
function press(cursor, ...keys) {
  return keys.reduce((now, key) => {
    const shift = key.startsWith("Shift+");
    return step(TEXTS, now, { key: shift ? key.slice(6) : key, shift }) ?? now;
  }, cursor);
}
const words = (cursor) => taken(TEXTS, cursor).map(({ i, start, end }) => TEXTS[i].value.slice(start, end));

test("arrows go from word to word, over the end of a paragraph and over an empty one", () => {
  assert.deepEqual(press(at(0, 1), "ArrowRight").head, { i: 0, w: 2 });
  assert.deepEqual(press(at(0, 2), "ArrowRight").head, { i: 2, w: 0 });
  assert.deepEqual(press(at(2, 0), "ArrowLeft").head, { i: 0, w: 2 });
  assert.deepEqual(press(at(2, 1), "ArrowRight").head, { i: 2, w: 1 });
  assert.deepEqual(press(at(0, 0), "ArrowLeft").head, { i: 0, w: 0 });
});

test("Shift takes the word under the cursor first, then a word more or fewer", () => {
  assert.deepEqual(words(press(at(0, 1), "Shift+ArrowRight")), ["come"]);
  assert.deepEqual(words(press(at(0, 1), "Shift+ArrowRight", "Shift+ArrowRight")), ["come reports"]);
  assert.deepEqual(words(press(at(0, 1), "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowLeft")), ["come"]);
  assert.deepEqual(words(press(at(0, 1), "Shift+ArrowLeft", "Shift+ArrowLeft")), ["Now come"]);
});

test("a selection runs on into the next paragraph, with all that ends the first", () => {
  const keys = Array(4).fill("Shift+ArrowRight");
  assert.deepEqual(words(press(at(0, 1), ...keys)), ["come reports.", "However, recently"]);
});

test("an arrow without Shift lets go; Space takes one word", () => {
  assert.deepEqual(words(press(at(0, 0), "Shift+ArrowRight", "ArrowRight")), []);
  assert.deepEqual(words(press(at(0, 1), " ")), ["come"]);
});

test("Home, End and the page keys go by paragraph", () => {
  assert.deepEqual(press(at(0, 1), "End").head, { i: 0, w: 2 });
  assert.deepEqual(press(at(0, 1), "Home").head, { i: 0, w: 0 });
  assert.deepEqual(press(at(0, 1), "PageDown").head, { i: 2, w: 0 });
  assert.deepEqual(press(at(2, 1), "PageUp", "PageUp").head, { i: 0, w: 0 });
  assert.deepEqual(words(press(at(0, 0), "Shift+End")), ["Now come reports"]);
});

test("a key that is not the cursor's is left alone", () => {
  assert.equal(step(TEXTS, at(0, 0), { key: "a", shift: false }), null);
});

test("a text without words is gone through by its signs", () => {
  assert.deepEqual(wordsOf("— 😀"), [[0, 1], [2, 4]]);
  assert.deepEqual(wordsOf(""), []);
});

test("the word at a place is the one there or the next, at the end the last", () => {
  const all = wordsOf("one, two.");
  assert.equal(wordAt(all, 0), 0);
  assert.equal(wordAt(all, 3), 1);
  assert.equal(wordAt(all, 9), 1);
  assert.equal(wordAt([], 0), -1);
});

test("a letter more or fewer never cuts a sign in two", () => {
  const value = "ae\u0301😀b";
  assert.equal(signStep(value, 1, true), 3);
  assert.equal(signStep(value, 3, true), 5);
  assert.equal(signStep(value, 5, false), 3);
  assert.equal(signStep(value, 3, false), 1);
  assert.equal(signStep(value, 6, true), 6);
  assert.equal(signStep(value, 0, false), 0);
});

test("white space at the ends of a selection is left out", () => {
  assert.deepEqual(trimmed(" \u00a0a b\r\n", 0, 7), [2, 5]);
  assert.equal(trimmed("  \n", 0, 3), null);
});
