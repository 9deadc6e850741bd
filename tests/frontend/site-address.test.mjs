// Where things have their addresses on a site, and how wide the documents beside may be.
import assert from "node:assert/strict";
import { test } from "node:test";
import { paragraphIn } from "../../coursekit/frontend/src/site/address.js";
import { addressOf } from "../../coursekit/frontend/src/site/document-page.js";
import { fileName } from "../../coursekit/frontend/src/site/work.js";
import { fitting } from "../../coursekit/frontend/src/site/side.js";

test("a notebook of the course has its page; anything else has none", () => {
  assert.equal(addressOf("lessons/03-pier.ipynb"), "lessons/03-pier.html");
  assert.equal(addressOf("exercises/03-pier/03-pier.ipynb"), "exercises/03-pier.html");
  assert.equal(addressOf("../x/lessons/03-pier.ipynb"), "lessons/03-pier.html");
  for (const other of ["solutions/03-pier/03-pier.ipynb", "lessons/03-pier.md", "javascript:x/lessons/a.txt", ""]) assert.equal(addressOf(other), "");
});

test("a paragraph of a document has an address", () => {
  assert.deepEqual(paragraphIn("LET-p7"), { source: "LET", paragraph: "p7" });
  assert.deepEqual(paragraphIn("CAT-e12.d"), { source: "CAT", paragraph: "e12.d" });
  assert.deepEqual(paragraphIn("DIARY2-fn2"), { source: "DIARY2", paragraph: "fn2" });
  for (const other of ["let-p7", "L-p7", "LET-7", "LET-p7x", "", "ask-02-shift"]) assert.equal(paragraphIn(other), null);
});

test("the documents leave the text its room, and have theirs", () => {
  assert.equal(fitting(10, 1280), 340);
  assert.equal(fitting(1200, 1280), 940);
  assert.equal(fitting(500.4, 1280), 500);
});

test("the file of one's work is named after the course, in signs that any system takes", () => {
  assert.equal(fileName("The Pier: what the keeper/saw"), "the-pier-what-the-keeper-saw-work.zip");
  assert.equal(fileName("../.."), "course-work.zip");
});
