// What the kernel has not yet confirmed, kept in the browser until it has.
//
// One list a widget (`coursekit:outbox:<course>:<what>`), of {n, t, m}: number, time (ms), message.
// Every change reads, edits and writes the list at once, so two tabs may share it. Storage may be
// blocked or full: then nothing is kept, and the caller is told so.

export const MOST = 200; // messages
export const LONGEST = 200_000; // characters of the whole list
const OLDEST = 60 * 24 * 3600 * 1000; // two months

function valid(/** @type {any} */ entry) {
  return (
    Number.isSafeInteger(entry?.n) && Number.isFinite(entry.t) && typeof entry.m === "object" && typeof entry.m?.op === "string"
  );
}

function browserStorage() {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

/** An outbox on a storage (`localStorage` unless another is given). */
export function createOutbox(/** @type {string} */ key, storage = browserStorage(), now = Date.now) {
  /** @returns {Entry[]} */
  function all() {
    try {
      const list = JSON.parse(storage?.getItem(key) ?? "[]");
      return Array.isArray(list) ? list.filter((entry) => valid(entry) && now() - entry.t < OLDEST) : [];
    } catch {
      return [];
    }
  }
  function write(/** @type {Entry[]} */ list) {
    try {
      if (!storage) return false;
      if (list.length === 0) {
        storage.removeItem(key);
        return true;
      }
      const text = JSON.stringify(list);
      if (list.length > MOST || text.length > LONGEST) return false;
      storage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }
  return {
    all,
    /** Keep a message; those whose numbers are in `instead` are no longer needed. Returns whether it is kept. */
    put(/** @type {Entry} */ entry, /** @type {number[]} */ instead = []) {
      const list = all().filter((item) => item.n !== entry.n && !instead.includes(item.n));
      return write([...list, entry]);
    },
    drop(/** @type {number[]} */ numbers) {
      const list = all();
      const rest = list.filter((item) => !numbers.includes(item.n));
      if (rest.length !== list.length) write(rest);
    },
  };
}
