// Python as it was once all that a page needs was imported, kept in this browser: the next page goes on from there. It
// holds nothing of the learner's. One a course; whatever goes wrong with it only makes the next start slower.

const STORE = "python";
const ROOM = 20; // times its size that this browser must still have free: the learner's work comes first

const done = (/** @type {IDBRequest<any>} */ request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function store(/** @type {string} */ course, /** @type {IDBTransactionMode} */ mode) {
  const asked = indexedDB.open(`${course} python`, 1);
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
  return (await done(asked)).transaction(STORE, mode).objectStore(STORE);
}

/** Beside a copy of Python's memory lie the files that it had: memory alone knows only their names. */
const filesOf = (/** @type {string} */ version) => `${version} files`;

/**
 * What is kept for exactly this state of the course; null where nothing is. It is long, and read while others are busy.
 *
 * @param {string} course
 * @param {string} version
 * @returns {Promise<{ memory: Promise<ArrayBuffer>, files: Promise<KeptFile[]> } | null>}
 */
export async function recall(course, version) {
  try {
    const place = await store(course, "readonly");
    if ((await done(place.getKey(version))) === undefined) return null;
    const [memory, files] = [version, filesOf(version)].map((key) => done(place.get(key)));
    for (const each of [memory, files]) each.catch(() => {}); // told where it is awaited
    return { memory, files };
  } catch {
    return null;
  }
}

/**
 * Keep it, in the place of that of any other version, where there is much room.
 *
 * @param {string} course
 * @param {string} version
 * @param {Uint8Array} memory
 * @param {KeptFile[]} files
 */
export async function keepPython(course, version, memory, files) {
  try {
    const { quota = 0, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
    if (quota - usage < ROOM * memory.byteLength) return;
    const place = await store(course, "readwrite");
    place.clear();
    place.put(memory.buffer, version);
    place.put(files, filesOf(version));
  } catch {
    // it starts as it did this time
  }
}

/** Have the next start be one from the beginning. */
export async function forgetPython(/** @type {string} */ course) {
  try {
    (await store(course, "readwrite")).clear();
  } catch {
    // nothing is kept there
  }
}
