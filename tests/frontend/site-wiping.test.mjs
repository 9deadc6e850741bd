import assert from "node:assert/strict";
import { test } from "node:test";
import { isOf, notebooksOf } from "../../coursekit/frontend/src/site/wiping.js";

test("what is kept of this course is told from what is kept of another", () => {
  const named = "1a2b";
  for (const key of ["coursekit:kept:1a2b", "coursekit:outbox:1a2b:question:00-a", "coursekit:pane:1a2b:width", "coursekit:lesson:1a2b:lessons/00.ipynb"]) assert.ok(isOf(key, named), key);
  for (const key of ["coursekit:kept:1a2bc", "coursekit:outbox:x1a2b:question", "other:kept:1a2b", "coursekit:loaded:/x/"]) assert.ok(!isOf(key, named), key);
});

test("what its notebooks keep has the names under which JupyterLite keeps it", () => {
  const names = ["", ":settings", ":workspaces"].map((what) => `coursekit:lab:The Lamp: a / b${what} /sub/course/lab/`);
  assert.deepEqual(notebooksOf("The Lamp: a / b /sub/course/"), names);
});
