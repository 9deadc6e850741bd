// The front page's doubt where somebody is: it ends when Python says so, and says so when there will be none.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createDoubt } from "../../coursekit/frontend/src/site/doubt.js";

let said;
let doubt;

beforeEach(() => {
  said = "";
  doubt = createDoubt((words) => (said = words));
});

test("where something was kept nothing is said, whatever comes", () => {
  doubt.fail("the network is down");
  assert.equal(said, "");
  doubt.end();
  assert.deepEqual([said, doubt.over], ["", true]);
});

test("where nothing was kept it is looked up, until it is known or there is no Python", () => {
  doubt.begin();
  assert.match(said, /^A moment/);
  doubt.fail("the network is down");
  assert.equal(said, "Where you are cannot be said now, because the network is down. What you have done is kept; each lesson shows its own.");
  doubt.end();
  assert.equal(said, "");
});

test("a browser that cannot even start Python may say so before it has found that nothing was kept", () => {
  doubt.fail("this browser has no WebAssembly");
  doubt.begin();
  assert.match(said, /has no WebAssembly/);
});

test("and Python may be quicker than what was kept", () => {
  doubt.end();
  doubt.begin();
  assert.deepEqual([said, doubt.over], ["", true]);
});
