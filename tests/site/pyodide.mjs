// Runs a Python program in Pyodide on the archives of a site, without a browser: node pyodide.mjs RUNTIME ARCHIVES PROGRAM
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// What went wrong, without the line of Pyodide's own program that node would print with it.
process.on("uncaughtException", (error) => {
  console.error(String(error?.message ?? error));
  process.exit(1);
});
const [runtime, archives, program] = process.argv.slice(2);
const { loadPyodide } = await import(pathToFileURL(join(runtime, "pyodide.mjs")).href);
const pyodide = await loadPyodide({ indexURL: `${runtime}/` });
const unpack = (name, folder) => pyodide.unpackArchive(new Uint8Array(readFileSync(join(archives, `${name}.zip`))), "zip", { extractDir: folder });
unpack("kit", "/kit");
unpack("course", "/course");
pyodide.globals.set("fetch_late", (name) => unpack(name, "/kit"));
pyodide.runPython(`
import os, sys
sys.path.insert(0, "/kit")
os.environ.update(COURSEKIT_COURSE="/course", COURSEKIT_WORK="/mine", COURSEKIT_KIT="/kit")
from coursekit.site.late import fetch_with
fetch_with(fetch_late)
`);
pyodide.runPython(readFileSync(program, "utf-8"));
