// Deletes what somebody did in a course from this browser, once that is said twice.
import { h } from "../dom.js";
import { deleteWork } from "./storage.js";

const LONG = 5_000; // ms for which a browser may take its time to delete

const ASKS = "Everything you answered, marked and wrote in this course is deleted from this browser, on its pages and in its notebooks, and cannot be brought back. Save it to a file first if you may want it again. Close the notebooks of this course; a page of it that stays open keeps nothing more.";
const LEFT = "Not all of it could be deleted: close the other pages and the notebooks of this course, load this page again, and try once more.";

/** Whether a name in the browser's storage is one of this course's: the name stands in it as a whole part. Pure. */
export const isOf = (/** @type {string} */ key, /** @type {string} */ named) => key.startsWith("coursekit:") && (key.endsWith(`:${named}`) || key.includes(`:${named}:`));

/** What the notebooks of a course keep is under these names (cli/lite/building.py, notebooks.js); the first is that of their files. Pure. */
export function notebooksOf(/** @type {string} */ named) {
  const at = named.lastIndexOf(" /"); // before the address: there is no space in that
  return ["", ":settings", ":workspaces"].map((what) => `coursekit:lab:${named.slice(0, at)}${what}${named.slice(at)}lab/`);
}

/** @returns {Promise<boolean>}  whether it is gone */
function deleted(/** @type {string} */ database) {
  return new Promise((resolve) => {
    const asked = indexedDB.deleteDatabase(database);
    asked.onsuccess = () => resolve(true);
    asked.onerror = () => resolve(false);
    setTimeout(() => resolve(false), LONG); // another page does not let go of it
  });
}

/** Delete all that is kept of a course; tells whether it is gone. Of its work there stays when that was, and no more. */
export async function wipe(/** @type {string} */ named) {
  try {
    await deleteWork(`coursekit:${named}`);
    const notebooks = notebooksOf(named);
    const gone = await Promise.all([`coursekit:${named} shown`, ...notebooks].map(deleted));
    for (const key of Object.keys(localStorage)) if (isOf(key, named) || notebooks.includes(key)) localStorage.removeItem(key);
    tellOthers(named);
    return gone.every(Boolean);
  } catch {
    return false; // storage is blocked: what is not kept need not be deleted, and what is can't be reached
  }
}

/** Have open pages look at once; they would find it when they next write. */
function tellOthers(/** @type {string} */ named) {
  const others = new BroadcastChannel(`coursekit:${named}`);
  others.postMessage("deleted");
  others.close();
}

/**
 * The press that deletes, and what it asks.
 *
 * @param {string} named
 * @param {(words: string) => void} tell
 */
export function createWiping(named, tell, over = () => location.reload()) {
  const first = h("button", { type: "button", class: "ck-button ck-quiet", on: { click: ask } }, "Delete my work here");
  const yes = h("button", { type: "button", class: "ck-button", on: { click: go } }, "Delete it all");
  const no = h("button", { type: "button", class: "ck-button ck-quiet", on: { click: leave } }, "Keep it");
  const asks = h("div", { hidden: true, role: "group", "aria-label": "Delete my work here?" }, h("p", null, ASKS), h("p", { class: "ck-work-ways" }, yes, no));
  /** @returns {void} */
  function ask() {
    asks.hidden = false;
    no.focus();
  }
  /** @returns {void} */
  function leave() {
    asks.hidden = true;
    first.focus();
  }
  async function go() {
    yes.disabled = true;
    const gone = await wipe(named);
    yes.disabled = false;
    if (gone) return over();
    leave();
    tell(LEFT);
  }
  return { first, asks };
}
