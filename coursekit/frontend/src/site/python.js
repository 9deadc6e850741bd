// Python with the kit in it: begun anew, or gone on with as this browser has kept it.
import { forgetPython, keepPython, recall } from "./snapshot.js";

const IMPORTS = `
import os, sys
sys.path.insert(0, "/kit")
import coursekit.site.first
`;
// What Python has drawn lots with is kept along: it is not to draw the same ones each time. Which files a folder has, it
// is to look up anew; its own library, a zip that takes long to look through, is the same as before.
const AGAIN = `
import random, sys
from importlib.machinery import FileFinder
for finder in sys.path_importer_cache.values():
    if isinstance(finder, FileFinder):
        finder.invalidate_caches()
random.seed()
`;
const KIT = "/kit";

/** A copy of Python's memory; null where there is no room for one. @returns {Uint8Array | null} */
function copyOf(/** @type {any} */ pyodide) {
  try {
    return pyodide.makeMemorySnapshot();
  } catch {
    return null; // the next start is as slow as this one
  }
}

/** All files in a folder. @returns {KeptFile[]} */
function filesIn(/** @type {any} */ FS, /** @type {string} */ folder) {
  const names = FS.readdir(folder).filter((/** @type {string} */ name) => name !== "." && name !== "..");
  return names.flatMap((/** @type {string} */ name) => {
    const path = `${folder}/${name}`;
    return FS.isDir(FS.stat(path).mode) ? filesIn(FS, path) : [{ name: path, content: FS.readFile(path) }];
  });
}

/** Put files where they were. */
function putBack(/** @type {any} */ FS, /** @type {KeptFile[]} */ files) {
  for (const { name, content } of files) {
    FS.mkdirTree(name.slice(0, name.lastIndexOf("/")));
    FS.writeFile(name, content, { canOwn: true });
  }
}

/**
 * Start Python.
 *
 * @param {string} runtime       the address of Pyodide's folder, with a slash at its end
 * @param {() => Promise<ArrayBuffer>} fetchKit  has the kit, as a zip
 * @param {string} course        names the course in this browser
 * @param {string} version       names what is fetched of it
 * @returns {Promise<{ pyodide: any, keep(): Promise<void> }>}  keep: have the next start be a quick one
 */
export async function startPython(runtime, fetchKit, course, version) {
  const starting = import(/* @vite-ignore */ `${runtime}pyodide.js`);
  const kept = await recall(course, version);
  const { loadPyodide } = await starting;
  if (kept) {
    try {
      const pyodide = await loadPyodide({ indexURL: runtime, _loadSnapshot: kept.memory });
      putBack(pyodide.FS, await kept.files);
      pyodide.runPython(AGAIN);
      return { pyodide, keep: async () => {} };
    } catch {
      await forgetPython(course);
    }
  }
  const kit = fetchKit();
  const pyodide = await loadPyodide({ indexURL: runtime, _makeSnapshot: true });
  pyodide.unpackArchive(await kit, "zip", { extractDir: KIT });
  pyodide.runPython(IMPORTS);
  let memory = copyOf(pyodide);
  return {
    pyodide,
    async keep() {
      if (memory) await keepPython(course, version, memory, filesIn(pyodide.FS, KIT));
      memory = null;
    },
  };
}
