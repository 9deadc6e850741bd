// A page's connection to the room: it comes back by itself, and a vote waits until it counts or never will.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { connectRoom, LONGEST_PAUSE } from "../../coursekit/frontend/src/room/connection.js";

let sockets;
let said;
let stored;
let network;
const world = () => ({
  connect: () => {
    const socket = { sent: [], send: (raw) => socket.sent.push(JSON.parse(raw)), close: () => socket.onclose?.() };
    sockets.push(socket);
    return socket;
  },
  store: { getItem: (key) => stored.get(key) ?? null, setItem: (key, text) => stored.set(key, text), removeItem: (key) => stored.delete(key) },
  later: (run, ms) => setTimeout(run, ms),
  never: (timer) => clearTimeout(timer),
  now: () => 1000,
  chance: () => 0.5,
  network: (tell) => {
    network = tell;
    return () => {
      network = null;
    };
  },
});
const listening = {
  onView: (view) => said.push(["view", view.vote]),
  onLine: (state) => said.push(["line", state]),
  onCounted: (ballot) => said.push(["counted", ballot.answer.choice]),
  onRefused: (ballot, why) => said.push(["refused", why]),
  onGone: (why) => said.push(["gone", why]),
};
const start = () => connectRoom("ws://room/live", { as: "participant", token: "t" }, listening, "x", world());
const tell = (message) => sockets.at(-1).onmessage({ data: JSON.stringify(message) });
const come = () => {
  sockets.at(-1).onopen();
  tell({ op: "view", vote: "v1" });
};
const votes = () => sockets.flatMap(({ sent }) => sent).filter(({ op }) => op === "vote");
const last = () => votes().at(-1);

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  [sockets, said, stored] = [[], [], new Map()];
});

test("it says who it is, and a vote counts when the server says so", () => {
  const room = start();
  come();
  assert.deepEqual(sockets[0].sent, [{ op: "hello", as: "participant", token: "t" }]);
  room.vote("v1", 1, { choice: "a" });
  assert.equal(room.waiting.answer.choice, "a");
  tell({ op: "ack", n: last().n });
  assert.deepEqual(said.at(-1), ["counted", "a"]);
  assert.equal(room.waiting, null);
  assert.equal(stored.size, 0);
});

test("a vote given without a network is sent when it is back, the latest only", () => {
  const room = start();
  come();
  sockets[0].onclose();
  assert.deepEqual(said.at(-1), ["line", "lost"]);
  room.vote("v1", 1, { choice: "a" });
  room.vote("v1", 1, { choice: "b" });
  mock.timers.tick(500);
  come();
  assert.deepEqual(
    votes().map(({ answer, order }) => [answer.choice, order]),
    [["b", 1001]],
  );
});

test("an unanswered vote is sent again with the same order, also by a page opened anew", () => {
  start().vote("v1", 1, { choice: "a" });
  come();
  sockets[0].onclose();
  start();
  come();
  assert.deepEqual(
    votes().map(({ order }) => order),
    [1000, 1000],
  );
});

test("the answer to an earlier vote is not taken for that of the latest", () => {
  const room = start();
  come();
  room.vote("v1", 1, { choice: "a" });
  const first = last().n;
  room.vote("v1", 1, { choice: "b" });
  tell({ op: "ack", n: first });
  assert.equal(room.waiting.answer.choice, "b");
});

test("a vote after closing is given up and said; one that came too fast is sent again", () => {
  const room = start();
  come();
  room.vote("v1", 1, { choice: "a" });
  tell({ op: "refused", n: last().n, why: "too fast", again: true });
  mock.timers.tick(LONGEST_PAUSE);
  assert.equal(votes().length, 2);
  tell({ op: "refused", n: last().n, why: "closed" });
  assert.deepEqual(said.at(-1), ["refused", "closed"]);
  assert.equal(room.waiting, null);
});

test("a network that has gone without a word is noticed", () => {
  start();
  come();
  mock.timers.tick(20_000);
  assert.equal(sockets[0].sent.at(-1).op, "ping");
  mock.timers.tick(5_000);
  assert.deepEqual(said.at(-1), ["line", "lost"]);
});

test("pauses grow, and whoever is turned away does not come back", () => {
  start();
  for (const pause of [500, 1000, 2000, 4000, 8000, 8000]) {
    sockets.at(-1).onclose();
    mock.timers.tick(pause - 1);
    const before = sockets.length;
    mock.timers.tick(1);
    assert.equal(sockets.length, before + 1);
  }
  sockets.at(-1).onopen();
  tell({ op: "refused", n: 0, why: "not in this room", gone: true });
  assert.deepEqual(said.at(-1), ["gone", "not in this room"]);
  assert.equal(network, null, "and it hears of no network any more");
  mock.timers.tick(60_000);
  assert.equal(sockets.length, 7);
});

test("a press is answered, and one that cannot be sent is said at once", async () => {
  const room = start();
  assert.match(await room.press("close", { vote: "v1" }), /cannot be reached/);
  come();
  const done = room.press("close", { vote: "v1" });
  tell({ op: "ack", n: sockets[0].sent.at(-1).n });
  assert.equal(await done, null);
  const cut = room.press("open", { vote: "v1" });
  sockets[0].onclose();
  assert.match(await cut, /look whether/);
});

test("a browser that keeps nothing votes all the same", () => {
  const blocked = () => {
    throw new Error("blocked");
  };
  const store = { getItem: blocked, setItem: blocked, removeItem: blocked };
  const room = connectRoom("ws://room/live", { as: "participant" }, listening, "x", { ...world(), store });
  come();
  room.vote("v1", 1, { choice: "a" });
  tell({ op: "ack", n: last().n });
  assert.deepEqual(said.at(-1), ["counted", "a"]);
});

test("a socket that is taken and says nothing is given up", () => {
  start();
  sockets[0].onopen();
  mock.timers.tick(8_000);
  assert.deepEqual(said.at(-1), ["line", "lost"]);
});

test("a phone whose network goes says so at once, and is back as soon as it comes", () => {
  start();
  come();
  network(false);
  assert.deepEqual(said.at(-1), ["line", "lost"]);
  network(true);
  assert.equal(sockets.length, 2);
  come();
  network(true); // it was asleep: is anybody there?
  assert.equal(sockets[1].sent.at(-1).op, "ping");
  mock.timers.tick(5_000);
  assert.deepEqual(said.at(-1), ["line", "lost"]);
});

test("a vote is later than the one that counts, whatever the clock says", () => {
  const room = start();
  come();
  tell({ op: "view", vote: { own: { 1: { order: 5000, answer: {} } } } });
  room.vote("v1", 1, { choice: "b" });
  assert.equal(last().order, 5001);
});
