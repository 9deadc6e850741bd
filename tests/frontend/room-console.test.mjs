// The console: what can be pressed when, what comes next, and what is made of what an instructor types.
import assert from "node:assert/strict";
import { test } from "node:test";
import { itemOf } from "../../coursekit/frontend/src/room/console-item.js";
import { nextPress, pressable, roundOf, votedWords } from "../../coursekit/frontend/src/room/console-next.js";
import { clockOf, joining, minutes, sessionWords } from "../../coursekit/frontend/src/room/screen-words.js";

const PLAN = [{ from: "notes", prompt: "Who lit the lamp?" }, { from: "lesson", prompt: "When?" }];
const view = (phase, more = {}) => ({
  plan: PLAN,
  votes: phase ? [{ prompt: "Who lit the lamp?" }] : [],
  vote: phase ? { phase, laid_over: false, results: { expert: null }, ...more } : null,
  ended: false,
});
const can = (now) => Object.entries(pressable(now)).flatMap(([name, on]) => (on ? [name] : []));

test("what can be pressed follows on what stands, as the room's rules have it", () => {
  assert.deepEqual(can(view(null)), ["ask"]);
  assert.deepEqual(can(view("first")), ["close", "open"]);
  assert.deepEqual(can(view("closed")), ["talk", "second", "open"]);
  assert.deepEqual(can(view("talk")), ["talk", "second", "open"]);
  assert.deepEqual(can(view("second")), ["close", "open"]);
  assert.deepEqual(can(view("settled")), ["open"]);
  assert.deepEqual(can(view("opened", { results: { expert: {} } })), ["lay_over"]);
  assert.deepEqual(can({ ...view("first"), ended: true }), []);
});

test("the next press leads through vote, talk, vote, open, expert, and on to the next vote of the notes", () => {
  const path = ["first", "closed", "talk", "second", "settled"].map((phase) => nextPress(view(phase)));
  assert.deepEqual([nextPress(view(null)), ...path], ["ask", "close", "talk", "second", "close", "open"]);
  assert.equal(nextPress(view("opened", { results: { expert: {} } })), "lay_over");
  const laid = view("opened", { results: { expert: {} }, laid_over: true });
  assert.equal(nextPress(laid), null); // every vote of the notes was asked
  assert.equal(nextPress({ ...laid, votes: [] }), "ask");
});

test("how many have voted is said of the round that is open, or was last", () => {
  const of = (round, phase, counted) => votedWords({ round, phase, counted, hands: {} }, 11);
  assert.equal(of(2, "second", { 1: 9, 2: 4 }), "4 of 11 here have voted");
  assert.equal(of(1, "first", { 1: 12 }), "12 have voted");
  assert.equal(of(0, "closed", { 1: 9 }), "9 voted in round 1");
  assert.equal(of(0, "opened", { 1: 9 }), "9 voted in round 1");
  assert.equal(of(0, "settled", { 1: 9 }), "0 voted in round 2");
});

test("hands are typed in for the round that is open, or was last, by phones or by hands", () => {
  const of = (phase, counted = {}, hands = {}) => roundOf({ phase, counted, hands });
  assert.deepEqual(["first", "closed", "talk", "second", "settled"].map((phase) => of(phase)), [1, 1, 1, 2, 2]);
  assert.deepEqual([of("opened"), of("opened", { 1: 9, 2: 8 })], [1, 2]);
  assert.deepEqual([of("opened", {}, { 2: { a: 7 } }), of("opened", {}, { 2: { a: 0 } })], [2, 1]);
});

test("options are lines, a star before one says that it is right", () => {
  const item = itemOf("choice", { prompt: " Who? ", options: "the keeper\n\n * the clerk \n*\n", confidence: true });
  assert.deepEqual(item, { kind: "choice", prompt: "Who?", options: ["the keeper", { text: "the clerk", right: true }], confidence: true });
});

test("one's own passage is words, whose paragraph the room finds; none where none is typed", () => {
  const typed = { prompt: "Where?", source: "BOX", from: "p1", to: "p1", places: "1" };
  assert.deepEqual(itemOf("point", { ...typed, own: " a lamp failed " }).expert, [{ quote: "a lamp failed" }]);
  assert.equal("expert" in itemOf("point", { ...typed, own: "  " }), false);
});

test("paragraphs are a range, or one", () => {
  const typed = { prompt: "Where?", source: "BOX", from: "p1", to: "p3", places: "2", nowhere: true };
  assert.deepEqual(itemOf("point", typed), { kind: "point", prompt: "Where?", source: "BOX", paragraphs: "p1-p3", places: 2, nowhere: true, confidence: false });
  assert.equal(itemOf("point", { ...typed, to: "p1" }).paragraphs, "p1");
});

test("numbers may be left out; what is none goes to the server as it was typed, which says so", () => {
  const item = itemOf("number", { prompt: "How many?", unit: "files", least: "0", most: "", key: "2,5", tolerance: "" });
  assert.deepEqual(item, { kind: "number", prompt: "How many?", unit: "files", least: 0, most: null, key: 2.5 });
  assert.equal(itemOf("number", { key: "two" }).key, "two");
  assert.deepEqual(itemOf("confidence", { prompt: "How sure?" }), { kind: "number", prompt: "How sure?", unit: "%", least: 0, most: 100 });
});

test("a clock says what is left of a round, and how long people have been talking", () => {
  assert.deepEqual([minutes(65), minutes(9.2), minutes(0), minutes(-3)], ["1:05", "0:10", "0:00", "0:00"]);
  assert.equal(clockOf({ phase: "first", since: 0, until: 100 }, 40.5), "1:00");
  assert.equal(clockOf({ phase: "second", since: 0, until: 100 }, 140), "0:00");
  assert.equal(clockOf({ phase: "talk", since: 10, until: null }, 75.5), "1:05");
  assert.equal(clockOf({ phase: "closed", since: 0, until: null }, 5) + clockOf(null, 5), "");
});

test("people join where the server says, or else beside this page", () => {
  const page = "http://127.0.0.1:8890/user/x/console#secret";
  assert.deepEqual(joining({ door: { address: "http://192.168.1.7:8890/" }, join: "k" }, page), {
    shown: "http://192.168.1.7:8890",
    link: "http://192.168.1.7:8890/#k",
  });
  assert.equal(joining({ door: null, join: "k" }, page).link, "http://127.0.0.1:8890/user/x/#k");
});

test("an earlier session is known by its day, and one without is not made up", () => {
  assert.match(sessionWords("2026-01-05T10:00:00.000+00:00"), /5 January 2026/);
  assert.equal(sessionWords("soon"), "another day");
});
