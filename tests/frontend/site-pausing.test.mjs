// Keeping the course waits for whoever waits for an answer, and for nobody who has gone.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { free, goOn, pause } from "../../coursekit/frontend/src/site/service/pausing.js";

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout", "Date"] });
  goOn();
});
const turns = async () => {
  for (let turn = 0; turn < 5; turn += 1) await null;
};

async function two() {
  let gone = 0;
  for (const lane of [free(), free()]) lane.then(() => (gone += 1));
  await turns();
  return () => gone;
}

test("nobody waits: it goes on at once", async () => {
  assert.equal((await two())(), 2);
});

test("all lanes wait until the answer is there, also for a second one", async () => {
  pause();
  const gone = await two();
  assert.equal(gone(), 0);
  goOn();
  await turns();
  assert.equal(gone(), 2);
  pause();
  assert.equal((await two())(), 0);
  goOn(); // no timer is left to the next test
});

test("a page that was closed before its answer holds nothing up for ever", async () => {
  pause(1000);
  const gone = await two();
  mock.timers.tick(999);
  await turns();
  assert.equal(gone(), 0);
  mock.timers.tick(1);
  await turns();
  assert.equal(gone(), 2);
});
