// What Python writes is kept in the browser, and only then is it said that it is.
//
// Where it cannot be written, what came of an answer is told all the same, but as held in this page, not as kept; and it
// is tried again. What the browser has cleared meanwhile is written anew: Python has all of it. What the learner has
// deleted in another page is not.
import { DeletedError, noWork, openWork } from "./storage.js";
import { whyNotKept } from "./reasons.js";

const ELSEWHERE = "your work was deleted in another page; load this page again";
const REFUSED = { type: /** @type {const} */ ("brought"), words: `Nothing was put in: ${ELSEWHERE}, then choose the file once more.`, changed: false };
const AGAIN = 30_000; // ms until what could not be kept is tried again

/** Acknowledged are changes only; all else is told at once. */
const isAck = (/** @type {any} */ { type, content }) => type === "message" && content?.op === "ack";

/**
 * @param {(message: FromWorker) => void} say
 * @param {() => void} again  asks for another try, in its turn
 * @param {(name: string) => Promise<Work>} openNamed  opens what the browser has under a name
 */
export function createKeeping(say, again, openNamed = openWork) {
  /** @type {Work} */
  let work = noWork(null);
  /** @type {any} */
  let python = null;
  /** @type {(file: string) => Uint8Array | null} */
  let content = () => null;
  /** @type {BroadcastChannel | null} */
  let others = null;
  /** @type {FromWorker[]} */
  const unkept = []; // acknowledgements of what is not kept yet
  /** @type {FromWorker[]} */
  const met = []; // what is to be told of what others had written, found while our own was being kept
  let name = "";
  let look = () => {}; // at what others have written
  let trouble = ""; // why nothing is kept at the moment
  /** @type {number | null} */
  let since = null; // when it had last been deleted, as far as what Python has goes; null where it has nothing of it
  /** @type {DeletedError | null} */
  let deleted = null; // it was deleted in another page: what Python has is never kept any more
  let shut = false; // the browser would not even open what it has
  let anew = false; // the journal is to be put in the place of what is kept of it
  let timer = 0;

  /** Open what the browser has, and the line to other pages. */
  async function connect() {
    work = await openNamed(name);
    others ??= new BroadcastChannel(name);
    others.onmessage = look;
  }
  /** Open what the browser has for the first time. */
  async function open(/** @type {string} */ named, /** @type {() => void} */ looks) {
    name = named;
    look = looks;
    try {
      await connect();
      const there = await work.load();
      since = there.deleted;
      say({ type: "kept", where: "browser", empty: !there.journal });
      return there;
    } catch (error) {
      tell(error);
      shut = true;
      work = noWork(error);
      return work.load();
    }
  }
  function tell(/** @type {unknown} */ error) {
    trouble = whyNotKept(error);
    if (error instanceof DeletedError) deleted = error;
    say({ type: "kept", where: "page", why: trouble, ...(deleted ? { deleted: deleted.at } : {}) });
  }
  /** The browser has closed what it had, or would not open it before. */
  async function reopen() {
    await connect();
    shut = false;
    const there = await work.load();
    if (since !== null && there.deleted > since) throw new DeletedError(there.deleted);
    since = there.deleted;
    const { journal } = there;
    return JSON.parse(python.meet(journal));
  }
  const files = () => python.changed_files().toJs().map((/** @type {string} */ file) => ({ name: file, content: content(file) }));

  async function write() {
    if (deleted) throw deleted;
    if (anew) {
      while (!(await work.replace(python.journal(), files()))) met.push(...(await take()));
      python.keep_all();
      anew = false;
      return true;
    }
    const journal = python.fresh();
    const changed = files();
    await work.keep(journal, changed);
    python.keep(journal);
    return Boolean(journal) || changed.length > 0;
  }
  async function writeOrReopen() {
    try {
      return await write();
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== "InvalidStateError") throw error;
      met.push(...(await reopen()));
      return write();
    }
  }
  /** Take in what other pages have kept. Returns what is to be told. @returns {Promise<FromWorker[]>} */
  async function take() {
    const { journal, whole } = await work.newer();
    return journal ? JSON.parse(python.take(journal, whole)) : [];
  }
  /** Keep what Python wrote, then pass on what it said. */
  async function keep(/** @type {FromWorker[]} */ told) {
    clearTimeout(timer);
    try {
      const news = await writeOrReopen();
      if (news) others?.postMessage("written");
    } catch (error) {
      tell(error);
      const acks = told.filter(isAck);
      const rest = told.filter((each) => !isAck(each)).map((each) => (deleted && each.type === "brought" ? REFUSED : each));
      for (const message of [...rest, ...acks.map(heldOnly)]) say(message);
      unkept.push(...acks);
      if (!deleted) timer = setTimeout(again, AGAIN);
      return;
    }
    if (trouble) say({ type: "kept", where: "browser" });
    trouble = "";
    for (const message of [...met.splice(0), ...unkept.splice(0), ...told]) say(message);
  }
  const heldOnly = (/** @type {any} */ message) => ({ ...message, content: { ...message.content, op: "held", ...(deleted ? { why: ELSEWHERE } : {}) } });

  return {
    open,
    keep,
    /** What keeps is told what writes. */
    of(/** @type {any} */ worker, /** @type {(file: string) => Uint8Array | null} */ contentOf) {
      python = worker;
      content = contentOf;
    },
    /** What other pages have kept. @returns {Promise<FromWorker[]>} */
    async look() {
      try {
        return await take();
      } catch (error) {
        if (error instanceof DeletedError && !deleted) tell(error);
        return []; // what is closed is opened again when something is to be kept
      }
    },
    /** What is told of a file of work that is to be put in where none is kept any more; else nothing. @returns {FromWorker[]} */
    refused: () => (deleted ? [REFUSED] : []),
    /** The journal is another now, and takes the place of the one that is kept. */
    another() {
      anew = true;
    },
    /** Open anew what would not open. @returns {Promise<FromWorker[]>} */
    async retry() {
      if (!shut) return [];
      try {
        return await reopen();
      } catch (error) {
        tell(error);
        return [];
      }
    },
  };
}
