import assert from "node:assert/strict";
import { test } from "node:test";
import { block, spread } from "../../coursekit/frontend/src/kinds/paste.js";

test("tabs part cells and every kind of line end parts rows", () => {
  for (const end of ["\n", "\r\n", "\r"]) assert.deepEqual(block(`a\tb${end}c\t${end}`), [["a", "b"], ["c", ""]], JSON.stringify(end));
  assert.deepEqual(block("a"), [["a"]]);
  assert.deepEqual(block("\ta"), [["", "a"]]);
  assert.deepEqual(block("a\n\nb"), [["a"], [""], ["b"]]);
});

test("quotes hold tabs, line ends and quotes together", () => {
  assert.deepEqual(block('"a\tb"\tc'), [["a\tb", "c"]]);
  assert.deepEqual(block('"two\r\nlines"\tc'), [["two\nlines", "c"]]);
  assert.deepEqual(block('"he said ""no"""\tc'), [['he said "no"', "c"]]);
  assert.deepEqual(block('5" wide\tc'), [['5" wide', "c"]], "a quote inside a cell is a sign like others");
});

test("an open quote, and signs of any script, lose nothing", () => {
  assert.deepEqual(block('"open\tand on'), [["open\tand on"]]);
  assert.deepEqual(block("Ё\t中\u{1f600}"), [["Ё", "中\u{1f600}"]]);
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
