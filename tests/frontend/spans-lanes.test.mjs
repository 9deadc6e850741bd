import assert from "node:assert/strict";
import { test } from "node:test";
import { LANES } from "../../coursekit/frontend/src/highlights.js";
import { laneFor, lanesFor } from "../../coursekit/frontend/src/reader/lanes.js";

const overlaps = (a, b) => a.start < b.end && b.start < a.end;
const range = (start, end) => ({ start, end });

test("ranges that overlap get different lanes while there are lanes", () => {
  const ranges = [range(0, 9), range(3, 6), range(5, 12), range(9, 12), range(20, 21)];
  const lanes = lanesFor(ranges);
  for (let a = 0; a < ranges.length; a += 1) {
    for (let b = a + 1; b < ranges.length; b += 1) {
      if (overlaps(ranges[a], ranges[b])) assert.notEqual(lanes[a], lanes[b], `${a} and ${b}`);
    }
  }
  assert.equal(lanes[4], 0);
});

test("ranges that only touch share a lane", () => {
  assert.deepEqual(lanesFor([range(0, 5), range(5, 9)]), [0, 0]);
});

test("where more overlap than there are lanes, the last is shared", () => {
  const lanes = lanesFor(Array.from({ length: 9 }, () => range(0, 5)));
  assert.equal(Math.max(...lanes), LANES - 1);
});

test("one more range takes the first lane that is free beside it", () => {
  const others = [{ ...range(0, 9), lane: 0 }, { ...range(4, 6), lane: 1 }];
  assert.equal(laneFor(range(5, 8), others), 2);
  assert.equal(laneFor(range(6, 8), others), 1);
  assert.equal(laneFor(range(9, 12), others), 0);
});
