// Bundles the widgets and the extension of JupyterLab: node build.mjs [--out DIR]
// One script and one style sheet an entry, minified, the same bytes on every machine (esbuild is pinned exactly,
// nothing in the output depends on time or place). With --out, the extension goes to DIR/extension.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const src = join(here, "src");
const given = process.argv.indexOf("--out");
const out = given > 0 ? process.argv[given + 1] : join(here, "dist");
if (!out) {
  console.error("build.mjs: --out: name the folder to write to");
  process.exit(2);
}
const extension = given > 0 ? join(out, "extension") : join(here, "../cli/lab/extension/coursekit-lesson/static");

// The folder is the list of kinds: a file in it is one, under its own name.
const kinds = {
  name: "kinds",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]kinds[\\/]index\.js$/ }, () => {
      const names = readdirSync(join(src, "kinds"))
        .filter((file) => file.endsWith(".js") && file !== "index.js")
        .map((file) => file.slice(0, -3))
        .sort();
      const imports = names.map((name, index) => `import kind${index} from "./${name}.js";`);
      const list = names.map((name, index) => `${JSON.stringify(name)}: kind${index}`);
      return { contents: `${imports.join("\n")}\nexport const KINDS = { ${list.join(", ")} };`, resolveDir: join(src, "kinds") };
    });
  },
};

// Chromium then makes all functions ready while the script loads, beside the page, not one by one during the first draw.
const ahead = { js: "//# allFunctionsCalledOnLoad" };

const common = {
  plugins: [kinds],
  absWorkingDir: here,
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  target: ["chrome118", "firefox121", "safari17.2"],
  logLevel: "warning",
};

// A style sheet that says what is shared first and what is the widget's own after it.
const sheet = (names) => names.map((name) => `@import "./${name}.css";`).join("\n");

async function style(name, parts) {
  const present = parts.filter((part) => existsSync(join(src, "style", `${part}.css`)));
  await build({
    ...common,
    stdin: { contents: sheet(present), resolveDir: join(src, "style"), loader: "css", sourcefile: `all-${name}.css` },
    outfile: join(out, `${name}.css`),
  });
}

const own = { reader: "own", question: "table" }; // a sheet that only this widget has
for (const name of ["reader", "question", "marking", "hand-in", "desk", "practice"]) {
  const entry = join(src, `${name}.js`);
  if (!existsSync(entry)) continue;
  await build({ ...common, entryPoints: [entry], format: "esm", banner: ahead, outfile: join(out, `${name}.js`) });
  await style(name, ["marking", "hand-in", "desk", "practice"].includes(name) ? ["theme", name] : ["theme", "passage", name, own[name]]);
}
// A page of the pages edition: all that can stand on one; and its worker.
await build({ ...common, entryPoints: [join(src, "site.js")], format: "esm", outfile: join(out, "site.js") });
await style("site", ["theme", "passage", "reader", "own", "question", "table", "hand-in", "pane", "layout", "site"]);
await build({ ...common, entryPoints: [join(src, "site", "worker.js")], format: "esm", outfile: join(out, "worker.js") });
// The service worker is a plain script: browsers that know modules there are younger than the rest needs.
await build({ ...common, entryPoints: [join(src, "site", "service", "service.js")], format: "iife", outfile: join(out, "offline.js") });
// The room's pages, each with what it needs of the course's own cards and texts.
const cards = ["passage", "question", "table"];
for (const [name, parts] of Object.entries({ participant: cards, console: ["room-page"], projected: ["room-page"] })) {
  const entry = join(src, "room", `${name}.js`);
  if (!existsSync(entry)) continue;
  await build({ ...common, entryPoints: [entry], format: "esm", outfile: join(out, `room-${name}.js`) });
  await style(`room-${name}`, ["theme", ...parts, "results", `room-${name}`]);
}
// The twins' own rules, for pages where no widget has come alive (JupyterLab's custom.css, an export).
await style("twin", ["twin"]);
// JupyterLab's extension is read by whoever wonders what runs in their page: whole, and not minified.
await build({
  ...common,
  minify: false,
  loader: { ".css": "text" }, // it brings its own style along
  entryPoints: [join(src, "lab", "index.js")],
  format: "iife",
  outfile: join(extension, "remoteEntry.js"),
});
