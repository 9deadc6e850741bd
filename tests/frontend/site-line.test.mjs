// The line from a page to its worker: what is said early waits, what is gone is told of, and can be started anew.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { createLine } from "../../coursekit/frontend/src/site/line.js";
import { createModel } from "../../coursekit/frontend/src/site/models.js";

let workers;
let told;
let line;
const hire = () => {
  const worker = { sent: [], postMessage: (message) => worker.sent.push(message), terminate: () => (worker.ended = true), say: (data) => worker.onmessage({ data }) };
  workers.push(worker);
  return worker;
};
const types = () => told.map(({ type }) => type);
const sent = (worker) => worker.sent.map(({ type, content }) => content?.op ?? type);

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  [workers, told] = [[], []];
  line = createLine(hire, { type: "open" }, { patience: 1000 });
  line.on((each) => told.push(each));
});

test("what is sent before the worker is up is passed on in its order, once", async () => {
  line.start();
  const early = [line.send("7-0", { op: "passages" }), line.send("7-0", { op: "text" })];
  assert.deepEqual(sent(workers[0]), ["open"]);
  workers[0].say({ type: "ready" });
  await Promise.all(early);
  assert.deepEqual(sent(workers[0]), ["open", "passages", "text"]);
  await line.send("7-0", { op: "answer" });
  assert.deepEqual(sent(workers[0]), ["open", "passages", "text", "answer"]);
});

test("a worker that cannot start is gone, and nothing is sent into the void", async () => {
  line.start();
  const early = line.send("7-0", { op: "answer" });
  workers[0].say({ type: "failed", why: "kit.zip: 404" });
  await assert.rejects(early, "what waited is told, too");
  assert.deepEqual(told.at(-1), { type: "gone", why: "kit.zip: 404" });
  assert.ok(workers[0].ended);
  await assert.rejects(line.send("7-0", { op: "answer" }));
});

test("a browser without workers is told of, not thrown at", () => {
  line = createLine(() => {
    throw new Error("no WebAssembly");
  }, {});
  line.on((each) => told.push(each));
  line.start();
  assert.deepEqual([told.at(-1).type, line.phase], ["gone", "gone"]);
  assert.match(told.at(-1).why, /has no WebAssembly/);
});

test("what fails once it is up is told, and the worker goes on", async () => {
  line.start();
  workers[0].say({ type: "ready" });
  workers[0].say({ type: "failed", why: "the storage is full" });
  assert.deepEqual([types().at(-1), line.phase], ["failed", "ready"]);
  workers[0].say({ type: "failed", why: "Python has crashed", fatal: true });
  assert.deepEqual([told.at(-1), line.phase], [{ type: "gone", why: "Python has crashed" }, "gone"]);
});

test("a worker that says nothing any more is gone; another can be started", async () => {
  line.start();
  workers[0].say({ type: "ready" });
  await line.send("7-0", { op: "answer" });
  workers[0].say({ type: "message", view: "7-0", content: {} });
  mock.timers.tick(1001);
  assert.equal(line.phase, "ready", "it has answered");
  await line.send("7-0", { op: "refresh" });
  workers[0].say({ type: "heard" });
  mock.timers.tick(1001);
  assert.equal(line.phase, "ready", "there was nothing to answer");
  await line.send("7-0", { op: "answer" });
  mock.timers.tick(1001);
  assert.equal(line.phase, "gone");
  line.start();
  assert.deepEqual([line.phase, workers.length, types().at(-1)], ["awaited", 2, "starts"]);
  workers[1].say({ type: "ready" });
  assert.equal(line.phase, "ready");
});

test("whoever goes on answering learns that nobody hears", async () => {
  line.start();
  workers[0].say({ type: "ready" });
  for (let at = 0; at < 3 && line.phase === "ready"; at += 1) {
    await line.send("7-0", { op: "answer" });
    mock.timers.tick(600);
  }
  assert.equal(line.phase, "gone");
});

test("a model is named after its course at this address, wherever the page was built", () => {
  const model = createModel("7-0", { setup: { course: "built", revision: 0 }, course: "built" }, line, "here");
  assert.deepEqual([model.get("course"), model.get("setup").course], ["here", "here"]);
  assert.equal(model.adopt({ setup: { course: "in the worker", revision: 0 }, course: "in the worker" }), false, "nothing else has changed");
  assert.equal(model.adopt({ setup: { course: "in the worker", revision: 2 }, course: "x" }), true);
  assert.deepEqual([model.get("setup").revision, model.get("course")], [2, "here"]);
});

test("what the worker can no longer do, something else may do in its stead", async () => {
  line.start();
  workers[0].say({ type: "failed", why: "" });
  assert.match(told.at(-1).why, /could not be started/);
  const model = createModel("7-0", {}, line, "here", (view, { op }) => (op === "hand-in" ? Promise.resolve({ op: "handed-in", view }) : null));
  const heard = [];
  model.on("msg:custom", (content) => heard.push(content));
  await model.send({ op: "hand-in" });
  assert.deepEqual(heard, [{ op: "handed-in", view: "7-0" }]);
  await assert.rejects(model.send({ op: "answer" }));
});
