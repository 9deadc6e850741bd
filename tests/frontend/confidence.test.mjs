// What each level of confidence risks.
import assert from "node:assert/strict";
import { test } from "node:test";
import { risk } from "../../coursekit/frontend/src/riders/confidence.js";

test("what is risked is the square of the distance to what comes of it", () => {
  assert.equal(risk(50), "Counts 0.25 if right, 0.25 if not; 0 is best");
  assert.equal(risk(80), "Counts 0.04 if right, 0.64 if not; 0 is best");
  assert.equal(risk(100), "Counts 0.00 if right, 1.00 if not; 0 is best");
});
