// Passages that cards lend to the prose around them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createLent } from "../../coursekit/frontend/src/pane/lent.js";

test("nothing is lent where no card can be asked", () => {
  const lent = createLent(() => {});
  assert.equal(lent.open, false);
  assert.deepEqual(lent.passages(), {});
  lent.ask(["BOX p1"]); // in vain, and no error
});

test("one card is asked, and what any has is lent; the prose is told of it", () => {
  const asked = [];
  let told = 0;
  const lent = createLent(() => (told += 1));
  const one = lent.lend({ passages: () => ({ "BOX p1": { text: "a" } }), ask: (refs) => asked.push(["one", ...refs]) });
  lent.lend({ passages: () => ({ "BOX p2": { text: "b" } }), ask: (refs) => asked.push(["two", ...refs]) });
  assert.equal(told, 2);
  lent.ask(["BOX p3"]);
  assert.deepEqual(asked, [["one", "BOX p3"]]);
  assert.deepEqual(Object.keys(lent.passages()), ["BOX p1", "BOX p2"]);
  one.arrived();
  assert.equal(told, 3);
  one.end();
  lent.ask(["BOX p4"]);
  assert.deepEqual(asked.at(-1), ["two", "BOX p4"]);
  assert.deepEqual(Object.keys(lent.passages()), ["BOX p2"]);
});
