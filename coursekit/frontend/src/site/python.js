// Python with the kit in it: begun anew, or gone on with as this browser has kept it.
import { forgetPython, keepPython, recall } from "./snapshot.js";

const IMPORTS = `
import os, sys
sys.path.insert(0, "/kit")
import coursekit.site.first
`;
// What Python has drawn lots with is kept along: it is not to draw the same ones each time.
const AGAIN = `
import importlib, random
importlib.invalidate_caches()
random.seed()
`;

/** A copy of Python's memory; null where there is no room for one. @returns {Uint8Array | null} */
function copyOf(/** @type {any} */ pyodide) {
  try {
    return pyodide.makeMemorySnapshot();
  } catch {
    return null; // the next start is as slow as this one
  }
}

/**
 * Start Python.
 *
 * @param {string} runtime       the address of Pyodide's folder, with a slash at its end
 * @param {Promise<ArrayBuffer>} kit  the kit, as a zip
 * @param {string} course        names the course in this browser
 * @param {string} version       names what is fetched of it
 * @returns {Promise<{ pyodide: any, keep(): Promise<void> }>}  keep: have the next start be a quick one
 */
export async function startPython(runtime, kit, course, version) {
  const [{ loadPyodide }, kept] = await Promise.all([import(/* @vite-ignore */ `${runtime}pyodide.js`), recall(course, version)]);
  const unpacked = async (/** @type {any} */ pyodide) => {
    pyodide.unpackArchive(await kit, "zip", { extractDir: "/kit" });
    return pyodide;
  };
  if (kept) {
    try {
      const pyodide = await unpacked(await loadPyodide({ indexURL: runtime, _loadSnapshot: kept }));
      pyodide.runPython(AGAIN);
      return { pyodide, keep: async () => {} };
    } catch {
      await forgetPython(course);
    }
  }
  const pyodide = await unpacked(await loadPyodide({ indexURL: runtime, _makeSnapshot: true }));
  pyodide.runPython(IMPORTS);
  let snapshot = copyOf(pyodide);
  return {
    pyodide,
    async keep() {
      if (snapshot) await keepPython(course, version, snapshot);
      snapshot = null;
    },
  };
}
