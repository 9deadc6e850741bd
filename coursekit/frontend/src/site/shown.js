// What a page showed last, kept beside the journal: on the next visit one's answers and marks are there before Python is.
//
// It is no record. Python says a moment later how things stand; and of another version of the course nothing is shown.

export const HOME = "index"; // what the front page shows is kept by every page under this name
const STORE = "pages";
const PATIENCE = 1000; // ms for which the first draw waits

/** @typedef {{ type: "html", output: string, html: string } | { type: "traits", view: string, traits: any }} Shown */

const nameOf = (/** @type {string} */ work) => `${work} shown`;

/** @param {IDBRequest<any>} request @returns {Promise<any>} */
const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function open(/** @type {string} */ work) {
  const asked = indexedDB.open(nameOf(work), 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
  const database = await done(asked);
  database.onversionchange = () => database.close();
  return database;
}

/**
 * What a page showed last; nothing where that is not known soon.
 *
 * @param {string} work  the name under which the browser keeps one's work
 * @param {string} page
 * @param {string} version  of the course
 * @returns {Promise<Shown[]>}
 */
export async function recall(work, page, version) {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const read = async () => done((await open(work)).transaction(STORE).objectStore(STORE).get(page));
  const found = await Promise.race([read(), late]).catch(() => null);
  return found?.version === version ? found.told : [];
}

/** Keeps what a page shows, as it comes. */
export function createShown(/** @type {string} */ work, /** @type {string} */ page, /** @type {string} */ version) {
  /** @type {Map<string, Shown>} */
  const all = new Map();
  const opening = open(work).catch(() => null);
  return {
    note(/** @type {FromWorker[]} */ told) {
      for (const each of told) {
        if (each.type === "html") all.set(each.output, each);
        else if (each.type === "traits") all.set(`view ${each.view}`, each);
      }
    },
    async keep() {
      try {
        (await opening)?.transaction(STORE, "readwrite").objectStore(STORE).put({ version, told: [...all.values()] }, page);
      } catch {
        // It is shown when Python is there.
      }
    },
  };
}
