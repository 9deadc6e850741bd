// What Python writes is kept, whatever the browser does; what other pages wrote meanwhile is told, however it is met.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { createKeeping } from "../../coursekit/frontend/src/site/keeping.js";
import { DeletedError } from "../../coursekit/frontend/src/site/storage.js";

const ACK = { type: "message", view: "1-0", content: { op: "ack", n: 1 } };
const NEWS = { type: "message", view: "1-0", content: { op: "answered" } };
let said;
let work;
let python;

/** Storage that does what a test says, and keeps nothing else. */
function storage(more = {}) {
  return { load: async () => ({ journal: "theirs\n", files: [] }), keep: async () => {}, replace: async () => true, newer: async () => ({ journal: "", whole: false }), ...more };
}
async function opened() {
  const keeping = createKeeping((message) => said.push(message), () => {}, async () => work);
  await keeping.open("name", () => {});
  keeping.of(python, () => null);
  said = [];
  return keeping;
}

beforeEach(() => {
  globalThis.BroadcastChannel = class {
    postMessage() {}
  };
  said = [];
  work = storage();
  python = { fresh: () => "own\n", journal: () => "all\n", keep: () => {}, keep_all: () => {}, changed_files: () => ({ toJs: () => [] }) };
  Object.assign(python, { take: () => JSON.stringify([NEWS]), meet: () => JSON.stringify([NEWS]) });
});

test("what was met when the browser had closed its storage is told with what it was met for", async () => {
  const keeping = await opened();
  work.keep = async () => {
    work = storage();
    throw new DOMException("closed", "InvalidStateError");
  };
  await keeping.keep([ACK]);
  assert.deepEqual(said, [NEWS, ACK]);
});

test("what another page wrote while a journal was put in the place of its own is told, too", async () => {
  const keeping = await opened();
  const answers = [false, true];
  work.replace = async () => answers.shift();
  work.newer = async () => ({ journal: "theirs\n", whole: false });
  keeping.another();
  await keeping.keep([ACK]);
  assert.deepEqual(said, [NEWS, ACK]);
});

test("a storage that opens late tells other pages, and hears of them, as any other", async () => {
  const [posted, looked] = [[], []];
  globalThis.BroadcastChannel = class {
    postMessage(message) {
      posted.push(message);
      looked.push(this.onmessage);
    }
  };
  let shut = true;
  const keeping = createKeeping((message) => said.push(message), () => {}, async () => {
    if (shut) throw new DOMException("no answer", "TimeoutError");
    return work;
  });
  const look = () => {};
  await keeping.open("name", look);
  keeping.of(python, () => null);
  shut = false;
  await keeping.keep(await keeping.retry());
  assert.deepEqual([posted, looked], [["written"], [look]]);
});

test("and when nothing can be kept even then, it waits with the acknowledgements", async () => {
  const keeping = await opened();
  const closed = async () => {
    throw new DOMException("closed", "InvalidStateError");
  };
  work.keep = closed;
  await keeping.keep([ACK]);
  assert.deepEqual(said.map(({ type, content }) => content?.op ?? type), ["kept", "held"]);
  work.keep = async () => {};
  said = [];
  await keeping.keep([]);
  assert.deepEqual(said, [{ type: "kept", where: "browser" }, NEWS, ACK]);
});

test("what was deleted in another page is not kept again when the storage is opened anew, and that is said", async () => {
  const kept = [];
  work = storage({ load: async () => ({ deleted: 5, journal: "", files: [] }) });
  const keeping = await opened();
  work.keep = async () => {
    work = storage({ load: async () => ({ deleted: 9, journal: "", files: [] }), keep: async (journal) => kept.push(journal) });
    throw new DOMException("closed", "InvalidStateError");
  };
  await keeping.keep([ACK]);
  await keeping.keep([ACK]);
  assert.deepEqual(kept, []);
  assert.ok(said.some(({ type, deleted }) => type === "kept" && deleted === 9));
  assert.deepEqual(said.filter(({ type }) => type === "message").map(({ content }) => content.op), ["held", "held"]);
  assert.match(said.find(({ content }) => content)?.content.why, /deleted in another page/);
});

test("what the browser has cleared knows of no deletion, and is written anew", async () => {
  const kept = [];
  work = storage({ load: async () => ({ deleted: 5, journal: "", files: [] }) });
  const keeping = await opened();
  work.keep = async () => {
    work = storage({ load: async () => ({ deleted: 0, journal: "", files: [] }), keep: async (journal) => kept.push(journal) });
    throw new DOMException("closed", "InvalidStateError");
  };
  await keeping.keep([ACK]);
  assert.deepEqual(kept, ["own\n"]);
});

test("where it was deleted in another page a file of work is not called put in, and what to do is said", async () => {
  const keeping = await opened();
  const gone = async () => {
    throw new DeletedError(9);
  };
  Object.assign(work, { newer: gone, keep: gone, replace: gone });
  assert.deepEqual(keeping.refused(), []);
  await keeping.keep([{ type: "brought", words: "Put in: all of it.", changed: true }]); // deleted while it was put in
  await keeping.keep(keeping.refused());
  const brought = said.filter(({ type }) => type === "brought");
  assert.equal(brought.length, 2);
  for (const { words, changed } of brought) {
    assert.match(words, /^Nothing was put in: .*load this page again, then choose the file once more/);
    assert.equal(changed, false);
  }
});
