// Asking for a hand-in: one request at a time; where nobody answers, that is said, and nothing is made later.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { createAsking } from "../../coursekit/frontend/src/hand-in/asking.js";

let sent;
let told;
let say;
let asking;
function sit(send = (message) => sent.push(message)) {
  sent = [];
  told = [];
  const note = (name) => (what) => told.push([name, what]);
  const model = { on: (_, callback) => (say = callback), off: () => (say = () => {}), send };
  asking = createAsking(model, { now: note("now"), made: note("made"), emptier: note("emptier"), failed: note("failed") });
}
beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  sit();
});

test("one request at a time", () => {
  asking.ask("Ada");
  asking.ask("Ada");
  assert.deepEqual(sent.map(({ op, learner, insist }) => [op, learner, insist]), [["hand-in", "Ada", false]]);
  say({ op: "handed-in", n: sent[0].n, name: "x" });
  assert.deepEqual([told.map(([name]) => name), asking.busy], [["made"], false]);
  asking.ask("Ada", true);
  assert.deepEqual([sent[1].insist, sent[1].n > sent[0].n], [true, true]);
});

test("the answer to another page's request is not one's own", () => {
  say({ op: "handed-in", n: 5 });
  asking.ask("Ada");
  say({ op: "handed-in", n: sent[0].n + 1 });
  assert.deepEqual([told, asking.busy], [[], true]);
});

test("where nobody answers that is said once, and a late answer makes nothing of it", () => {
  asking.ask("Ada");
  mock.timers.tick(8000);
  assert.match(told[0][1], /Run the exercise again/);
  say({ op: "handed-in", n: sent[0].n });
  assert.deepEqual([told.length, asking.busy], [1, false]);
});

test("a kernel that is gone is said at once", () => {
  sit(() => {
    throw new Error("gone");
  });
  asking.ask("Ada");
  assert.deepEqual([told.map(([name]) => name), asking.busy], [["failed"], false]);
});
