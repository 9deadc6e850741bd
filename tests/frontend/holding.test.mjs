// What is being typed is kept in the browser before it is sent, and the status says only what is so.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { createBridge } from "../../coursekit/frontend/src/bridge.js";
import { createOutbox } from "../../coursekit/frontend/src/outbox.js";

let storage;
let statuses;
let sent;
let say;
function connect() {
  const heard = new Map();
  sent = [];
  say = (content) => heard.get("msg:custom")(content);
  const model = { on: (name, callback) => heard.set(name, callback), off: () => {}, send: (message) => sent.push(message) };
  return createBridge(model, { outbox: createOutbox("k", storage), onStatus: (status) => statuses.push(status) });
}
const kept = () => createOutbox("k", storage).all().map((entry) => entry.m.text);
const hold = (bridge, text, group = "draft") => bridge.send("write", { text }, { group, hold: "put" });

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.UTC(2026, 10, 22) });
  const list = new Map();
  storage = { full: false, getItem: (key) => list.get(key) ?? null, removeItem: (key) => list.delete(key) };
  storage.setItem = (key, text) => {
    if (storage.full) throw new Error("full");
    list.set(key, text);
  };
  statuses = [];
});

test("what is held is kept and not sent, the newest of each group", () => {
  const bridge = connect();
  hold(bridge, "o");
  hold(bridge, "on");
  hold(bridge, "t", "other");
  assert.deepEqual([kept(), sent], [["on", "t"], []]);
  assert.equal(statuses.at(-1).state, "saving");
});

test("what is sent takes the place of what was held of its group", () => {
  const bridge = connect();
  hold(bridge, "on");
  hold(bridge, "t", "other");
  const n = bridge.send("write", { text: "one" }, { group: "draft" });
  assert.deepEqual(kept(), ["t", "one"]);
  say({ op: "ack", n, at: "14:02" });
  assert.deepEqual([kept(), statuses.at(-1).state], [["t"], "saving"], "not all of it is saved");
});

test("what only this page holds is not called kept in this browser when a view is drawn anew", () => {
  storage.full = true;
  const outbox = createOutbox("k", storage);
  const model = { on: () => {}, off: () => {}, send: () => {} };
  const draw = () => createBridge(model, { outbox, onStatus: (status) => statuses.push(status) });
  const before = draw();
  before.send("write", { text: "one" });
  before.dispose();
  draw().resume();
  mock.timers.tick(4000);
  assert.match(statuses.at(-1).text, /this browser keeps nothing/);
});

test("while nothing can be saved, what is typed further is kept, and this is what is said", () => {
  const bridge = connect();
  bridge.send("write", { text: "one" }, { group: "draft" });
  mock.timers.tick(4000);
  hold(bridge, "one two");
  assert.deepEqual(kept(), ["one", "one two"]);
  assert.match(statuses.at(-1).text, /kept in this browser/);
  storage.full = true;
  hold(bridge, "one two three");
  assert.match(statuses.at(-1).text, /keeps nothing/);
  storage.full = false;
  hold(bridge, "one two three");
  assert.match(statuses.at(-1).text, /kept in this browser/);
});

test("a later draft that is not kept is not called kept", () => {
  const bridge = connect();
  bridge.send("write", { text: "one" }, { group: "draft" });
  mock.timers.tick(4000);
  storage.full = true;
  bridge.send("write", { text: "one two" }, { group: "draft" });
  assert.match(statuses.at(-1).text, /keeps nothing/);
});

test("what is dropped is forgotten, and the status is what it was", () => {
  const bridge = connect();
  bridge.restored("14:02");
  hold(bridge, "o");
  bridge.send("write", {}, { group: "draft", hold: "drop" });
  assert.deepEqual([kept(), statuses.at(-1).text], [[], "saved 14:02"]);
});

test("what was held is sent in the next life", () => {
  hold(connect(), "on");
  const next = connect();
  assert.deepEqual(next.resume().map(({ text }) => text), ["on"]);
  assert.deepEqual(sent.map(({ text }) => text), ["on"]);
});
