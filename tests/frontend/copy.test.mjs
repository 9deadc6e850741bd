// When a learner's own copy is still asked for.
import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST, wants } from "../../coursekit/frontend/src/reader/copy.js";

const guide = { name: "guide", paragraphs: [{ id: "p1" }] };
const text = (...statuses) => ({ name: "text", paragraphs: statuses.map((status, n) => ({ id: `p${n}`, status })) });

test("a copy is asked for where there is none", () => {
  assert.equal(wants([guide], {}), true);
});
test("a copy that lacks something could be a better one", () => {
  assert.equal(wants([guide, text("exact", "changed")], {}), true);
  assert.equal(wants([guide, text("missing", "close")], {}), true);
});
test("a whole copy is enough, whatever its signs", () => {
  assert.equal(wants([guide, text("exact", "close")], {}), false);
});
test("no copy is asked for where the course has the text itself", () => {
  assert.equal(wants([guide], { whole: true }), false);
});
test("no file is sent that the kernel would refuse", async () => {
  const { readFile } = await import("node:fs/promises");
  const found = await readFile(new URL("../../coursekit/sources/reading/found.py", import.meta.url), "utf8");
  assert.equal(Number(/MOST_BYTES = ([\d_]+)/.exec(found)[1].replaceAll("_", "")), MOST);
});
