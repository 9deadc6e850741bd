// What was taken and could not be kept: it counts, it holds nothing up, and it is not called saved.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { createBridge } from "../../coursekit/frontend/src/bridge.js";
import { createOutbox } from "../../coursekit/frontend/src/outbox.js";

const BLOCKED = {
  getItem: () => {
    throw new Error("blocked");
  },
  setItem: () => {
    throw new Error("blocked");
  },
  removeItem() {},
};
let model;
let statuses;
let acked;

function connect(storage) {
  const heard = new Map();
  statuses = [];
  acked = [];
  model = {
    sent: [],
    send: (content) => model.sent.push(content),
    on: (event, listener) => heard.set(event, listener),
    off() {},
    say: (content) => heard.get("msg:custom")(content),
    wake: () => heard.get("comm_live_update")(),
  };
  const outbox = createOutbox("k", storage);
  return { bridge: createBridge(model, { outbox, onStatus: (status) => statuses.push(status), onAcked: ({ op }) => acked.push(op) }), outbox };
}
const inMemory = () => {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text), removeItem: (key) => kept.delete(key) };
};
const status = () => statuses.at(-1);

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.UTC(2026, 10, 22) });
  delete globalThis.document;
});

test("what is held lets the next go, and is saved when it is kept", () => {
  const { bridge, outbox } = connect(inMemory());
  const [one, two] = [bridge.send("add"), bridge.send("add")];
  assert.deepEqual(model.sent.map(({ n }) => n), [one]);
  model.say({ op: "held", n: one });
  assert.deepEqual(model.sent.map(({ n }) => n), [one, two]);
  assert.equal(status().state, "failed");
  assert.match(status().text, /^Not saved yet: this browser has no room/);
  assert.deepEqual(outbox.all().map(({ n }) => n), [one, two], "it waits in the browser all the same");
  model.say({ op: "held", n: two });
  model.say({ op: "ack", n: one, at: "14:01" });
  assert.equal(status().state, "failed", "the other is not kept");
  model.say({ op: "ack", n: two, at: "14:02" });
  assert.deepEqual([status().text, outbox.all()], ["saved 14:02", []]);
  assert.deepEqual(acked, ["add", "add"], "each once");
});

test("where the browser keeps nothing that is what is said, and what is held is not lost to a view drawn anew", () => {
  const { bridge, outbox } = connect(BLOCKED);
  const n = bridge.send("answer", { answer: { choice: "a" } });
  model.say({ op: "held", n });
  assert.match(status().text, /keeps nothing\. Save your work to a file/);
  assert.deepEqual(outbox.all().map((entry) => entry.n), [n]);
  outbox.drop([n]);
  assert.deepEqual(outbox.all(), []);
});

test("what was only held is sent again, in its order, to what comes in the place of what held it", () => {
  const { bridge } = connect(inMemory());
  const [one, two] = [bridge.send("add"), bridge.send("add")];
  model.say({ op: "held", n: one });
  model.sent.length = 0;
  const body = { dataset: { ckAwaited: "when the course is ready" } };
  globalThis.document = { body, visibilityState: "visible", addEventListener() {} };
  model.wake();
  assert.match(status().text, /^kept in this browser/);
  delete body.dataset.ckAwaited;
  model.wake();
  model.say({ op: "ack", n: one, at: "" });
  model.say({ op: "ack", n: two, at: "" });
  assert.deepEqual(model.sent.map(({ n }) => n), [one, two]);
});
