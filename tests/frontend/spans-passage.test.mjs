// What of a text a reference names.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createText } from "../../coursekit/frontend/src/spans/codepoints.js";
import { passage } from "../../coursekit/frontend/src/spans/passage.js";

const item = (paragraph, edition = "guide") => ({ paragraph, edition, text: createText(`The words of ${paragraph}.`) });
const items = ["m1", "p5", "p6", "p7", "p8"].map((id) => item(id));
const named = (...args) => passage(...args).map(({ item, start, end }) => [item.paragraph, start, end]);

test("a range is all of its paragraphs", () => {
  assert.deepEqual(named(items, "p5", "", "p7"), [["p5", 0, 16], ["p6", 0, 16], ["p7", 0, 16]]);
  assert.deepEqual(named(items, "p6", ""), [["p6", 0, 16]]);
  assert.deepEqual(named(items, "p7", "", "p12").map(([id]) => id), ["p7", "p8"], "as far as the text goes");
  assert.deepEqual(named(items, "p4", "", "p6"), []);
});

test("a quotation in it is only that", () => {
  assert.deepEqual(named(items, "p5", "words of"), [["p5", 4, 12]]);
  assert.deepEqual(named(items, "p5", "not in it", "p6").map(([id]) => id), ["p5", "p6"]);
});

test("with two editions side by side it is that of the first", () => {
  const both = ["p5", "p6"].flatMap((id) => [item(id), item(id, "text")]);
  assert.deepEqual(passage(both, "p5", "", "p6").map(({ item: { edition } }) => edition), ["guide", "guide"]);
});

test("the fields of an entry are a range, too", () => {
  const entry = ["e1.a", "e1.b", "e1.c", "e2.a"].map((id) => item(id));
  assert.deepEqual(named(entry, "e1.a", "", "e1.b").map(([id]) => id), ["e1.a", "e1.b"]);
});
