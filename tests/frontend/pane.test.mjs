// The pane's pure parts: names of paragraphs, the way back, which sheet shows what, references in prose.
import assert from "node:assert/strict";
import { test } from "node:test";
import { choices, firstOf, firstToShow, leadsTo, onlyToRead, sheetFor } from "../../coursekit/frontend/src/pane/choosing.js";
import { begin, references, withSigns } from "../../coursekit/frontend/src/pane/prose-refs.js";
import { spell } from "../../coursekit/frontend/src/pane/ranges.js";
import { createTrail } from "../../coursekit/frontend/src/pane/trail.js";
import { doorWords } from "../../coursekit/frontend/src/reader/door.js";

const sheet = (id, siglum, kind, ids, ready = true) => ({ id, siglum, kind, ids, ready: () => ready, title: `the ${siglum}`, label: id, about: "" });

test("runs of paragraphs are named by their ends", () => {
  assert.equal(spell(["p1", "p2", "p3", "m12", "p4", "p5"]), "p1–p3, m12, p4, p5");
  assert.equal(spell(["e1.a", "e1.b"]), "e1.a, e1.b");
  assert.equal(spell(["m5", "e1.d", "e1.t", "e1.a", "e2.d", "e4.t"]), "m5, e1.d–e2.d, e4.t");
  assert.equal(spell(["fn1", "fn2", "fn3", "n4"]), "fn1–fn3, n4");
  assert.equal(spell([]), "");
  assert.equal(spell(["p1", "p2", "p3", "m12", "p15"], 1), "p1–p3 …");
  assert.equal(spell(["p1", "p2"], 1), "p1 …");
  assert.equal(spell(["p1", "p2", "p3"], 1), "p1–p3");
});

test("signs beside a reference stay on its line", () => {
  const pieces = references("It is so (LET p3, LET p4). Or ‘LET p5’", begin());
  const known = pieces.map(({ source }) => Boolean(source));
  const kept = withSigns(pieces, known);
  assert.deepEqual(
    kept.filter((_, n) => known[n]).map(({ opening, text, closing }) => [opening, text, closing]),
    [["(", "LET p3", ","], ["", "LET p4", ")."], ["‘", "LET p5", "’"]],
  );
  assert.equal(kept.map(({ opening, text, closing }) => opening + text + closing).join(""), "It is so (LET p3, LET p4). Or ‘LET p5’");
  const plain = withSigns(pieces, pieces.map(() => false));
  assert.deepEqual(plain.map(({ text }) => text), pieces.map(({ text }) => text)); // what the lesson lacks stays words
});

test("a door says what is done there, and names the source shortly", () => {
  const letter = { siglum: "LET", title: "Letter on the lamp, 18 July", short: "the letter" };
  assert.deepEqual(doorWords(letter, undefined), { does: "Read the letter", asks: "" });
  assert.deepEqual(doorWords(letter, null), { does: "Read the letter", asks: "" }); // as a kernel says that there is no task
  const prompt = "Whose hand, of what time? Mark what names it. And so on.";
  assert.deepEqual(doorWords(letter, { prompt }), { does: "Mark in the letter", asks: "Whose hand, of what time?" });
  assert.deepEqual(doorWords({ title: "A log" }, { prompt: "Mark all" }), { does: "Mark in A log", asks: "Mark all" });
  assert.deepEqual(doorWords(letter, {}), { does: "Mark in the letter", asks: "" });
});

test("the way back passes over what is gone, and ends", () => {
  const trail = createTrail();
  for (const id of ["a", "b", "c"]) trail.add({ id, place: { top: 0, p: "", off: 0 } });
  assert.equal(trail.back(({ id }) => id !== "c").id, "b");
  assert.equal(trail.empty, false);
  assert.equal(trail.back(() => false), null);
  assert.equal(trail.empty, true);
});

const at = (ref, question) => ({ source: ref.slice(0, 3), paragraph: ref.slice(4), question });

test("a reference leads to a text that is read, whatever shows, else to where it is marked", () => {
  const all = [sheet("point:a", "LET", "point", ["p1", "p9"]), sheet("task", "LET", "task", ["p1", "p3"]), sheet("text", "LET", "text", ["p1"]), sheet("more", "LET", "text", ["p1"])];
  assert.equal(sheetFor(all, "", at("LET p1")).id, "text");
  assert.equal(sheetFor(all, "task", at("LET p1")).id, "text");
  assert.equal(sheetFor(all, "more", at("LET p1")).id, "more");
  assert.equal(sheetFor(all, "task", at("LET p3")).id, "task");
  assert.equal(sheetFor(all, "task", at("LET p9")).id, "point:a");
  assert.equal(sheetFor(all, "", at("LET p2")), null);
  assert.equal(sheetFor(all, "", at("CAT p1")), null);
});

test("a range leads to the text that has all of it", () => {
  const all = [sheet("first", "LET", "text", ["p1", "p2"]), sheet("whole", "LET", "text", ["p1", "p2", "p3"])];
  assert.equal(sheetFor(all, "", { ...at("LET p2"), to: "p3" }).id, "whole");
  assert.equal(sheetFor(all, "first", { ...at("LET p2"), to: "p3" }).id, "first", "what shows goes before");
});

test("a question's own sheet shows its passages, another question's never while there is another", () => {
  const points = [sheet("point:a", "LET", "point", ["p1"]), sheet("point:b", "LET", "point", ["p1"])];
  assert.equal(sheetFor(points, "point:b", at("LET p1", "a")).id, "point:a");
  assert.equal(sheetFor(points, "point:a", at("LET p1", "b")).id, "point:b");
  const all = [...points, sheet("task", "LET", "task", ["p1"]), sheet("text", "LET", "text", ["p1"])];
  assert.equal(sheetFor(all.slice(0, 3), "point:b", at("LET p1", "a")).id, "point:a", "before a task");
  assert.equal(sheetFor(all, "point:a", at("LET p1", "a")).id, "point:a", "while it shows");
  assert.equal(sheetFor(all, "point:b", at("LET p1", "a")).id, "text");
});

test("where only a task or another question has the words, a reference shows them only to be read", () => {
  const read = () => {};
  const task = { ...sheet("task", "LET", "task", ["p1"]), read };
  const point = { ...sheet("point:a", "LET", "point", ["p1"]), read };
  assert.equal(onlyToRead(task, "text", false), true);
  assert.equal(onlyToRead(task, "task", false), false, "somebody is at work in it");
  assert.equal(onlyToRead(task, "task", true), true);
  assert.equal(onlyToRead(point, "point:a", false, "b"), true);
  assert.equal(onlyToRead(point, "point:a", false, ""), true, "prose is no question");
  assert.equal(onlyToRead(point, "text", false, "a"), false);
  assert.equal(onlyToRead({ ...task, ready: () => false }, "text", false), false, "a shut one says why");
  assert.equal(onlyToRead(sheet("text", "LET", "text", ["p1"]), "task", false), false);
});

test("what is only read has a tab of its own", () => {
  const all = [sheet("task", "LET", "task", ["p1", "p9"]), sheet("cat", "CAT", "text", ["m1"])];
  const shown = (...met) => choices(all, "task", new Set(met), true);
  assert.deepEqual(shown().within, [{ id: "", label: "Read the LET", about: "", on: true }]);
  assert.deepEqual(shown("task").within.map(({ label, on }) => [label, on]), [["Read the LET", true], ["task", false]]);
  assert.deepEqual(shown().sources.map(({ siglum, on }) => [siglum, on]), [["LET", true], ["CAT", false]]);
});

test("tabs that would read the same name the paragraphs that they show", () => {
  const text = (id, ids) => ({ ...sheet(id, "LET", "text", ids), label: "Read the letter" });
  const labels = (...all) => choices(all, all[0].id, new Set()).within.map(({ label }) => label);
  assert.deepEqual(labels(text("one", ["m1", "p1", "p2", "p3", "m12"])), ["Read the letter"]);
  assert.deepEqual(labels(text("one", ["p1", "p2", "p3", "m12"]), text("two", ["p4", "p5", "p6"])), [
    "Read the letter, p1–p3 …",
    "Read the letter, p4–p6",
  ]);
});

test("a text that is shut is shown only where no other has the paragraph", () => {
  const all = [sheet("shut", "LET", "text", ["p1", "p2"], false), sheet("task", "LET", "task", ["p1"])];
  assert.equal(sheetFor(all, "shut", at("LET p1")).id, "task");
  assert.equal(sheetFor(all, "", at("LET p2")).id, "shut");
});

test("what is only there to point in is offered only while it shows", () => {
  const all = [sheet("text", "LET", "text", []), sheet("point 1", "LET", "point", []), sheet("point 2", "LET", "point", []), sheet("list", "CAT", "text", [])];
  assert.deepEqual(choices(all, "text", new Set()).within.map(({ id }) => id), ["text"]);
  assert.deepEqual(choices(all, "point 2", new Set()).within.map(({ id, on }) => [id, on]), [["text", false], ["point 2", true]]);
  assert.deepEqual(choices(all, "list", new Set()).sources.map(({ siglum, on }) => [siglum, on]), [["LET", false], ["CAT", true]]);
});

test("a card that is worked at turns the pane to what it rests on, and away from an answered question", () => {
  const point = { ...sheet("point:a", "LET", "point", ["p1"]), done: () => true };
  const all = [sheet("let 1", "LET", "text", ["p1"]), sheet("let 2", "LET", "text", ["p2"]), sheet("cat", "CAT", "text", ["m1"]), point];
  const card = (question, ...refs) => ({ question, refs: refs.map((ref) => ({ source: ref.slice(0, 3), from: ref.slice(4) })) });
  assert.equal(leadsTo(all, "let 1", card("b", "CAT m1")), "cat");
  assert.equal(leadsTo(all, "let 1", card("b", "LET p2")), "let 2");
  assert.equal(leadsTo(all, "let 1", card("b", "CAT m1", "LET p1")), "");
  assert.equal(leadsTo(all, "let 1", card("b")), "");
  assert.equal(leadsTo(all, "point:a", card("a", "CAT m1")), "");
  assert.equal(leadsTo(all, "point:a", card("b")), "let 1");
  assert.equal(leadsTo(all, "point:a", card("b", "LET p1")), "let 1");
  assert.equal(leadsTo([...all.slice(0, 3), { ...point, done: () => false }], "point:a", card("b")), "");
});

test("a task is offered once its door was in sight, or while it shows", () => {
  const all = [sheet("text", "LET", "text", []), sheet("task", "KLO", "task", [])];
  const sources = (current, ...met) => choices(all, current, new Set(met)).sources.map(({ siglum }) => siglum);
  assert.deepEqual(sources("text"), ["LET"]);
  assert.deepEqual(sources("text", "task"), ["LET", "KLO"]);
  assert.deepEqual(sources("task"), ["LET", "KLO"]);
});

test("a lesson opens with the sheet shown last, but not with an answered question", () => {
  const point = { ...sheet("point", "LET", "point", []), done: () => true };
  const all = [sheet("text", "LET", "text", []), sheet("task", "LET", "task", []), point];
  assert.equal(firstToShow(all, "task").id, "task");
  assert.equal(firstToShow(all, "point").id, "text");
  assert.equal(firstToShow(all, "gone").id, "text");
  assert.equal(firstToShow([], "gone"), null);
});

test("a source's tab opens what was seen of it last, else its text", () => {
  const all = [sheet("point", "LET", "point", []), sheet("text", "LET", "text", []), sheet("task", "LET", "task", [])];
  assert.equal(firstOf(all, "LET", "task").id, "task");
  assert.equal(firstOf(all, "LET", undefined).id, "text");
  assert.equal(firstOf(all, "LET", "gone").id, "text");
  assert.equal(firstOf(all, "CAT", undefined), null);
});

const named = (text, state = begin()) => references(text, state).filter((each) => each.source).map(({ text: words, source, paragraph }) => [words, source, paragraph]);

test("references are found with their ranges", () => {
  assert.deepEqual(named("See LET p7; KLO p13–p15, and CAT m2."), [["LET p7", "LET", "p7"], ["KLO p13–p15", "KLO", "p13"], ["CAT m2", "CAT", "m2"]]);
  assert.deepEqual(references("LET p7 to p9, KLO p1 (LET p3, p5-p6)", begin()).filter(({ source }) => source).map(({ paragraph, to }) => [paragraph, to]), [["p7", "p9"], ["p1", "p1"], ["p3", "p3"], ["p5", "p6"]]);
  assert.deepEqual(named("(CAT e8.a)"), [["CAT e8.a", "CAT", "e8.a"]]);
  assert.deepEqual(named("DIARY p2 and LET fn2 (DIARY2 p3, fn4)"), [["DIARY p2", "DIARY", "p2"], ["LET fn2", "LET", "fn2"], ["DIARY2 p3", "DIARY2", "p3"], ["fn4", "DIARY2", "fn4"]]);
  for (const none of ["aLET p7", "LET p7x", "a p7", "A p7", "NATO paragraph2"]) assert.deepEqual(named(none), [], none);
  assert.equal(references("See LET p7.", begin()).map(({ text }) => text).join(""), "See LET p7.");
});

test("in one parenthesis a plain paragraph belongs to the source before it", () => {
  assert.deepEqual(named("(LET p3, p5–p6; KLO p8, p9)").map(([, source, paragraph]) => `${source} ${paragraph}`), ["LET p3", "LET p5", "KLO p8", "KLO p9"]);
});

test("nothing is guessed elsewhere", () => {
  assert.deepEqual(named("In p5 (p7, p8) nothing is named."), []);
  assert.deepEqual(named("(LET p3) and p4"), [["LET p3", "LET", "p3"]]);
  assert.deepEqual(named("LET p3 and p4 (p5)"), [["LET p3", "LET", "p3"]]);
  assert.deepEqual(named("xLET p3, Letter p3, let p3, LET 3, L p3"), []);
});

test("a parenthesis goes on through the pieces of a block", () => {
  const state = begin();
  assert.deepEqual(named("so he says (LET p3, ", state).length, 1);
  assert.deepEqual(named("p5", state), [["p5", "LET", "p5"]]);
  assert.deepEqual(named("), and p6", state), []);
});
