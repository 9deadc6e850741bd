import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { createOutbox } from "../../coursekit/frontend/src/outbox.js";
import { createSession } from "../../coursekit/frontend/src/question/session.js";

const MARK = { state: "wrong", points: 0, of: 1, feedback: [] };
const HUMAN = { state: "human", points: 0, of: 1, feedback: [] };
let storage;

function sit({ saved = {}, keeps = () => false, box = storage } = {}) {
  const heard = new Map();
  const traits = { view: { id: "q" }, saved, course: "c" };
  const model = {
    sent: [],
    get: (name) => structuredClone(traits[name]),
    on: (name, callback) => heard.set(name, callback),
    off: (name) => heard.delete(name),
    send: (message) => model.sent.push(structuredClone(message)),
    say: (content) => heard.get("msg:custom")(content),
  };
  const control = {
    answer: {},
    read: () => structuredClone(control.answer),
    write: (answer) => (control.answer = structuredClone(answer ?? {})),
  };
  const statuses = [];
  const session = createSession(model, control, {
    keeps,
    onState() {},
    onStatus: (status) => statuses.push(status.state),
    outbox: createOutbox("k", box),
  });
  session.start();
  const type = (answer, how = { typing: true }) => {
    control.answer = answer;
    session.edited(how);
  };
  const last = () => model.sent.at(-1);
  const ack = (n = last().n) => model.say({ op: "ack", n, at: "14:02" });
  return { model, control, session, statuses, type, last, ack };
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"], now: Date.UTC(2026, 10, 22) });
  const kept = new Map();
  storage = { getItem: (key) => kept.get(key) ?? null, setItem: (key, text) => kept.set(key, text), removeItem: (key) => kept.delete(key) };
});

test("typing is saved after a short rest, a choice at once", () => {
  const { model, type } = sit();
  type({ text: "I" });
  mock.timers.tick(300);
  type({ text: "It" });
  mock.timers.tick(499);
  assert.equal(model.sent.length, 0);
  mock.timers.tick(1);
  assert.deepEqual(model.sent.map((message) => [message.answer, message.check]), [[{ text: "It" }, false]]);
  type({ choice: "a" }, {});
  mock.timers.tick(1);
  assert.equal(model.sent.length, 2);
});

test("leaving saves at once, and nothing is sent twice", () => {
  const { model, session, type } = sit();
  type({ text: "It" });
  session.flush();
  session.flush();
  mock.timers.tick(1000);
  type({ text: "It" });
  mock.timers.tick(1000);
  assert.equal(model.sent.length, 1);
});

test("a check is marked, and a change takes the mark away", () => {
  const { model, session, type, last, ack } = sit();
  type({ choice: "b" }, {});
  session.check();
  assert.equal(session.phase, "checking");
  assert.deepEqual(model.sent.map((message) => message.check), [true], "the draft is part of it");
  ack();
  model.say({ op: "marked", n: last().n, mark: MARK, passages: { "LET p11": { text: "…" } } });
  assert.deepEqual([session.phase, session.mark, Object.keys(session.passages)], ["marked", MARK, ["LET p11"]]);
  type({ choice: "a" }, {});
  assert.deepEqual([session.phase, session.mark], ["open", null]);
});

test("a text stays handed over while it is edited", () => {
  const { session, type } = sit({ saved: { answer: { text: "One." }, mark: HUMAN, at: "14:00" }, keeps: (mark) => mark.state === "human" });
  type({ text: "One. Two." });
  assert.deepEqual([session.phase, session.mark], ["marked", HUMAN]);
});

test("a mark that comes after a further change says nothing about it", () => {
  const { model, session, type } = sit();
  type({ text: "24" });
  session.check();
  const { n } = model.sent.at(-1);
  type({ text: "245" });
  model.say({ op: "marked", n, mark: MARK, passages: {} });
  assert.deepEqual([session.phase, session.mark], ["open", null]);
});

test("a check that nobody answers gives the answer back", () => {
  const { session, statuses, type } = sit();
  type({ text: "24" });
  session.check();
  mock.timers.tick(4000);
  assert.equal(session.phase, "open");
  assert.equal(statuses.at(-1), "failed");
});

test("a check that is kept but not marked gives the answer back", () => {
  const { session, type, ack } = sit();
  type({ text: "24" });
  session.check();
  ack();
  mock.timers.tick(6000);
  assert.equal(session.phase, "open");
});

test("a refused check gives the answer back", () => {
  const { model, session, type, last } = sit();
  type({ text: "24" });
  session.check();
  model.say({ op: "refused", n: last().n, why: "no" });
  assert.equal(session.phase, "open");
});

test("what was saved is there again", () => {
  const { control, session, statuses } = sit({ saved: { answer: { choice: "b" }, mark: MARK, at: "14:02", passages: { "LET p11": {} } } });
  assert.deepEqual([control.answer, session.mark, session.phase, statuses.at(-1)], [{ choice: "b" }, MARK, "marked", "saved"]);
});

test("what was not saved before the kernel died is there again, and is sent", () => {
  const before = sit();
  before.type({ text: "Half a thought" });
  mock.timers.tick(500);
  before.session.dispose();
  mock.timers.tick(60_000);
  const after = sit({ saved: { answer: { text: "Half" }, mark: null, at: "2026-11-21T00:00:00Z" } });
  assert.deepEqual(after.control.answer, { text: "Half a thought" });
  assert.deepEqual(after.last().answer, { text: "Half a thought" });
});

test("an unsaved answer that is older than the saved one is let go", () => {
  const before = sit();
  before.type({ text: "Old" });
  mock.timers.tick(500);
  before.session.dispose();
  const after = sit({ saved: { answer: { text: "New" }, mark: null, at: "2026-11-23T00:00:00Z" } });
  assert.deepEqual([after.control.answer, after.model.sent], [{ text: "New" }, []]);
});

test("a check that was never answered is checked in the next life", () => {
  const before = sit();
  before.type({ choice: "b" }, {});
  before.session.check();
  before.session.dispose();
  const after = sit();
  assert.equal(after.session.phase, "checking");
  after.model.say({ op: "marked", n: after.last().n, mark: MARK, passages: {} });
  assert.deepEqual(after.session.mark, MARK);
});

test("another view's answer and mark are followed", () => {
  const { model, control, session } = sit();
  model.say({ op: "changed", n: 5, answer: { choice: "c" }, at: "14:02", mark: null });
  assert.deepEqual(control.answer, { choice: "c" });
  model.say({ op: "marked", n: 6, answer: { choice: "d" }, at: "14:03", mark: MARK, passages: {} });
  assert.deepEqual([control.answer, session.mark], [{ choice: "d" }, MARK]);
});

test("nobody's change overwrites what is being typed", () => {
  const { model, control, type } = sit();
  type({ text: "mine" });
  model.say({ op: "changed", n: 5, answer: { text: "theirs" }, at: "14:02", mark: null });
  assert.deepEqual(control.answer, { text: "mine" });
});

test("the echo of one's own change is not written back into the field", () => {
  const { model, control, type, last, ack } = sit();
  type({ text: "mine" });
  mock.timers.tick(500);
  const { n } = last();
  ack();
  control.answer = { text: "mine, and more" };
  model.say({ op: "changed", n, answer: { text: "mine" }, at: "14:02", mark: null });
  assert.deepEqual(control.answer, { text: "mine, and more" });
});

test("what is typed is kept with each letter, before it is sent", () => {
  const before = sit();
  before.type({ text: "Half" });
  mock.timers.tick(100);
  before.type({ text: "Half a th" });
  assert.deepEqual([before.model.sent.length, before.statuses.at(-1)], [0, "saving"]);
  const after = sit(); // the window was closed in the middle of a word, and nobody was told
  assert.deepEqual([after.control.answer, after.last().answer], [{ text: "Half a th" }, { text: "Half a th" }]);
});

test("typing without a rest is sent all the same", () => {
  const { model, type } = sit();
  for (let n = 0; n < 50; n++) {
    type({ text: "a".repeat(n + 1) });
    mock.timers.tick(100);
  }
  assert.deepEqual(model.sent.map(({ answer }) => answer.text.length), [30]);
});

test("what was typed and taken back leaves nothing behind", () => {
  const { model, session, statuses, type } = sit({ saved: { answer: { text: "It" }, mark: null, at: "14:02" } });
  type({ text: "Its" });
  type({ text: "It" });
  session.flush();
  assert.deepEqual([model.sent.length, statuses], [0, ["saved", "saving", "saved"]]);
  assert.deepEqual(createOutbox("k", storage).all(), []);
});

test("a check takes the place of what was being typed", () => {
  const { session, type, ack } = sit();
  type({ text: "24" });
  session.check();
  assert.deepEqual(createOutbox("k", storage).all().map((entry) => entry.m.check), [true]);
  ack();
  assert.deepEqual(createOutbox("k", storage).all(), []);
});
