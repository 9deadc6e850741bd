// What a participant's page says, and when: of the vote, of the time, of one's own answer.
import assert from "node:assert/strict";
import { test } from "node:test";
import { behind, liveAddress } from "../../coursekit/frontend/src/room/asking.js";
import { inWords } from "../../coursekit/frontend/src/room/ballot/in-words.js";
import { standing } from "../../coursekit/frontend/src/room/ballot/standing.js";
import { scene } from "../../coursekit/frontend/src/room/phone.js";
import { bounds, means, sentence } from "../../coursekit/frontend/src/room/words.js";
import { createText } from "../../coursekit/frontend/src/spans/codepoints.js";
import { createTaps } from "../../coursekit/frontend/src/spans/taps.js";

const QUIET = { counted: false, changed: false, waiting: false, lost: false, over: false, refused: "" };
const said = (now) => standing({ ...QUIET, ...now });

test("nothing is called counted before the server says so", () => {
  for (const counted of [false, true])
    for (const changed of [false, true])
      for (const waiting of [false, true])
        for (const lost of [false, true])
          for (const refused of ["", "closed"]) {
            const { text, state } = said({ counted, changed, waiting, lost, refused });
            const claims = /^Counted/.test(text) || state === "saved";
            assert.equal(claims, counted && !changed && !waiting && !refused, text);
            if (/vote counts/.test(text)) assert.ok(counted, text);
          }
});

test("what is kept, what is not sent, what does not count: each is said", () => {
  assert.match(said({ changed: true }).text, /^Not sent yet/);
  assert.match(said({ changed: true, counted: true }).text, /earlier vote counts/);
  assert.match(said({ waiting: true, lost: true }).text, /kept here, and sent when it is back/);
  assert.match(said({ waiting: true, lost: true, over: true }).text, /you are told whether/);
  assert.equal(said({ refused: "This round is closed; your vote was not counted" }).text, "Not counted. This round is closed; your vote was not counted.");
  assert.match(said({ refused: "too long", counted: true }).text, /Your earlier vote counts/);
});

test("the button says what it does, and does nothing where there is nothing to send", () => {
  assert.deepEqual([said({}).button, said({}).open], ["Vote", true]);
  assert.deepEqual([said({ counted: true }).button, said({ counted: true }).open], ["Change my vote", false]);
  assert.equal(said({ counted: true, changed: true }).open, true);
  assert.equal(said({ waiting: true }).open, false);
});

test("time is the server's", () => {
  assert.equal(behind("Thu, 01 Jan 1970 00:01:00 GMT", 10_000, 12_000), 49_500);
  assert.equal(behind(null, 1, 2), 0);
});

test("the web socket lies beside the page, under any prefix, and hears no key", () => {
  assert.equal(liveAddress("http://127.0.0.1:8890/#key"), "ws://127.0.0.1:8890/live");
  assert.equal(liveAddress("https://hub.example/user/x/console#key"), "wss://hub.example/user/x/live");
});

test("confidence is told in answers of which one expects so many to be right", () => {
  assert.match(means(50), /tossing a coin/);
  assert.match(means(75), /of 20 such answers you expect 15/);
  assert.match(means(80), /of 10 such answers you expect 8/);
  assert.match(means(100), /certain/);
});

test("what a number must lie between is told before it is refused", () => {
  const told = [bounds({}), bounds({ least: 0, most: 10 }), bounds({ least: 1, most: null }), bounds({ least: null, most: 5 })];
  assert.deepEqual(told, ["A number.", "A number from 0 to 10.", "A number from 1 up.", "A number up to 5."]);
});

test("the server's words end as sentences do", () => {
  assert.deepEqual([sentence("No "), sentence("No?"), sentence("No.")], ["No.", "No?", "No."]);
});

const list = (...texts) => texts.map((text, at) => ({ id: "abc"[at], text }));

test("an answer of each kind in words", () => {
  assert.deepEqual(inWords({ choice: "b", confidence: 80 }, { options: list("the *keeper*", "the *clerk*") }), ["the clerk", "80 % sure"]);
  assert.deepEqual(inWords({ choices: ["a", "b"] }, { options: list("one", "two") }), ["one", "two"]);
  assert.deepEqual(inWords({ order: ["b", "a"] }, { items: list("late", "early") }), ["1. early", "2. late"]);
  assert.deepEqual(inWords({ pairs: { a: "b" } }, { left: list("lamp"), right: list("sea", "light") }), ["lamp: light"]);
  assert.deepEqual(inWords({ classes: { a: "a" } }, { cards: list("note"), classes: list("source") }), ["note: source"]);
  assert.deepEqual(inWords({ number: 40 }, { unit: "%" }), ["40 %"]);
  assert.deepEqual(inWords({ text: "1893" }, {}), ["1893"]);
  assert.deepEqual(inWords({ nowhere: true }, {}), ["nowhere"]);
  const spans = [{ paragraph: "p1", quote: "a lamp" }];
  assert.deepEqual(inWords({ spans }, {}), ["p1: “a lamp”"]);
  assert.deepEqual(inWords({ choice: "a", ground: { spans } }, { options: list("yes") }), ["yes", "by p1: “a lamp”"]);
  const table = { rows: list("a letter"), columns: [{ id: "x", name: "Where", choices: list("here", "there") }, { id: "y", name: "When" }] };
  assert.deepEqual(inWords({ cells: { a: { x: "b", y: "1893" } } }, table), ["a letter, Where: there", "a letter, When: 1893"]);
});

test("an answer that fits no question any more is shown as it is", () => {
  assert.deepEqual(inWords({ choice: "z", strange: 1 }, {}), ["z"]);
});

test("the stage changes with the vote, its round and its phase, and not with a vote that is counted", () => {
  const vote = (more) => scene({ ended: false, vote: { id: "v1", round: 1, phase: "first", own: {}, group: null, ...more } });
  assert.equal(vote({}), vote({ own: { 1: { answer: {}, order: 1 } } }));
  assert.notEqual(vote({}), vote({ round: 2, phase: "second" }));
  assert.notEqual(vote({ round: 0, phase: "closed" }), vote({ round: 0, phase: "talk" }));
  assert.notEqual(vote({ round: 0, phase: "opened", results: { expert: null } }), vote({ round: 0, phase: "opened", results: { expert: {} } }));
  assert.equal(scene({ ended: false, vote: null }), "waiting");
});

test("a finger taps the first word and the last, whichever comes first; on the first once more, and it lets go", () => {
  const text = createText("A lamp 🙂 went out there.");
  const taps = createTaps();
  const words = (at, paragraph = "p1") => {
    const found = taps.tap(paragraph, text, at);
    return found && text.slice(found.start, found.end);
  };
  assert.equal(words(3), "lamp");
  assert.equal(words(14), "lamp 🙂 went out");
  assert.equal(words(0), "A lamp");
  assert.equal(words(3), null);
  assert.equal(words(10), "went");
  assert.equal(words(0, "p2"), "A");
  taps.forget();
  assert.equal(words(0, "p2"), "A");
});
