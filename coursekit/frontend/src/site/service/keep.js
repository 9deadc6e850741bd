// Keep a whole course: what its list names, fetched one after another when nobody waits for anything else. What is there
// already is not fetched again, so that what was broken off goes on later. Each file is what the list says, or not kept:
// a site that is being updated at the moment is kept another time.
import { free } from "./pausing.js";
import { LIST, clear, close, copyOf, kept, shelfName, shelves } from "./shelves.js";

const LANES = 2; // at a time
const ROOM = 2; // times what a course needs, that must be free: what the learner does comes first
const HASH = /^[0-9a-f]{64}$/;
const PLACE = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/;
const MOST = 5000;

/** The list of a site, or null where this is none. Pure. @returns {SiteList | null} */
export function listIn(/** @type {any} */ found) {
  const { format, course, version, bytes, files } = found ?? {};
  if (typeof format !== "string" || !format.startsWith("coursekit-site/")) return null;
  if (typeof course !== "string" || typeof version !== "string" || !files || typeof files !== "object") return null;
  const all = Object.entries(files);
  const fine = all.length <= MOST && all.every(([place, hash]) => PLACE.test(place) && HASH.test(String(hash)));
  return fine ? { course, version, bytes: Number(bytes) || 0, files } : null;
}

/** The list as the server has it now. */
async function listed(/** @type {string} */ base) {
  const answer = await fetch(new URL(LIST, base).href, { cache: "no-store" });
  return answer.ok ? listIn(await answer.json()) : null;
}

async function hashOf(/** @type {ArrayBuffer} */ content) {
  const sum = new Uint8Array(await crypto.subtle.digest("SHA-256", content));
  return [...sum].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Fetch a file of the list. What is named by its content is taken from what the browser has, however old that is. */
async function fetched(/** @type {string} */ base, /** @type {string} */ place, /** @type {string} */ hash) {
  for (const cache of /** @type {const} */ ([place.startsWith("_/") ? "force-cache" : "no-cache", "reload"])) {
    const options = /** @type {RequestInit} */ ({ cache, priority: "low" });
    const answer = await fetch(new URL(place, base).href, options);
    const content = answer.ok ? await answer.arrayBuffer() : null;
    if (content && (await hashOf(content)) === hash) return copyOf(place, content, hash);
  }
  return null;
}

async function roomFor(/** @type {number} */ bytes) {
  const { quota = 0, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  return quota === 0 || quota - usage > ROOM * bytes;
}

/**
 * Keep the course as it is at a place now; take away what was kept of earlier versions once this one is whole.
 *
 * @param {string} base
 * @returns {Promise<Keeping>}
 */
export async function keepCourse(base) {
  const list = await listed(base);
  if (!list) return "part";
  const name = shelfName(base, list);
  const shelf = await caches.open(name);
  const have = new Set((await shelf.keys()).map(({ url }) => url));
  const waiting = Object.entries(list.files).filter(([place]) => !have.has(new URL(place, base).href));
  if (waiting.length > 0 && !(await roomFor(list.bytes))) return "full";
  let failed = 0;
  async function lane() {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [place, hash] = next;
      await free();
      const copy = (await kept(base, place, hash)) ?? (await fetched(base, place, hash));
      if (copy) await shelf.put(new URL(place, base).href, copy);
      else failed += 1;
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane));
  if (failed > 0) return "part";
  await close(shelf, base, list);
  await clear(base, name);
  return "whole";
}

/** How much is kept of a version. @returns {Promise<Keeping>} */
export async function howFar(/** @type {string} */ base, /** @type {{ course: string, version: string }} */ page) {
  const found = (await shelves(base)).find(({ name }) => name === shelfName(base, page));
  return found?.whole ? "whole" : "part";
}
