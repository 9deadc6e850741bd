// What a learner has done, kept in the browser: the journal piece by piece as it is written, and own files.
//
// One database a course and a place where it is served: two courses, or two editions of one, never meet. Several pages
// may be open at once; each learns from the others' pieces (`newer`), which have numbers in the order of their writing.

const VERSION = 1;
const JOURNAL = "journal";
const FILES = "files";
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
    asked.result.createObjectStore(JOURNAL, { autoIncrement: true });
    asked.result.createObjectStore(FILES);
  };
  const late = new Promise((_, reject) => setTimeout(() => reject(new DOMException("no answer", "TimeoutError")), PATIENCE));
  return Promise.race([done(asked), late]);
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

  /** Put in files; those without content are gone. */
  function putFiles(/** @type {IDBTransaction} */ transaction, /** @type {KeptFile[]} */ files) {
    const store = transaction.objectStore(FILES);
    for (const { name: file, content } of files) content ? store.put(content, file) : store.delete(file);
  }
  return {
    async load() {
      const transaction = database.transaction([JOURNAL, FILES]);
      const [journal, store] = [transaction.objectStore(JOURNAL), transaction.objectStore(FILES)];
      const [keys, pieces, names, contents] = await Promise.all([journal.getAllKeys(), journal.getAll(), store.getAllKeys(), store.getAll()].map(done));
      last = keys.at(-1) ?? 0;
      own.clear();
      return { journal: pieces.join(""), files: names.map((/** @type {string} */ each, /** @type {number} */ at) => ({ name: each, content: contents[at] })) };
    },
    async keep(journal, files) {
      if (!journal && files.length === 0) return;
      const transaction = database.transaction([JOURNAL, FILES], "readwrite", STRICT);
      const whole = settled(transaction);
      const key = journal ? await done(transaction.objectStore(JOURNAL).add(journal)) : 0;
      putFiles(transaction, files);
      await whole;
      if (key) own.add(key); // what was given up has no number
    },
    async replace(journal, files) {
      const transaction = database.transaction([JOURNAL, FILES], "readwrite", STRICT);
      const whole = settled(transaction);
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
      const store = database.transaction(JOURNAL).objectStore(JOURNAL);
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
  return { load: async () => ({ journal: "", files: [] }), keep: fail, replace: fail, newer: async () => ({ journal: "", whole: false }) };
}
