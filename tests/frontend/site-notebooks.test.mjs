// What a notebook keeps in the browser has the name of its course and of the place where it is.
import assert from "node:assert/strict";
import { test } from "node:test";
import { named } from "../../coursekit/frontend/src/site/notebooks.js";

test("two places on one host keep their notebooks apart, and nothing else is changed", () => {
  const config = { contentsStorageName: "lamp", settingsStorageName: "lamp:settings", appName: "The lamp" };
  const [one, other] = ["/a/lab/", "/b/lab/"].map((place) => named(config, place));
  assert.deepEqual(one, { contentsStorageName: "lamp /a/lab/", settingsStorageName: "lamp:settings /a/lab/", appName: "The lamp" });
  assert.notEqual(one.contentsStorageName, other.contentsStorageName);
});
