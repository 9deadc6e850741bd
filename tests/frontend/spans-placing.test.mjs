import assert from "node:assert/strict";
import { test } from "node:test";
import { createPlacing } from "../../coursekit/frontend/src/reader/placing.js";

const editions = [
  { name: "guide", paragraphs: [{ id: "p1", text: "It cites “many 😀 reports” there." }, { id: "p2", text: "Ours." }] },
  { name: "text", paragraphs: [{ id: "p1", text: "There came many 😀 re-\nports then." }] },
];
const links = { p1: [[10, 24, 11, 27]] };
const span = (edition, paragraph, start, end) => ({ source: "LET", edition, paragraph, start, end, quote: "" });
const places = (...spans) =>
  createPlacing(editions, links)
    .places({ spans })
    .map(({ edition, paragraph, start, end, own }) => `${own ? "own" : "carried"} ${edition} ${paragraph} ${start}-${end}`);

test("a mark on a quoted phrase stands on the same words in the other edition", () => {
  assert.deepEqual(places(span("guide", "p1", 17, 24)), ["own guide p1 17-24", "carried text p1 18-27"]);
  assert.deepEqual(places(span("text", "p1", 11, 15)), ["own text p1 11-15", "carried guide p1 10-14"]);
});

test("a mark on our own words stands where it is, and so does one without a counterpart", () => {
  assert.deepEqual(places(span("guide", "p1", 0, 7)), ["own guide p1 0-7"]);
  assert.deepEqual(places(span("guide", "p2", 0, 4)), ["own guide p2 0-4"]);
});

test("where there is one edition only, nothing is carried", () => {
  const alone = createPlacing(editions.slice(0, 1), {});
  assert.equal(alone.places({ spans: [span("guide", "p1", 17, 24)] }).length, 1);
});

test("a paragraph id that is a word of JavaScript's own is only an id", () => {
  const odd = createPlacing([{ name: "guide", paragraphs: [{ id: "constructor", text: "abc" }] }], {});
  assert.equal(odd.places({ spans: [span("guide", "constructor", 0, 2)] }).length, 1);
  assert.equal(odd.textOf("guide", "toString"), null);
});
