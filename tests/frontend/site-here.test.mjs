// One's work read without Python: what waits as events, and a hand-in made of them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { asEvent, eventsIn, keptSign, workHere } from "../../coursekit/frontend/src/site/here.js";
import { fileOf, handIn, handInHere } from "../../coursekit/frontend/src/site/hand-in-here.js";
import { whyGone, whyNotKept } from "../../coursekit/frontend/src/site/reasons.js";

const entry = (m, n = 255) => ({ n, t: 0, m });
const HEAD = { v: 1, id: "ff".padStart(32, "0"), at: "1970-01-01T00:00:00.000Z", session: "browser" };

test("what waits is written as the event that it will become", () => {
  assert.deepEqual(asEvent("question:94-first", entry({ op: "answer", answer: { choice: "a" }, check: true }), { "94-first": 2 }), {
    ...HEAD,
    event: "answer",
    question: "94-first",
    version: 2,
    answer: { choice: "a" },
    checked: false,
  });
  assert.deepEqual(asEvent("question:94-first", entry({ op: "hint", step: 1 }), {}), { ...HEAD, event: "hint", question: "94-first", step: 1 });
  assert.deepEqual(asEvent("reader:PIE:94-mark", entry({ op: "remove", id: "m" }), {}), { ...HEAD, event: "annotation-removed", annotation: "m" });
  assert.deepEqual(asEvent("reader:PIE:94-mark", entry({ op: "commit" }), {}), { ...HEAD, event: "committed", task: "94-mark" });
  assert.equal(asEvent("reader:PIE:", entry({ op: "open" }), {}), null);
  assert.equal(asEvent("else", entry({ op: "answer" }), {}), null);
});

test("of a journal each event is read once, and torn lines are passed over", () => {
  assert.deepEqual(eventsIn('{"id":"1","event":"ran"}\n{"id":"1","event":"ran"}\n\n{"id":\nnull\n[]\n{"id":"2","event":"ran"}'), [
    { id: "1", event: "ran" },
    { id: "2", event: "ran" },
  ]);
});

test("a hand-in has the latest answers, what was tried, and the marks that stand", () => {
  const asked = { exercise: "L94", version: 1, questions: ["q"], tasks: ["t"], texts: { PIE: { guide: "0" } } };
  const mark = (id, task = "t") => ({ event: "annotate", annotation: { id, task, tag: "who", comment: "" } });
  const events = [
    { event: "answer", question: "q", answer: { choice: "a" } },
    { event: "mark-shown", at: "1", question: "q", version: 1, state: "wrong", points: 0 },
    { event: "answer", question: "q", answer: { choice: "b" } },
    { event: "answer", question: "elsewhere", answer: { choice: "b" } },
    mark("1"),
    mark("2"),
    mark("3", "elsewhere"),
    { event: "annotation-removed", annotation: "2" },
    { event: "committed", at: "2", task: "t" },
    { event: "annotation-changed", annotation: "1", changes: { comment: "So", task: "x" } },
    mark("4"),
  ];
  assert.deepEqual(handIn(events, asked, "Ada", new Date(1234)), {
    format: "coursekit-hand-in/1",
    exercise: "L94",
    version: 1,
    learner: "Ada",
    made: "1970-01-01T00:00:01Z",
    answers: { q: { choice: "b" } },
    history: [
      { at: "1", what: "checked", question: "q", state: "wrong", points: 0 },
      { at: "2", what: "finished", task: "t" },
    ],
    texts: { PIE: { guide: "0" } },
    marks: {
      t: [
        { id: "1", task: "t", tag: "who", comment: "So", after: true },
        { id: "4", task: "t", tag: "who", comment: "", after: true },
      ],
    },
  });
  assert.equal("marks" in handIn(events, { ...asked, tasks: [] }, "Ada"), false);
});

test("where what was kept cannot be read, that is said; where nothing ever was, it is not", async () => {
  const list = new Map();
  globalThis.localStorage = { getItem: (key) => list.get(key) ?? null, setItem: (key, text) => list.set(key, text), removeItem: (key) => list.delete(key) };
  globalThis.indexedDB = {
    open() {
      throw new DOMException("no", "UnknownError");
    },
  };
  assert.deepEqual(await workHere("The Pier /", {}), { text: "", unread: "" });
  list.set(keptSign("The Pier /"), "1");
  assert.match((await workHere("The Pier /", {})).unread, /could not be read just now and is not in it/);
  const asked = { exercise: "L94", version: 1, questions: ["q"], tasks: [], texts: {} };
  const made = await handInHere({ hand_in: asked, versions: {} }, "The Pier /", { n: 1, learner: "Ada" });
  assert.match(made.summary, /^0 of 1 parts answered; .* could not be read just now/);
});

test("half a sign in what waits is written as Python would write it: a journal holds none", async () => {
  const list = new Map();
  globalThis.localStorage = { getItem: (key) => list.get(key) ?? null, setItem: (key, text) => list.set(key, text), removeItem: (key) => list.delete(key) };
  const entry = { n: 1, t: Date.now(), m: { op: "answer", answer: { text: "so \ud83d" } } };
  localStorage["coursekit:outbox:The Pier /:question:94-first"] = "";
  list.set("coursekit:outbox:The Pier /:question:94-first", JSON.stringify([entry]));
  const { text } = await workHere("The Pier /", {});
  assert.equal(JSON.parse(text).answer.text, "so \ufffd");
  const made = await handInHere({ hand_in: { exercise: "L94", version: 1, questions: ["94-first"], tasks: [], texts: {} }, versions: {} }, "The Pier /", { n: 1, learner: "Ada \ud83d" });
  assert.ok(JSON.parse(made.content).learner.isWellFormed?.() ?? true);
  assert.equal(made.learner, "Ada \ufffd");
});

test("a hand-in's file is called after exercise and name, in signs that any system takes", () => {
  assert.equal(fileOf("94-log", "Ann O’Neill"), "94-log-ann-o-neill.json");
  assert.equal(fileOf("94-log", "../.."), "94-log-learner.json");
});

test("why Python does not run is said in words, always", () => {
  assert.match(whyGone(new Error("kit.zip: 404")), /not to be had from its server \(kit\.zip: 404\)/);
  assert.match(whyGone(new TypeError("Failed to fetch")), /cannot be reached/);
  assert.match(whyGone(new RangeError("WebAssembly.Memory(): could not allocate memory")), /too little memory/);
  assert.equal(whyGone(new Error("Traceback:\n  there\nValueError: 3\n\n")), "ValueError: 3");
  for (const nothing of ["", null, undefined, new Error(""), new Error("\n\n")]) assert.match(whyGone(nothing), /could not be started/);
});

test("why nothing is kept is said in words", () => {
  assert.match(whyNotKept(new DOMException("x", "QuotaExceededError")), /is full/);
  assert.match(whyNotKept(new DOMException("x", "SecurityError")), /keeps nothing for this site/);
  assert.match(whyNotKept(null), /could not write down/);
});
