import assert from "node:assert/strict";
import { test } from "node:test";
import { createText } from "../../coursekit/frontend/src/spans/codepoints.js";
import { findIn } from "../../coursekit/frontend/src/spans/find.js";

const found = (text, phrase) => findIn(createText(text), phrase).map(([start, end]) => text.slice(start, end));

test("case, quotation marks, dashes and white space make no difference", () => {
  assert.deepEqual(found("They said “So\r\n  it is” – and left", 'said "so it is" - AND'), ["said “So\r\n  it is” – and"]);
});

test("accents make no difference, whether they are part of the letter or stand after it", () => {
  assert.deepEqual(found("Mu\u0308ller, Müller, Muller", "müller"), ["Mu\u0308ller", "Müller", "Muller"]);
  assert.deepEqual(found("Mu\u0308ller", "mu"), ["Mu\u0308"]);
});

test("a soft hyphen in the text is no hindrance", () => {
  assert.deepEqual(found("spe\u00adcialists", "specialists"), ["spe\u00adcialists"]);
});

test("signs outside the basic plane do not shift what is found", () => {
  assert.deepEqual(found("😀 a 😀 b", "b"), ["b"]);
  assert.deepEqual(found("x ﬁle", "file"), ["ﬁle"]);
});

test("right-to-left words are found", () => {
  assert.deepEqual(found("abc المذكرة def", "المذكرة"), ["المذكرة"]);
});

test("nothing is found for nothing, and places do not overlap", () => {
  assert.deepEqual(found("abc", "   "), []);
  assert.deepEqual(found("aaaa", "aa"), ["aa", "aa"]);
});

test("signs with a meaning in search patterns are plain signs", () => {
  assert.deepEqual(found("what? (.*) [x]", "(.*)"), ["(.*)"]);
});
