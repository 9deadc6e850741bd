import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { block, settled, spread } from "../../coursekit/frontend/src/kinds/parts/paste.js";

const CASES = JSON.parse(readFileSync(new URL("../questions/data/blocks.json", import.meta.url), "utf8"));

test("a copied block is read as it was written: quotation marks stay, rows stay apart", () => {
  for (const { what, text, rows } of CASES) assert.deepEqual(block(text), rows, what);
});

test("what is looked for in a list is found whatever signs come with it", () => {
  for (const words of ["says so", "\u200esays\u00a0 so\u200b", " ｓａｙｓ so\ufeff", "sa\u00adys\tso\ufe0f"]) assert.equal(settled(words), "says so", JSON.stringify(words));
});

/** A table of two by two that takes small letters; in its second column nothing is asked for in the first row. */
function table() {
  const held = {};
  const cell = (name) => ({ fits: (text) => (/^[a-z]$/.test(text) ? text : ""), write: (text) => (held[name] = text) });
  const cells = [[cell("00"), null], [cell("10"), cell("11")]];
  return { held, at: (r, c) => cells[r]?.[c] };
}

test("a block is laid from the cell it was pasted into", () => {
  const { held, at } = table();
  const { filled, strange, outside } = spread("a\tgiven\nb\tc", 0, 0, at);
  assert.deepEqual(held, { "00": "a", 10: "b", 11: "c" });
  assert.deepEqual([filled.length, strange, outside], [3, [], []], "what is only to be read is passed over");
});

test("what does not fit is named and leaves the rest", () => {
  const { held, at } = table();
  const { filled, strange, outside } = spread(` a \tx\nNO, and much longer than anybody would care to read\tc\td\ne`, 0, 0, at);
  assert.deepEqual(held, { "00": "a", 11: "c" });
  assert.equal(filled.length, 2);
  assert.deepEqual(strange, ["“NO, and much longer than anybo”"]);
  assert.deepEqual(outside, ["“d”", "“e”"]);
});

test("blank cells of a block change nothing", () => {
  const { held, at } = table();
  assert.equal(spread("\t\n \tc", 0, 0, at).filled.length, 1);
  assert.deepEqual(held, { 11: "c" });
});

test("a block of any size is gone through once, and no further than a table can be", () => {
  const { at } = table();
  const { filled, outside } = spread(`a\n${"x\t".repeat(100_000)}`, 0, 0, at);
  assert.equal(filled.length, 3);
  assert.ok(outside.length < 2_000);
});
