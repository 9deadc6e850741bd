import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ahead, hasDocuments, planOf, resolve } from "../../coursekit/frontend/src/layout/plan.js";

const CASES = JSON.parse(readFileSync(new URL("../outline/cases.json", import.meta.url), "utf8"));
const raw = (cells) => cells.map(([kind, source]) => ({ code: kind === "code", source }));
const code = (verb, id) => ["code", `from coursekit.lesson import ${verb}\n${verb}("${id}")`];

test("an exercise is known by what only an exercise has", () => {
  assert.equal(planOf(raw([["prose", "# 4"], code("ask", "x04-a"), code("results", "04-a")])).unit, "exercise");
  assert.equal(planOf(raw([["prose", "# 4"], code("begin", "04"), code("ask", "04-a"), code("hand_in", "L04")])).unit, "lesson");
});

test("a sitting's foot is the last cell that can be seen: what is there for programs takes no room", () => {
  const end = [["prose", "## And then\n\nGo."], code("points", "x04-a"), code("points", "x04-b")];
  const [sitting] = planOf(raw([["prose", "# 4"], ["prose", "## One"], code("ask", "x04-a"), ...end])).sittings;
  assert.deepEqual([sitting.foot, sitting.last], [3, 5]);
  assert.equal(planOf(raw([["prose", "# 4"], code("begin", "04")])).sittings[0].foot, 2);
});

test("handing in stands below a lesson's foot, and is part of an exercise", () => {
  const foot = (...cells) => planOf(raw([["prose", "# 4"], ["prose", "## One"], ...cells])).sittings[0].foot;
  assert.equal(foot(code("pause", "04"), code("hand_in", "L04")), 2);
  assert.equal(foot(code("results", "04-a"), code("hand_in", "04-a")), 3);
});

for (const each of CASES) {
  test(`as Python reads it: ${each.name}`, () => {
    const plan = planOf(raw(each.cells));
    assert.equal(plan.head, each.head);
    assert.equal(plan.marked, each.marked);
    const seen = plan.sittings.map((sitting) => ({
      number: sitting.number,
      title: sitting.title,
      goal: sitting.goal,
      minutes: sitting.minutes,
      steps: sitting.steps.map((step) => [step.title, step.last - step.first + 1]).filter(() => sitting.first <= sitting.last),
      questions: sitting.questions,
      tasks: sitting.tasks,
    }));
    assert.deepEqual(seen, each.sittings);
  });
}

const LESSON = raw([
  ["prose", "# 7"],
  code("begin", "07"),
  ["prose", "## Sitting 1: One"],
  code("predict", "07-a"),
  ["prose", "**Afterwards.** So."],
  ["prose", "### Told"],
  code("passage", "BOX p1"),
  ["prose", "Words."],
  ["prose", "### Asked"],
  code("read", "BOX"),
  code("ask", "07-b"),
  code("ask", "07-c"),
  ["prose", "A tail, and ![a picture](09-none.ipynb)"],
  ["prose", "### Marked"],
  code("annotate", "07-m"),
  ["prose", "**What you have found.**"],
  code("pause", "07"),
  ["prose", "## Sitting 2: Two\n\nOn to [an exercise](../exercises/07-sums/07-sums.ipynb) and [lesson 08](08-list.ipynb), [again](08-list.ipynb), [elsewhere](https://x.org/a.html)."],
  code("reflect", "07-r"),
]);

test("a screen ends with a card; a step that only tells is one of its own; a tail goes with what follows", () => {
  const [one, two] = planOf(LESSON).sittings;
  assert.deepEqual(
    one.screens.map(({ key, first, last }) => [key, first, last]),
    [["07-a", 2, 3], ["told:Told", 4, 7], ["07-b", 8, 10], ["07-c", 11, 11], ["07-m", 12, 14], ["end", 15, 16]],
  );
  assert.deepEqual(two.screens.map(({ key }) => key), ["07-r"]);
});

test("every cell of a sitting is in exactly one screen", () => {
  for (const sitting of planOf(LESSON).sittings) {
    const cells = sitting.screens.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at));
    assert.deepEqual(cells, Array.from({ length: sitting.last - sitting.first + 1 }, (_, at) => sitting.first + at));
  }
});

test("what comes afterwards waits for the card right above it, and for no other", () => {
  assert.deepEqual(planOf(LESSON).cells.map(({ after }) => after).filter(Boolean), ["07-a"]);
  const below = planOf(raw([code("ask", "07-a"), code("passage", "BOX p1"), ["prose", "**Afterwards.** So."]]));
  assert.equal(below.cells[2].after, "");
});

test("the way on is what the last sitting links to", () => {
  assert.deepEqual(planOf(LESSON).onwards, [
    { path: "../exercises/07-sums/07-sums.ipynb", number: "07", exercise: true },
    { path: "08-list.ipynb", number: "08", exercise: false },
  ]);
});

test("what leads back is no way on", () => {
  const ways = [
    { path: "../exercises/07-sums/07-sums.ipynb", number: "07", exercise: true },
    { path: "06-one.ipynb", number: "06", exercise: false },
    { path: "08-list.ipynb", number: "08", exercise: false },
  ];
  assert.deepEqual(ahead(ways, "work/lessons/07-here.ipynb").map(({ number }) => number), ["07", "08"]);
  assert.deepEqual(ahead(ways, "work/exercises/07-sums/07-sums.ipynb").map(({ path }) => path), ["08-list.ipynb"]);
});

test("a way is followed from where it stands", () => {
  assert.equal(resolve("../exercises/07-a/07-a.ipynb", "work/lessons/07-b.ipynb"), "work/exercises/07-a/07-a.ipynb");
  assert.equal(resolve("./08-c.ipynb", "07-b.ipynb"), "08-c.ipynb");
  assert.equal(resolve("../../../x.ipynb", "lessons/07-b.ipynb"), "x.ipynb");
});

test("a notebook whose first code calls none of our verbs is not ours", () => {
  assert.equal(planOf(LESSON).ours, true);
  assert.equal(planOf(raw([code("passage", "BOX p1"), code("ask", "07-a")])).ours, true);
  for (const cells of [[], [["prose", "# A"]], [code("read_answers", "class")], [["code", "1 + 1"], code("ask", "x")], [["code", "from coursekit.lesson import ask\nprint('x')"]]])
    assert.equal(planOf(raw(cells)).ours, false);
});

test("nothing that stands in a cell brings it to a stop", () => {
  for (const source of ["", "\n\n", "##", "## Sitting 1:", "*".repeat(50_000), `*Goal: ${"a ".repeat(20_000)}`, "](".repeat(9_000)]) {
    const started = performance.now();
    const plan = planOf(raw([["prose", "## Sitting 1: One\n\n"], ["prose", source], ["code", source]]));
    assert.equal(plan.cells.length, 3);
    assert.ok(performance.now() - started < 2000, source.slice(0, 20));
  }
});

test("a notebook has documents when it reads or marks one", () => {
  const has = (...cells) => hasDocuments(raw(cells));
  assert.equal(has(["prose", "# 4"], code("begin", "04"), code("read", "BOX")), true);
  assert.equal(has(code("annotate", "04-marks")), true);
  assert.equal(has(["prose", 'from coursekit.lesson import read\nread("BOX")'], code("ask", "04-a"), ["code", "1 + 1"]), false);
});
