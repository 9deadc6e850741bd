// What happens before JupyterLite starts: whether this browser keeps anything here is found out, what it keeps is given
// a name that no other course on this host has, and a copy that would hide a newer notebook makes way for it.
// The page has this file as it stands here: it imports nothing.

/** @typedef {{ cell_type: string, source: string | string[] }} Cell */

const CONFIG = "jupyter-config-data";
const GIVEN = "given.json"; // the name of what is kept, and each notebook with a sum of its words
const FILES = "files"; // JupyterLite's own store of them
const EARLIER = "earlier";
const PATIENCE = 10_000; // ms
const NAMES = ["contentsStorageName", "settingsStorageName", "workspacesStorageName"];

/** JupyterLite's settings with the names of what it keeps made this place's own. Pure. */
export function named(/** @type {Record<string, unknown>} */ config, /** @type {string} */ place) {
  const own = NAMES.filter((name) => typeof config[name] === "string").map((name) => [name, `${config[name]} ${place}`]);
  return { ...config, ...Object.fromEntries(own) };
}

/** What a notebook says, outputs aside, as it is compared. Pure. */
export const words = (/** @type {Cell[]} */ cells) => JSON.stringify(cells.map(({ cell_type, source }) => [cell_type, [source].flat().join("")]));

async function sumOf(/** @type {string} */ text) {
  const sum = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(sum), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const done = (/** @type {IDBRequest} */ asked) =>
  new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });

/** A place in a folder for what was there, and the folder, as JupyterLite keeps them. Pure. */
export function aside(/** @type {string} */ path, /** @type {any} */ kept, /** @type {Set<string>} */ taken) {
  const [, folder, stem] = /^(.*?)([^/]*)\.ipynb$/.exec(path) ?? ["", "", path];
  let number = 1;
  while (taken.has(`${folder}${EARLIER}/${stem}-${number}.ipynb`)) number += 1;
  const name = `${stem}-${number}.ipynb`;
  const place = `${folder}${EARLIER}`;
  const shelf = { ...kept, name: EARLIER, path: place, type: "directory", format: "json", mimetype: "", size: 0, content: null };
  return [shelf, { ...kept, name, path: `${place}/${name}` }];
}

/**
 * Have a notebook that is newer than the copy kept here be seen. A copy in which words were changed is laid aside.
 *
 * @param {string} name  of what JupyterLite keeps
 * @param {Record<string, string>} known  the sums of the notebooks that the copies were made from
 * @param {Record<string, string>} given  the sums of those that there are now
 */
export async function renew(name, known, given) {
  const changed = Object.keys(given).filter((path) => Object.hasOwn(known, path) && known[path] !== given[path]);
  if (changed.length === 0) return;
  const asked = indexedDB.open(name);
  asked.onupgradeneeded = () => asked.transaction?.abort(); // nothing is kept yet
  const database = await done(asked).catch(() => null);
  if (!database?.objectStoreNames.contains(FILES)) return database?.close();
  const read = database.transaction(FILES).objectStore(FILES);
  const [copies, keys] = await Promise.all([Promise.all(changed.map((path) => done(read.get(path)))), done(read.getAllKeys())]);
  const mine = await Promise.all(copies.map(async (copy, at) => copy && (await sumOf(words(copy.content?.cells ?? []))) !== known[changed[at]]));
  const write = database.transaction(FILES, "readwrite");
  const store = write.objectStore(FILES);
  changed.forEach((path, at) => {
    if (mine[at]) for (const each of aside(path, copies[at], new Set(keys))) store.put(each, each.path);
    store.delete(path);
  });
  await new Promise((resolve, reject) => {
    write.oncomplete = resolve;
    write.onabort = () => reject(write.error);
  });
  database.close();
}

/** Renew what is kept here, and remember to what. Where that fails, it is tried the next time. */
async function renewHere(/** @type {URL} */ base) {
  try {
    const { kept, notebooks } = await (await fetch(new URL(GIVEN, base), { cache: "no-cache" })).json();
    const name = `${kept} ${base.pathname}`;
    await renew(name, JSON.parse(localStorage.getItem(name) ?? "{}"), notebooks);
    localStorage.setItem(name, JSON.stringify(notebooks));
    await alone(`${kept}:workspaces ${base.pathname}`);
  } catch {
    // no network, or no storage: what is here is shown
  }
}

/**
 * Leave service workers alone. A new version of JupyterLite takes away all that it finds on the host, those of the pages
 * with them, and of every other course. Its own is renewed where it is registered.
 */
function leaveAlone() {
  navigator.serviceWorker.getRegistrations = async () => [];
}

/** Have a notebook that an address names stand alone: each that stood there before would start a Python of its own. */
async function alone(/** @type {string} */ name) {
  if (!new URLSearchParams(location.search).has("path")) return;
  await new Promise((resolve) => {
    const asked = indexedDB.deleteDatabase(name);
    asked.onsuccess = asked.onerror = asked.onblocked = resolve;
  });
}

/** Wait until the service worker through which a kernel reaches its files serves this page, not the one of the pages. */
function served(/** @type {URL} */ base) {
  const { serviceWorker } = navigator;
  const ours = () => serviceWorker.controller?.scriptURL.startsWith(base.href);
  return new Promise((/** @type {(found: void) => void} */ resolve) => {
    if (ours()) return resolve();
    serviceWorker.addEventListener("controllerchange", () => ours() && resolve());
    setTimeout(resolve, PATIENCE);
  });
}

/** Why notebooks would lose what is done in them; "" where they do not. */
async function lost(/** @type {URL} */ base) {
  if (!("serviceWorker" in navigator)) return "this address does not begin with https://, or the browser is in a private window";
  try {
    // As JupyterLite itself asks for it, so that the two mean one.
    await navigator.serviceWorker.register(new URL("service-worker.js?enableCache=false", base), { scope: base.pathname });
    await served(base);
    await new Promise((resolve, reject) => {
      const asked = indexedDB.open("coursekit:lab:try");
      asked.onsuccess = () => resolve(asked.result.close());
      asked.onerror = () => reject(asked.error);
    });
    return "";
  } catch {
    return "the browser lets this page keep nothing (a private window, or a setting)";
  }
}

function tell(/** @type {string} */ why) {
  const main = document.createElement("main");
  main.style.cssText = "max-width:36em;margin:3rem auto;padding:0 1rem;font:1.0625rem/1.6 Georgia,serif";
  const heading = document.createElement("h1");
  heading.textContent = "No notebooks here";
  const words = document.createElement("p");
  words.textContent = `A notebook would lose what you do in it: ${why}. The course’s pages have the same lessons and exercises.`;
  const way = document.createElement("p");
  const link = document.createElement("a");
  link.href = "../../index.html";
  link.textContent = "To the pages";
  way.append(link);
  main.append(heading, words, way);
  document.body.replaceChildren(main);
}

/**
 * Start JupyterLite, unless it would lose what is done in it.
 *
 * @param {() => Promise<unknown>} start  puts its settings together and adds its script to the page, which runs later
 */
export async function enter(start) {
  const base = new URL("..", location.href);
  const why = await lost(base);
  if (why) return tell(why);
  leaveAlone();
  document.documentElement.dataset.ckNotebooks = ""; // our extension sees by it where it is
  await renewHere(base);
  await start();
  const config = document.getElementById(CONFIG);
  if (config) config.textContent = JSON.stringify(named(JSON.parse(config.textContent || "{}"), base.pathname));
  // Asked for when something is done, as on the pages: some browsers put it to whoever sits there.
  addEventListener("change", () => navigator.storage?.persist?.().catch(() => false), { once: true, capture: true });
}
