// The room without a web socket: the same messages by plain requests; and when a page goes that way.
import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { createPolling, PAUSE } from "../../coursekit/frontend/src/room/polling.js";
import { createWays } from "../../coursekit/frontend/src/room/ways.js";

let asked;
let answers;
let heard;
const ask = async (url, { body }) => {
  asked.push([url, JSON.parse(body)]);
  const { status = 200, headers = {}, ...told } = answers.shift() ?? {};
  if (told.fails) throw new TypeError("no network");
  return { ok: status === 200, status, headers: new Headers(headers), json: async () => told };
};
const rest = async () => {
  for (let n = 0; n < 20; n += 1) await Promise.resolve();
};
async function start() {
  const socket = createPolling("ws://room/prefix/live", ask);
  socket.onmessage = ({ data }) => heard.push(JSON.parse(data));
  socket.onclose = () => heard.push("closed");
  socket.onopen = () => socket.send(JSON.stringify({ op: "hello", as: "participant", token: "t" }));
  await rest();
  return socket;
}

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  [asked, answers, heard] = [[], [], []];
});

test("it asks beside the page, tells what it has seen, and hands on what is new", async () => {
  answers = [{ view: { op: "view", vote: null }, seen: "1" }, { view: null, seen: "1" }];
  await start();
  assert.equal(asked[0][0], "http://room/prefix/say");
  assert.deepEqual([asked[0][1].as, asked[0][1].token, asked[0][1].seen], ["participant", "t", ""]);
  mock.timers.tick(PAUSE);
  await rest();
  assert.equal(asked[1][1].seen, "1");
  assert.deepEqual(heard, [{ op: "view", vote: null }]);
});

test("a vote goes at once, and what came of it is told before the view", async () => {
  answers = [{ view: { op: "view" }, seen: "1" }, { replies: [{ op: "ack", n: 1 }], view: { op: "view", own: 1 }, seen: "2" }];
  const socket = await start();
  socket.send(JSON.stringify({ op: "vote", n: 1 }));
  await rest();
  assert.deepEqual(asked[1][1].message, { op: "vote", n: 1 });
  assert.deepEqual(heard.slice(1), [{ op: "ack", n: 1 }, { op: "view", own: 1 }]);
});

test("whoever asks too fast waits, and nothing that was said is lost", async () => {
  answers = [{ seen: "1" }, { status: 429, headers: { "Retry-After": "3" } }, { replies: [{ op: "ack", n: 1 }], seen: "1" }];
  const socket = await start();
  socket.send(JSON.stringify({ op: "vote", n: 1 }));
  await rest();
  mock.timers.tick(2_999);
  await rest();
  assert.equal(asked.length, 2);
  mock.timers.tick(1);
  await rest();
  assert.deepEqual(heard, [{ op: "ack", n: 1 }]);
});

test("a token that is none of this room is told; a network that has gone closes it", async () => {
  answers = [{ status: 403, op: "refused", why: "join", gone: true }];
  await start();
  assert.deepEqual(heard[0].gone, true);
  answers = [{ fails: true }];
  heard = [];
  await start();
  assert.deepEqual(heard, ["closed"]);
});

const way = () => {
  const listeners = [];
  const tried = [];
  const connect = createWays(
    () => {
      tried.push("socket");
      return { addEventListener: (_, listener) => listeners.push(listener) };
    },
    () => {
      tried.push("asks");
      return { close: () => tried.push("ends") };
    },
  );
  return { tried, connect: (times) => Array.from({ length: times }, () => connect("ws://room/live")), speak: () => listeners.at(-1)() };
};

test("two sockets that say nothing, and a page asks", () => {
  const { tried, connect } = way();
  connect(5);
  assert.deepEqual(tried, ["socket", "socket", "asks", "socket", "asks"]);
});

test("where a socket has worked the server is away, rather than sockets forbidden; asking then ends by itself", () => {
  const { tried, connect, speak } = way();
  connect(1);
  speak();
  connect(7);
  assert.deepEqual(tried.slice(1), [...Array(6).fill("socket"), "asks"]);
  mock.timers.tick(180_000);
  assert.equal(tried.at(-1), "ends");
});
