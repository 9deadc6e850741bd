// What the service worker of a site answers, what it keeps, and what is no list of a site.
import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf } from "../../coursekit/frontend/src/site/links.js";
import { answer, isOurs } from "../../coursekit/frontend/src/site/service/answer.js";
import { keepCourse, listIn } from "../../coursekit/frontend/src/site/service/keep.js";
import { placeOf, shelfName, shelvesAt } from "../../coursekit/frontend/src/site/service/shelves.js";

const BASE = "https://example.org/history/";
const HASH = "a".repeat(64);
const get = (/** @type {string} */ url) => ({ method: "GET", url });

test("an address leads to a place in the site, or out of it", () => {
  assert.equal(placeOf(BASE, `${BASE}lessons/00-lamp.html?from=platform#00-place`), "lessons/00-lamp.html");
  assert.equal(placeOf(BASE, BASE), "index.html");
  for (const other of ["https://example.org/", "https://example.org/historyx/a.html", "https://example.net/history/a.html"]) assert.equal(placeOf(BASE, other), null);
});

test("pages and what they need are answered; what else lies below the address is left to its own", () => {
  for (const place of ["", "index.html", "lessons/00-lamp.html", "_/abc/kit.zip", "_/pyodide-1/pyodide.asm.wasm"]) assert.ok(isOurs(BASE, get(BASE + place)), place);
  for (const place of ["site.json", "offline.js", "data.csv", "lab/static/a.js", "lab/lab/index.html", "_/lab-abc/coursekit.zip"]) assert.ok(!isOurs(BASE, get(BASE + place)), place);
  assert.ok(!isOurs(BASE, { method: "POST", url: BASE }));
});

test("shelves of two courses, two places or two versions never have one name", () => {
  const page = { course: "The lamp", version: "one" };
  const names = [shelfName(BASE, page), shelfName(BASE, { ...page, version: "two" }), shelfName(BASE, { ...page, course: "The wick" }), shelfName(`${BASE}lamp/`, page)];
  assert.equal(new Set(names).size, 4);
  assert.equal(names.filter((name) => name.startsWith(shelvesAt(BASE))).length, 3);
});

test("a list names files below the site, each with its hash", () => {
  const list = { format: "coursekit-site/1", course: "The lamp", version: "one", bytes: 3, files: { "lessons/00-lamp.html": HASH } };
  assert.deepEqual(listIn(list)?.files, list.files);
  for (const files of [{ "../x.html": HASH }, { "/x.html": HASH }, { "https://example.net/x": HASH }, { "a//b": HASH }, { "x.html": "a" }, null]) assert.equal(listIn({ ...list, files }), null);
  for (const other of [null, [], "", 7, { ...list, format: "another/1" }, { ...list, version: 1 }]) assert.equal(listIn(other), null);
});

test("a link to a question or a paragraph is one of the site, whatever page it stands on", () => {
  assert.equal(addressOf(new URL(BASE), "LET-p7"), `${BASE}#LET-p7`);
});

/** A browser that keeps what it is given, and a server with these files. */
function stage(/** @type {Record<string, string>} */ files, { quota = 1e9 } = {}) {
  /** @type {Map<string, Map<string, Response>>} */
  const stored = new Map();
  /** @type {string[]} */
  const asked = [];
  const cache = (/** @type {Map<string, Response>} */ held) => ({
    match: async (/** @type {string} */ url) => held.get(url)?.clone(),
    put: async (/** @type {string} */ url, /** @type {Response} */ response) => void held.set(url, response),
    keys: async () => [...held.keys()].map((url) => ({ url })),
  });
  globalThis.caches = /** @type {any} */ ({
    keys: async () => [...stored.keys()],
    delete: async (/** @type {string} */ name) => stored.delete(name),
    open: async (/** @type {string} */ name) => cache(stored.get(name) ?? stored.set(name, new Map()).get(name)),
  });
  globalThis.fetch = /** @type {any} */ (async (/** @type {string} */ url) => {
    const place = url.slice(BASE.length);
    asked.push(place);
    return place in files ? new Response(files[place]) : new Response("", { status: 404 });
  });
  Object.defineProperty(globalThis, "navigator", { configurable: true, value: { storage: { estimate: async () => ({ quota, usage: 0 }) } } });
  return { stored, asked };
}

async function site(/** @type {string} */ version, /** @type {Record<string, string>} */ files) {
  const sum = async (/** @type {string} */ text) => Buffer.from(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))).toString("hex");
  const listed = Object.fromEntries(await Promise.all(Object.entries(files).map(async ([place, text]) => [place, await sum(text)])));
  return { ...files, "site.json": JSON.stringify({ format: "coursekit-site/1", course: "The lamp", version, bytes: 100, files: listed }) };
}

test("what was broken off goes on, and what is there is not fetched again", async () => {
  const files = await site("one", { "index.html": "front", "_/one/kit.zip": "kit" });
  const kit = files["_/one/kit.zip"];
  delete files["_/one/kit.zip"]; // the server loses it for a while
  const { stored, asked } = stage(files);
  assert.equal(await keepCourse(BASE), "part");
  files["_/one/kit.zip"] = kit;
  assert.equal(await keepCourse(BASE), "whole");
  assert.equal(asked.filter((place) => place === "index.html").length, 1);
  assert.deepEqual([...stored.keys()], [shelfName(BASE, { course: "The lamp", version: "one" })]);
});

test("an old version goes once the new one is whole, which takes over what is the same", async () => {
  const files = await site("one", { "index.html": "front", "_/engine/python.wasm": "wasm" });
  const { stored, asked } = stage(files);
  await keepCourse(BASE);
  Object.assign(files, await site("two", { "index.html": "new front", "_/engine/python.wasm": "wasm" }));
  files["index.html"] = "front"; // an update that has only just begun
  assert.equal(await keepCourse(BASE), "part");
  assert.equal(stored.size, 2);
  files["index.html"] = "new front";
  assert.equal(await keepCourse(BASE), "whole");
  assert.deepEqual([...stored.keys()], [shelfName(BASE, { course: "The lamp", version: "two" })]);
  assert.equal(asked.filter((place) => place.endsWith(".wasm")).length, 1);
});

test("nothing is kept where the learner's own work would be left without room", async () => {
  const { asked } = stage(await site("one", { "index.html": "front" }), { quota: 150 });
  assert.equal(await keepCourse(BASE), "full");
  assert.deepEqual(asked, ["site.json"]);
});

test("the engine is what the browser has of it itself, or what is kept, or fetched: in this order", async () => {
  const place = "_/engine/python.wasm";
  const files = await site("one", { "index.html": "front", [place]: "kept" });
  stage(files);
  await keepCourse(BASE);
  let has = true;
  /** @type {any[]} */
  const asked = [];
  globalThis.fetch = /** @type {any} */ (async (/** @type {any} */ what, /** @type {any} */ options) => {
    asked.push(options?.cache ?? "network");
    if (options?.cache === "only-if-cached" && !has) throw new TypeError("Failed to fetch");
    return new Response(options?.cache === "only-if-cached" ? "compiled" : "fetched");
  });
  const request = /** @type {any} */ ({ method: "GET", url: BASE + place });
  assert.equal(await (await answer(BASE, request)).text(), "compiled");
  has = false;
  assert.equal(await (await answer(BASE, request)).text(), "kept");
  await caches.delete(shelfName(BASE, { course: "The lamp", version: "one" }));
  assert.equal(await (await answer(BASE, request)).text(), "fetched");
  assert.deepEqual(asked, ["only-if-cached", "only-if-cached", "only-if-cached", "network"]);
});
