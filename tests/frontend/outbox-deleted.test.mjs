// What another page keeps after it has deleted all is its own: a page that hears late of it takes away only what is older.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createOutbox, heldKeys, holdHere } from "../../coursekit/frontend/src/outbox.js";

test("what was kept since the deletion stays in the browser, and what is older is held in the page alone", () => {
  const now = Date.now();
  const entry = (n, t) => ({ n, t, m: { op: "answer" } });
  globalThis.localStorage = Object.create({
    getItem(key) {
      return this[key] ?? null;
    },
    setItem(key, text) {
      this[key] = text;
    },
    removeItem(key) {
      delete this[key];
    },
  });
  const [both, old, other] = ["k:lamp:both", "k:lamp:old", "k:pier:old"];
  localStorage.setItem(both, JSON.stringify([entry(1, now - 9), entry(2, now - 5), entry(3, now)]));
  localStorage.setItem(old, JSON.stringify([entry(4, now - 9)]));
  localStorage.setItem(other, JSON.stringify([entry(5, now - 9)]));
  holdHere("k:lamp:", now - 5);
  const kept = Object.keys(localStorage).map((key) => [key, JSON.parse(localStorage.getItem(key)).map(({ n }) => n)]);
  assert.deepEqual(kept, [[both, [2, 3]], [other, [5]]]);
  assert.deepEqual(heldKeys(), [both, old]);
  assert.deepEqual(createOutbox(both).all().map(({ n }) => n), [1, 2, 3], "a file of this page's work has all it knew");
});
