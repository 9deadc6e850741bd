// The pane of one course remembers nothing of another's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { paneKey, shelf } from "../../coursekit/frontend/src/lab/shelf.js";

/** What a page of JupyterLab says of itself. */
const page = (text) => {
  globalThis.document = { getElementById: () => ({ textContent: text }) };
};

test("what the pane remembers is kept under the course's name", () => {
  page(JSON.stringify({ serverRoot: "/one/work" }));
  const one = paneKey("shown:lessons/01.ipynb");
  page(JSON.stringify({ serverRoot: "/two/work" }));
  assert.notEqual(paneKey("shown:lessons/01.ipynb"), one);
  assert.equal(paneKey("closed"), "coursekit:pane:/two/work:closed");
});

test("a page that does not say it does no harm", () => {
  page("no JSON");
  assert.equal(shelf(), "");
  assert.notEqual(paneKey("width"), "coursekit:pane:width", "what an older pane kept is left");
});
