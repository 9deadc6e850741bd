// What a learner has done, kept in the browser: the journal piece by piece as it is written, and own files.
//
// One database a course and a place where it is served: two courses, or two editions of one, never meet. Several pages
// may be open at once; each learns from the others' pieces (`newer`), which have numbers in the order of their writing.
//
// When it was last deleted on request stands beside it. Whoever writes looks there in the same transaction: a page that
// was open before has all of it in its memory, and is not to bring it back.

const VERSION = 2; // 1 had no place for what is said of it
const JOURNAL = "journal";
const FILES = "files";
const ABOUT = "about";
const DELETED = "deleted"; // when that was asked for last (ms); 0: never
const ALL = [JOURNAL, FILES, ABOUT];
const PATIENCE = 10_000; // ms until a browser that says nothing is thought to keep nothing
/** @type {IDBTransactionOptions} */
const STRICT = { durability: "strict" };

/** @param {IDBRequest<any>} request */
const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** @param {IDBTransaction} transaction */
const settled = (transaction) => {
  const whole = new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(undefined);
    transaction.onerror = () => reject(transaction.error);
    transaction.onabort = () => reject(transaction.error ?? new DOMException("aborted", "AbortError"));
  });
  whole.catch(() => {}); // told where it is awaited
  return whole;
};

/** @param {string} name */
function openDatabase(name) {
  const asked = indexedDB.open(name, VERSION);
  asked.onupgradeneeded = () => {
    const there = asked.result.objectStoreNames;
    if (!there.contains(JOURNAL)) asked.result.createObjectStore(JOURNAL, { autoIncrement: true });
    for (const store of [FILES, ABOUT]) if (!there.contains(store)) asked.result.createObjectStore(store);
  };
  const late = new Promise((_, reject) => setTimeout(() => reject(new DOMException("no answer", "TimeoutError")), PATIENCE));
  return Promise.race([done(asked), late]);
}

/** What a writer is refused with that knew what has been deleted since. */
export class DeletedError extends Error {
  /** @override */
  name = "DeletedError";
  /** @param {number} at  when it was deleted (ms) */
  constructor(at) {
    super("deleted");
    this.at = at;
  }
}

const deletedAt = async (/** @type {IDBTransaction} */ transaction) => Number((await done(transaction.objectStore(ABOUT).get(DELETED))) ?? 0);

/** Delete what is kept under a name, for every page that has it open. */
export async function deleteWork(/** @type {string} */ name) {
  const database = await openDatabase(name);
  const transaction = database.transaction(ALL, "readwrite", STRICT);
  const whole = settled(transaction);
  const before = await deletedAt(transaction);
  for (const store of [JOURNAL, FILES]) transaction.objectStore(store).clear();
  transaction.objectStore(ABOUT).put(Math.max(Date.now(), before + 1), DELETED); // a clock may have been put back
  await whole;
  database.close();
}

/**
 * Open what is kept under a name.
 *
 * @param {string} name
 * @returns {Promise<Work>}  rejects where this browser keeps nothing (storage blocked, a private window of some)
 */
export async function openWork(name) {
  /** @type {IDBDatabase} */
  const database = await openDatabase(name);
  database.onversionchange = () => database.close(); // it is cleared, or a later course wants it otherwise
  /** @type {Set<number>} */
  const own = new Set();
  let last = 0;
  let known = 0; // when it had last been deleted, when it was loaded

  /** Refuse where it was deleted since. What the browser has cleared by itself knows of no deletion any more. */
  async function refuseDeleted(/** @type {IDBTransaction} */ transaction) {
    const at = await deletedAt(transaction);
    if (at <= known) return;
    if (transaction.mode === "readwrite") transaction.abort();
    throw new DeletedError(at);
  }
  /** Put in files; those without content are gone. */
  function putFiles(/** @type {IDBTransaction} */ transaction, /** @type {KeptFile[]} */ files) {
    const store = transaction.objectStore(FILES);
    for (const { name: file, content } of files) content ? store.put(content, file) : store.delete(file);
  }
  return {
    async load() {
      const transaction = database.transaction(ALL);
      const [journal, store] = [transaction.objectStore(JOURNAL), transaction.objectStore(FILES)];
      const asked = [journal.getAllKeys(), journal.getAll(), store.getAllKeys(), store.getAll()].map(done);
      const [deleted, keys, pieces, names, contents] = await Promise.all([deletedAt(transaction), ...asked]);
      known = deleted;
      last = keys.at(-1) ?? 0;
      own.clear();
      return { deleted, journal: pieces.join(""), files: names.map((/** @type {string} */ each, /** @type {number} */ at) => ({ name: each, content: contents[at] })) };
    },
    async keep(journal, files) {
      if (!journal && files.length === 0) return;
      const transaction = database.transaction(ALL, "readwrite", STRICT);
      const whole = settled(transaction);
      await refuseDeleted(transaction);
      const key = journal ? await done(transaction.objectStore(JOURNAL).add(journal)) : 0;
      putFiles(transaction, files);
      await whole;
      if (key) own.add(key); // what was given up has no number
    },
    async replace(journal, files) {
      const transaction = database.transaction(ALL, "readwrite", STRICT);
      const whole = settled(transaction);
      await refuseDeleted(transaction);
      const store = transaction.objectStore(JOURNAL);
      const keys = await done(store.getAllKeys(IDBKeyRange.lowerBound(last, true)));
      if (keys.some((/** @type {number} */ key) => !own.has(key))) {
        transaction.abort(); // another page has written what is not in it
        return false;
      }
      store.clear();
      const key = await done(store.add(journal));
      putFiles(transaction, files);
      await whole;
      last = key;
      own.clear();
      return true;
    },
    async newer() {
      const transaction = database.transaction(ALL);
      await refuseDeleted(transaction);
      const store = transaction.objectStore(JOURNAL);
      // Another page has put a journal in the place of what was known: none of that is left.
      const whole = last > 0 && (await done(store.getAllKeys(IDBKeyRange.upperBound(last), 1))).length === 0;
      const range = whole ? undefined : IDBKeyRange.lowerBound(last, true);
      const [keys, pieces] = await Promise.all([done(store.getAllKeys(range)), done(store.getAll(range))]);
      const wanted = (/** @type {number} */ key) => whole || !own.has(key);
      const journal = pieces.filter((/** @type {string} */ _, /** @type {number} */ at) => wanted(keys[at])).join("");
      last = keys.at(-1) ?? last;
      for (const key of own) if (key <= last) own.delete(key);
      return { journal, whole: whole && keys.length > 0 };
    },
  };
}

/**
 * What keeps nothing: all is gone with the page.
 *
 * @param {unknown} why  the error for which this browser keeps nothing
 * @returns {Work}
 */
export function noWork(why) {
  const fail = async () => {
    throw why;
  };
  return { load: async () => ({ deleted: 0, journal: "", files: [] }), keep: fail, replace: fail, newer: async () => ({ journal: "", whole: false }) };
}
