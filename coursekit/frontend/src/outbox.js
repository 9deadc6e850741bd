// What the kernel has not yet confirmed, kept in the browser until it has.
//
// One list a widget (`coursekit:outbox:<course>:<what>`), of {n, t, m}: number, time (ms), message.
// Every change reads, edits and writes the list at once, so two tabs may share it. Storage may be
// blocked or full: then it is only held in this page, and the caller is told so.

export const MOST = 1000; // messages
export const LONGEST = 1_000_000; // characters of the whole list
const OLDEST = 60 * 24 * 3600 * 1000; // two months

/** @type {Map<string, Entry[]>} */
const HELD = new Map(); // by key: what the browser would not keep, and is gone with the page

/** The keys under which something is only held in this page. */
export const heldKeys = () => [...HELD.keys()];

let shut = false;

/**
 * Have the browser keep nothing more for this page, nor what it kept under keys that begin so: the page alone holds it.
 *
 * @param {string} prefix
 * @param {number} before  the time (ms) from which on another page may have begun anew: what is as late stays
 */
export function holdHere(prefix, before) {
  const storage = browserStorage();
  for (const key of storage ? Object.keys(storage).filter((each) => each.startsWith(prefix)) : []) {
    const all = createOutbox(key).all();
    if (all.length) HELD.set(key, all);
    const later = all.filter((entry) => entry.t >= before);
    if (later.length) storage?.setItem(key, JSON.stringify(later)); // shorter than what stood there
    else storage?.removeItem(key);
  }
  shut = true;
}

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

/**
 * An outbox on a storage (`localStorage` unless another is given).
 *
 * @param {string} key
 * @param {Storage | null} [given]
 */
export function createOutbox(key, given, now = Date.now) {
  /** @type {Storage | null | undefined} */
  let opened = given;
  /** Opened when first needed: the browser takes its time over it, and the first draw of a text does without. */
  function storage() {
    if (opened === undefined) opened = browserStorage();
    return shut && given === undefined ? null : opened;
  }
  /** @type {Map<string, Entry[]>} */
  const here = given === undefined ? HELD : new Map();
  const held = () => here.get(key) ?? [];
  const hold = (/** @type {Entry[]} */ list) => (list.length ? here.set(key, list) : here.delete(key));
  /** @returns {Entry[]} */
  function stored() {
    try {
      const list = JSON.parse(storage()?.getItem(key) ?? "[]");
      return Array.isArray(list) ? list.filter((entry) => valid(entry) && now() - entry.t < OLDEST) : [];
    } catch {
      return [];
    }
  }
  function write(/** @type {Entry[]} */ list) {
    try {
      const into = storage();
      if (!into) return false;
      if (list.length === 0) {
        into.removeItem(key);
        return true;
      }
      const text = JSON.stringify(list);
      if (list.length > MOST || text.length > LONGEST) return false;
      into.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }
  return {
    all: () => [...stored(), ...held()],
    /** Whether the browser keeps a message, or this page alone. */
    keeps: (/** @type {number} */ n) => !held().some((entry) => entry.n === n),
    /** Keep a message; those whose numbers are in `instead` are no longer needed. Returns whether it is kept. */
    put(/** @type {Entry} */ entry, /** @type {number[]} */ instead = []) {
      const wanted = (/** @type {Entry} */ item) => item.n !== entry.n && !instead.includes(item.n);
      const rest = held().filter(wanted);
      const kept = write([...stored().filter(wanted), entry]);
      hold(kept ? rest : [...rest, entry]);
      return kept;
    },
    drop(/** @type {number[]} */ numbers) {
      const unwanted = (/** @type {Entry} */ item) => numbers.includes(item.n);
      hold(held().filter((item) => !unwanted(item)));
      const list = stored();
      const rest = list.filter((item) => !unwanted(item));
      if (rest.length !== list.length) write(rest);
    },
  };
}
