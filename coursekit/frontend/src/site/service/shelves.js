// What the browser keeps of a course, for use without a network: a shelf (a cache) for each version of it.
//
// A shelf's name holds where the course is served, which course it is and which version: two courses on one host, or two
// versions of one, never mix. A shelf is whole once the site's list lies on it; that is put there last.

export const LIST = "site.json";
const HASH = "coursekit-sha256"; // a header of what lies on a shelf
const SINCE = "coursekit-since";

/** @type {Record<string, string>} */
const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", json: "application/json", wasm: "application/wasm", zip: "application/zip" };

/** The names of all shelves of what is served at a place begin with this. Pure. */
export const shelvesAt = (/** @type {string} */ base) => `coursekit:site:${new URL(base).pathname}:`;

/** A shelf's name; pages that are of this version hold a lock of that name. Pure. */
export const shelfName = (/** @type {string} */ base, /** @type {{ course: string, version: string }} */ { course, version }) => `${shelvesAt(base)}${course}:${version}`;

/** Where in the site an address leads, as its list names it; null for what is outside. Pure. */
export function placeOf(/** @type {string} */ base, /** @type {string} */ address) {
  const [root, url] = [new URL(base), new URL(address)];
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return null;
  const place = url.pathname.slice(root.pathname.length);
  return place === "" || place.endsWith("/") ? `${place}index.html` : place;
}

/** A copy that can be kept, of the type its name says, with its hash. */
export function copyOf(/** @type {string} */ place, /** @type {ArrayBuffer} */ content, /** @type {string} */ hash) {
  const type = TYPES[place.split(".").at(-1) ?? ""] ?? "application/octet-stream";
  return new Response(content, { headers: { "content-type": type, "content-length": String(content.byteLength), [HASH]: hash } });
}

/** Say that a shelf is whole from now on; the list is what there is to be on it. */
export const close = (/** @type {Cache} */ shelf, /** @type {string} */ base, /** @type {SiteList} */ list) =>
  shelf.put(new URL(LIST, base).href, new Response(JSON.stringify(list), { headers: { "content-type": "application/json", [SINCE]: String(Date.now()) } }));

/** The shelves at a place, what is whole before what is not, the newest first. @returns {Promise<{ name: string, shelf: Cache, whole: boolean }[]>} */
export async function shelves(/** @type {string} */ base) {
  const found = [];
  for (const name of await caches.keys()) {
    if (!name.startsWith(shelvesAt(base))) continue;
    const shelf = await caches.open(name);
    const list = await shelf.match(new URL(LIST, base).href);
    found.push({ name, shelf, whole: Boolean(list), since: Number(list?.headers.get(SINCE) ?? 0) });
  }
  return found.sort((one, other) => other.since - one.since);
}

/** What is kept of a place in the site, with this hash where one is given; undefined where it is not. */
export async function kept(/** @type {string} */ base, /** @type {string} */ place, hash = "") {
  for (const { shelf } of await shelves(base)) {
    const found = await shelf.match(new URL(place, base).href);
    if (found && (!hash || found.headers.get(HASH) === hash)) return found;
  }
  return undefined;
}

/** Take away all shelves but this one; those stay that pages which are open still need. */
export async function clear(/** @type {string} */ base, /** @type {string} */ name) {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const needed = new Set([name, ...held.map((lock) => lock.name)]);
  await Promise.all((await shelves(base)).filter((each) => !needed.has(each.name)).map((each) => caches.delete(each.name)));
}
