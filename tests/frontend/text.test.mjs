import assert from "node:assert/strict";
import { test } from "node:test";
import { safe } from "../../coursekit/frontend/src/dom.js";
import { clock, countWords, many, pieces, plain } from "../../coursekit/frontend/src/text.js";

test("what cannot be shown becomes U+FFFD, one unit for one", () => {
  assert.equal(safe("a\u0000b\u001fc\u007fd"), "a\ufffdb\ufffdc\ufffdd");
  assert.equal(safe("\ud800x\udc00"), "\ufffdx\ufffd");
  assert.equal(safe("\udc00\ud800"), "\ufffd\ufffd");
  for (const text of ["a\u0000\ud83d", "\ud83d\ude00\udc00", "é\u0007", "\ud800\ud83d\ude00"]) assert.equal(safe(text).length, text.length);
});

test("what can be shown is left alone", () => {
  for (const text of ["line\nline\r\n\ttab", "😀 e\u0301 שלום", "<b onclick=x>&amp;</b>", "\u00a0\u200f"]) assert.equal(safe(text), text);
  assert.equal(safe(null), "");
  assert.equal(safe(undefined), "");
  assert.equal(safe(0), "0");
});

test("emphasis is the one piece of markup", () => {
  assert.deepEqual(pieces("take *only* this"), [
    { text: "take ", em: false },
    { text: "only", em: true },
    { text: " this", em: false },
  ]);
  assert.equal(plain("*a* and *b c*"), "a and b c");
});

test("stars that are no emphasis stay stars", () => {
  for (const text of ["2 * 3 * 4", "a*", "* a *", "**", "*", "<em>x</em>", `*${"x".repeat(300)}*`]) {
    assert.deepEqual(pieces(text), text ? [{ text, em: false }] : []);
  }
});

test("a hostile run of stars takes no time", () => {
  const start = performance.now();
  pieces("*a".repeat(50_000));
  assert.ok(performance.now() - start < 2000);
});

test("words are counted as people count them", () => {
  assert.equal(countWords(""), 0);
  assert.equal(countWords("  — … ! "), 0);
  assert.equal(countWords("Moscow’s letter, of 18 July—so it says."), 8);
  assert.equal(countWords("слово שלום 中文_x"), 4);
  assert.equal(many(1, "word"), "1 word");
  assert.equal(many(2, "word"), "2 words");
});

test("a time is shown by the learner's clock, and the day where it is another", () => {
  const now = new Date(2026, 10, 22, 18, 0);
  assert.equal(clock(new Date(2026, 10, 22, 9, 5).toISOString(), now), "09:05");
  assert.equal(clock(new Date(2026, 10, 20, 9, 5).toISOString(), now), "20 November, 09:05");
  assert.equal(clock(new Date(2025, 10, 20, 9, 5).toISOString(), now), "20 November 2025, 09:05");
  assert.equal(clock("14:02", now), "14:02");
  assert.equal(clock("2026-99-99T99", now), "");
  assert.equal(clock(undefined, now), "");
});
