// Python is started whatever becomes of what would start it faster the next time.
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { startPython } from "../../coursekit/frontend/src/site/python.js";

/** What passes for Pyodide: it notes how it was started, goes on only from memory that begins with 7, and has one file. */
const PYODIDE = `
export const loadPyodide = async (options) => {
  const memory = options._loadSnapshot && new Uint8Array(await options._loadSnapshot);
  if (memory && memory[0] !== 7) throw new Error("Snapshot has invalid magic number");
  const [files, unpacked] = [{ "/kit/lamp.pyc": new Uint8Array([1]) }, []];
  return {
    memory, files, unpacked,
    unpackArchive: (archive) => unpacked.push(archive),
    runPython() {},
    makeMemorySnapshot() { SNAPSHOT },
    FS: {
      readdir: () => [".", "..", "lamp.pyc"],
      stat: () => ({ mode: 0 }),
      isDir: () => false,
      readFile: (name) => files[name],
      mkdirTree() {},
      writeFile(name, content) { files[name] = content; },
    },
  };
};`;

/** The address of a folder with it. */
function runtime(snapshot = "return new Uint8Array([7, 7]);") {
  const folder = mkdtempSync(join(tmpdir(), "pyodide-"));
  writeFileSync(join(folder, "pyodide.js"), PYODIDE.replace("SNAPSHOT", snapshot));
  return `${pathToFileURL(folder).href}/`;
}

/** A browser that keeps what it is given; what it has of Python is in the map. @returns {Map<string, any>} */
function browser() {
  const held = new Map();
  const told = (/** @type {any} */ result) => {
    const request = /** @type {any} */ ({ result });
    queueMicrotask(() => request.onsuccess?.());
    return request;
  };
  const store = {
    getKey: (/** @type {string} */ key) => told(held.has(key) ? key : undefined),
    get: (/** @type {string} */ key) => told(held.get(key)),
    put: (/** @type {any} */ value, /** @type {string} */ key) => held.set(key, value),
    clear: () => held.clear(),
  };
  globalThis.indexedDB = /** @type {any} */ ({ open: () => told({ transaction: () => ({ objectStore: () => store }) }) });
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { storage: { estimate: async () => ({ quota: 1e9, usage: 0 }) } } });
  return held;
}

const kit = async () => new ArrayBuffer(3);
const notAsked = async () => assert.fail("the kit was fetched");

test("a device with too little memory to keep a copy of Python runs it all the same", async () => {
  const held = browser();
  const started = await startPython(runtime("throw new RangeError('Array buffer allocation failed');"), kit, "pier", "1");
  assert.ok(started.pyodide);
  await started.keep();
  assert.equal(held.size, 0);
});

test("Python goes on with its memory and its files, and nothing of the kit is fetched or unpacked", async () => {
  browser();
  const first = await startPython(runtime(), kit, "pier", "1");
  assert.equal(first.pyodide.unpacked.length, 1);
  await first.keep();
  const { pyodide } = await startPython(runtime(), notAsked, "pier", "1");
  assert.deepEqual([...pyodide.memory], [7, 7]);
  assert.deepEqual(pyodide.files["/kit/lamp.pyc"], new Uint8Array([1]));
  assert.equal(pyodide.unpacked.length, 0);
});

test("of another version nothing is gone on with", async () => {
  const held = browser();
  await (await startPython(runtime(), kit, "pier", "1")).keep();
  const second = await startPython(runtime(), kit, "pier", "2");
  assert.equal(second.pyodide.memory, undefined);
  await second.keep();
  assert.deepEqual([...held.keys()], ["2", "2 files"]);
});

for (const [what, spoil] of /** @type {[string, (held: Map<string, any>) => void][]} */ ([
  ["memory is broken", (held) => held.set("1", new Uint8Array([0, 0]).buffer)],
  ["files are gone", (held) => held.delete("1 files")],
]))
  test(`where ${what}, Python begins anew and what was kept is forgotten`, async () => {
    const held = browser();
    await (await startPython(runtime(), kit, "pier", "1")).keep();
    spoil(held);
    const { pyodide } = await startPython(runtime(), kit, "pier", "1");
    assert.equal(pyodide.memory, undefined);
    assert.equal(pyodide.unpacked.length, 1);
    assert.equal(held.size, 0);
  });
