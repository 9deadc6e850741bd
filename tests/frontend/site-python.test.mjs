// Python is started whatever becomes of what would start it faster the next time.
import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import { startPython } from "../../coursekit/frontend/src/site/python.js";

/** The address of a folder with something in it that passes for Pyodide. */
function runtime(/** @type {string} */ snapshot) {
  const folder = mkdtempSync(join(tmpdir(), "pyodide-"));
  writeFileSync(join(folder, "pyodide.js"), `export const loadPyodide = async () => ({ unpackArchive() {}, runPython() {}, makeMemorySnapshot() { ${snapshot} } });`);
  return `${pathToFileURL(folder).href}/`;
}

test("a device with too little memory to keep a copy of Python runs it all the same", async () => {
  const started = await startPython(runtime("throw new RangeError('Array buffer allocation failed');"), Promise.resolve(new ArrayBuffer(0)), "pier", "1");
  assert.ok(started.pyodide);
  await started.keep();
});
