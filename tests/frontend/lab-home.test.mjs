// The page on which the course opens, and the way back to it.
import assert from "node:assert/strict";
import test from "node:test";
import { homeOf, isApart, isHome } from "../../coursekit/frontend/src/lab/home.js";

test("home is beside the lessons, and two folders up from an exercise", () => {
  assert.equal(homeOf("lessons/02-reading.ipynb"), "lessons/index.ipynb");
  assert.equal(homeOf("exercises/02-claims/02-claims.ipynb"), "lessons/index.ipynb");
  assert.equal(homeOf("deep/work/exercises/02-claims/02-claims.ipynb"), "deep/work/lessons/index.ipynb");
  assert.equal(homeOf("marking/desk.ipynb"), "");
});

test("a notebook is home when a cell of it says so", () => {
  assert.equal(isHome([{ code: false, source: "# Home" }, { code: true, source: "from coursekit.lesson import home\nhome()" }]), true);
  assert.equal(isHome([{ code: true, source: 'from coursekit.lesson import ask\nask("home")' }]), false);
});

test("review and the practice test are pages apart, and no lessons", () => {
  for (const verb of ["review", "practice"]) assert.equal(isApart([{ code: true, source: `from coursekit.lesson import ${verb}\n${verb}()` }]), true);
  assert.equal(isApart([{ code: true, source: 'from coursekit.lesson import ask\nask("practice")' }]), false);
});
