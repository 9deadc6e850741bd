import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { createBridge } from "../../coursekit/frontend/src/bridge.js";
import { createOutbox, LONGEST, MOST } from "../../coursekit/frontend/src/outbox.js";

function memory() {
  const kept = new Map();
  return { kept, getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text), removeItem: (key) => kept.delete(key) };
}
function makeModel() {
  const heard = new Map();
  return {
    sent: [],
    on: (name, callback) => heard.set(name, callback),
    off: (name) => heard.delete(name),
    send(message) {
      this.sent.push(message);
    },
    say: (content) => heard.get("msg:custom")?.(content),
    wake: () => heard.get("comm_live_update")?.(),
    heard,
  };
}
let model;
let storage;
let statuses;
const connect = (more = {}) =>
  createBridge(model, { outbox: createOutbox("k", storage), onStatus: (status) => statuses.push(status), ...more });
const kept = () => createOutbox("k", storage).all().map((entry) => entry.m);

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.UTC(2026, 10, 22) });
  model = makeModel();
  storage = memory();
  statuses = [];
});

test("a change is saving until the kernel says it is saved", () => {
  const bridge = connect();
  const n = bridge.send("answer", { answer: { choice: "b" } });
  assert.deepEqual(model.sent, [{ answer: { choice: "b" }, op: "answer", n }]);
  assert.deepEqual(statuses.map((status) => status.text), ["saving…"]);
  assert.equal(kept().length, 1);
  model.say({ op: "ack", n, at: "14:02" });
  assert.equal(statuses.at(-1).text, "saved 14:02");
  assert.equal(kept().length, 0);
  assert.equal(storage.kept.size, 0);
});

test("numbers are whole, rise, and differ between views", () => {
  const [one, other] = [connect(), connect()];
  const [a, b, c] = [one.send("x"), one.send("x"), other.send("x")];
  assert.ok(Number.isSafeInteger(a) && a > 0 && b === a + 1 && c !== a && c !== b);
});

test("an acknowledgement of somebody else's change is not taken for one's own", () => {
  const bridge = connect();
  const n = bridge.send("answer");
  model.say({ op: "ack", n: n + 1, at: "14:02" });
  assert.equal(statuses.at(-1).state, "saving");
});

test("without an answer in four seconds it is not saved, says so, and is kept", () => {
  const bridge = connect();
  bridge.send("answer");
  mock.timers.tick(3999);
  assert.equal(statuses.at(-1).state, "saving");
  mock.timers.tick(1);
  assert.equal(statuses.at(-1).state, "failed");
  assert.match(statuses.at(-1).text, /kept in this browser/);
  assert.equal(kept().length, 1);
});

test("a late acknowledgement still counts", () => {
  const bridge = connect();
  const n = bridge.send("answer");
  mock.timers.tick(5000);
  model.say({ op: "ack", n, at: "14:03" });
  assert.equal(statuses.at(-1).text, "saved 14:03");
});

test("it is sent again now and then, and not for ever", () => {
  const bridge = connect();
  bridge.send("answer");
  const hour = () => Array.from({ length: 3600 }, () => mock.timers.tick(1000));
  hour();
  const tries = model.sent.length;
  assert.ok(tries >= 3 && tries <= 7, `${tries}`);
  hour();
  assert.equal(model.sent.length, tries);
  model.wake();
  assert.equal(model.sent.length, tries + 1, "a connection that comes back is tried");
});

test("a later draft takes the place of one that is on its way", () => {
  const bridge = connect();
  bridge.send("answer", { answer: 1 }, { group: "draft" });
  const n = bridge.send("answer", { answer: 2 }, { group: "draft" });
  assert.deepEqual(kept().map((message) => message.answer), [2]);
  model.say({ op: "ack", n, at: "14:02" });
  assert.equal(statuses.at(-1).state, "saved");
});

test("a draft does not take the place of a check", () => {
  const bridge = connect();
  bridge.send("answer", { answer: 1, check: true }, { group: "check", replaces: ["draft", "check"] });
  bridge.send("answer", { answer: 2 }, { group: "draft" });
  assert.deepEqual(kept().map((message) => message.answer), [1, 2]);
});

test("one change at a time is on its way: no later one can overtake it", () => {
  const bridge = connect();
  const numbers = ["add", "change", "remove"].map((op) => bridge.send(op));
  const ops = () => model.sent.map((message) => message.op);
  assert.deepEqual(ops(), ["add"]);
  assert.equal(kept().length, 3, "those that wait are safe in the browser");
  model.say({ op: "ack", n: numbers[0], at: "14:02" });
  assert.deepEqual(ops(), ["add", "change"]);
  assert.equal(statuses.at(-1).state, "saving");
  model.say({ op: "refused", n: numbers[1], why: "the disk is full" });
  assert.deepEqual(ops(), ["add", "change", "remove"], "a refusal is an answer, too");
  model.say({ op: "ack", n: numbers[2], at: "14:03" });
  assert.equal(bridge.pending, 0);
});

test("what takes the place of a change on its way does not wait for it", () => {
  const bridge = connect();
  const first = bridge.send("change", { comment: "a" }, { group: "comment" });
  const second = bridge.send("change", { comment: "ab" }, { group: "comment" });
  assert.deepEqual(model.sent.map((message) => message.comment), ["a", "ab"]);
  assert.ok(second > first, "by its number the kernel knows which came first");
  bridge.send("remove");
  assert.equal(model.sent.length, 2, "and all else waits for it");
  model.say({ op: "ack", n: first, at: "14:02" });
  assert.equal(model.sent.length, 2);
  model.say({ op: "ack", n: second, at: "14:02" });
  assert.equal(model.sent.at(-1).op, "remove");
});

test("where the first in the row is not answered, it is sent again, and never one behind it", () => {
  const bridge = connect();
  const numbers = ["add", "remove"].map((op) => bridge.send(op));
  mock.timers.tick(4000);
  assert.equal(statuses.at(-1).state, "failed");
  mock.timers.tick(60_000);
  assert.ok(model.sent.length > 1);
  assert.ok(model.sent.every((message) => message.op === "add"));
  bridge.send("change");
  assert.equal(model.sent.at(-1).op, "add", "a new change is a reason to try, too");
  model.say({ op: "ack", n: numbers[0], at: "14:02" });
  mock.timers.tick(3999);
  assert.equal(model.sent.at(-1).op, "remove");
  const sent = model.sent.length;
  for (let second = 0; second < 16; second += 1) mock.timers.tick(1000);
  assert.ok(model.sent.length > sent, "the next one has its own patience and its own tries");
});

test("what an earlier life left goes in its old order", () => {
  const before = connect();
  for (const op of ["add", "change", "remove"]) {
    before.send(op);
    mock.timers.tick(1);
  }
  before.dispose();
  model = makeModel();
  const bridge = connect();
  bridge.resume();
  bridge.send("new");
  while (bridge.pending) model.say({ op: "ack", n: model.sent.at(-1).n, at: "14:02" });
  assert.deepEqual(model.sent.map((message) => message.op), ["add", "change", "remove", "new"]);
});

test("what is refused is told in the kernel's words and not tried again", () => {
  const refused = [];
  const bridge = connect({ onRefused: (message, why) => refused.push([message.op, why]) });
  const n = bridge.send("add");
  model.say({ op: "refused", n, why: "the disk is full" });
  assert.equal(statuses.at(-1).text, "Not saved: the disk is full");
  assert.deepEqual(refused, [["add", "the disk is full"]]);
  assert.equal(kept().length, 0);
});

test("the next life sends what the last one could not", () => {
  connect().send("answer", { answer: "late" });
  model = makeModel();
  const bridge = connect();
  assert.deepEqual(bridge.resume().map((message) => message.answer), ["late"]);
  assert.equal(model.sent[0].answer, "late");
  model.say({ op: "ack", n: model.sent[0].n, at: "14:02" });
  assert.equal(kept().length, 0);
});

test("what is older than what is saved is let go", () => {
  connect().send("answer", { answer: "old" });
  model = makeModel();
  assert.deepEqual(connect({ stale: () => true }).resume(), []);
  assert.deepEqual([model.sent, kept()], [[], []]);
});

test("a model that throws or rejects is a change not saved", async () => {
  model.send = () => {
    throw new Error("no kernel");
  };
  connect().send("answer");
  assert.equal(statuses.at(-1).state, "failed");
  statuses = [];
  model.send = () => Promise.reject(new Error("closed"));
  connect().send("answer");
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(statuses.at(-1).state, "failed");
});

test("where storage is blocked the learner is told to copy what they wrote", () => {
  const blocked = { getItem: () => { throw new Error("blocked"); }, setItem: () => { throw new Error("blocked"); }, removeItem() {} };
  const bridge = connect({ outbox: createOutbox("k", blocked) });
  bridge.send("answer");
  mock.timers.tick(4000);
  assert.match(statuses.at(-1).text, /Copy what you wrote/);
  assert.deepEqual(createOutbox("k", null).all(), []);
});

test("the outbox has bounds, and foreign entries in it are passed over", () => {
  const box = createOutbox("k", storage);
  for (let n = 1; n <= MOST; n += 1) assert.equal(box.put({ n, t: Date.now(), m: { op: "x" } }), true);
  assert.equal(box.put({ n: MOST + 1, t: Date.now(), m: { op: "x" } }), false);
  assert.deepEqual([createOutbox("k", storage).all().length, box.all().length], [MOST, MOST + 1], "one is only held here");
  box.drop(box.all().map((entry) => entry.n));
  assert.equal(box.put({ n: 1, t: Date.now(), m: { op: "x", text: "x".repeat(LONGEST) } }), false);
  box.drop([1]);
  for (const text of ["{", "5", "null", '[null, 1, {"n":1}, {"n":"1","t":1,"m":{"op":"x"}}, {"n":1,"t":1,"m":{"op":"x"}}]']) {
    storage.setItem("k", text);
    assert.deepEqual(box.all(), [], text);
  }
});

test("everything else the kernel says goes to the widget, and nonsense nowhere", () => {
  const heard = [];
  connect({ onMessage: (content) => heard.push(content.op) });
  for (const content of [{ op: "marked" }, null, "x", 5, { op: "ack" }]) model.say(content);
  assert.deepEqual(heard, ["marked"]);
});

test("a widget that is gone listens and sends no more", () => {
  const bridge = connect();
  bridge.send("answer");
  bridge.dispose();
  mock.timers.tick(3_600_000);
  assert.equal(model.sent.length, 1);
  assert.equal(model.heard.size, 0);
  assert.equal(kept().length, 1, "and what it left is kept");
});

test("where something will answer in a moment, nothing is sent before it does, and that is no failure", (t) => {
  globalThis.document = { body: { dataset: { ckAwaited: "in a moment", ckAnew: "load the page again" }, closest: () => null }, addEventListener() {}, removeEventListener() {} };
  t.after(() => delete globalThis.document);
  const bridge = connect();
  bridge.send("answer", { answer: { text: "x" } }, { group: "draft" });
  assert.deepEqual([model.sent, statuses.at(-1)], [[], { state: "waiting", text: "kept in this browser; saved in a moment", at: "" }]);
  const n = bridge.send("answer", { answer: { text: "xy" }, check: true }, { group: "check", replaces: ["draft", "check"] });
  assert.equal(statuses.at(-1).text, "kept in this browser; checked in a moment");
  mock.timers.tick(600_000);
  assert.deepEqual([model.sent, statuses.at(-1).state], [[], "waiting"]);
  delete document.body.dataset.ckAwaited;
  model.wake();
  assert.deepEqual(model.sent.map((each) => each.n), [n]);
  model.say({ op: "ack", n, at: "14:02" });
  assert.equal(statuses.at(-1).text, "saved 14:02");
  bridge.send("answer", { answer: {} });
  mock.timers.tick(5000);
  assert.match(statuses.at(-1).text, /saved when you load the page again\.$/);
  bridge.dispose();
});

test("what waits where the browser keeps nothing says so", (t) => {
  globalThis.document = { body: { dataset: { ckAwaited: "in a moment" } }, addEventListener() {}, removeEventListener() {} };
  t.after(() => delete globalThis.document);
  const bridge = connect({ outbox: createOutbox("k", null) });
  bridge.send("answer", { answer: { text: "x" } });
  assert.equal(statuses.at(-1).text, "This browser keeps nothing: leave the page open. Saved in a moment");
  bridge.dispose();
});
