// Compiles the Python in zip archives for the Pyodide that will run it, in their place: node compile.mjs RUNTIME FOLDER
// A page then waits for no compiling. The same modules give the same bytes.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

// What went wrong, without the line of Pyodide's own program that node would print with it.
process.on("uncaughtException", (error) => {
  console.error(String(error?.message ?? error).trim());
  process.exit(1);
});
const [runtime, folder] = process.argv.slice(2);
if (!folder) {
  console.error("compile.mjs: name the folder of Pyodide, and that of the archives");
  process.exit(2);
}
const { loadPyodide } = await import(pathToFileURL(join(runtime, "pyodide.mjs")).href);
const pyodide = await loadPyodide({ indexURL: `${runtime}/`, env: { PYTHONHASHSEED: "0", HOME: "/home/pyodide" } });
pyodide.mountNodeFS("/archives", folder);
pyodide.runPython(`
import marshal
import zipfile
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

def bare(code):
    """Without line numbers, which only tracebacks have use for: they are a quarter of all bytes."""
    constants = tuple(bare(each) if isinstance(each, CodeType) else each for each in code.co_consts)
    return code.replace(co_consts=constants, co_linetable=b"")

def compiled(name, source):
    code = compile(source, f"/kit/{name}", "exec", dont_inherit=True, optimize=2)
    ours = name.startswith("coursekit/")  # others may ask for the line they are at: pyparsing does
    return MAGIC_NUMBER + bytes(12) + marshal.dumps(bare(code) if ours else code)  # twelve bytes for the source's day

for archive in sorted(Path("/archives").glob("*.zip")):
    with zipfile.ZipFile(archive) as before:
        files = [(info, before.read(info)) for info in before.infolist()]
    with zipfile.ZipFile(archive, "w") as after:
        for info, content in files:
            if info.filename.endswith(".py"):
                content = compiled(info.filename, content)
                info.filename += "c"
            after.writestr(info, content, zipfile.ZIP_DEFLATED, 9)
`);
