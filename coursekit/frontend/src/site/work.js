// Where one's work lies, in words; the press that saves it to a file, and the one that brings it back from one.
import { h, say } from "../dom.js";
import { drawer, shutDrawers } from "../layout/memory.js";
import { announce } from "../live.js";
import { holdHere } from "../outbox.js";
import { keptSign, workHere } from "./here.js";
import { createWiping } from "./wiping.js";

const KEPT = "Your work is kept in this browser, on this device, and sent nowhere. Whoever clears the browser’s data clears it, too, and a private window forgets it when it is closed: save it to a file now and then.";
const PROMISED = "Your work is kept in this browser, on this device, and sent nowhere. The browser has promised not to clear it by itself; save it to a file now and then all the same.";
const MOST = 100_000_000; // bytes of a file

/** The name of a course as that of a file: letters, digits and hyphens. Pure. */
export const fileName = (/** @type {string} */ course, ending = "zip") => `${course.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 40) || "course"}-work.${ending}`;

/**
 * @param {Line} line
 * @param {Pick<PageData, "course" | "versions">} data
 * @param {string} named  names this course, at this address, in the browser's storage
 */
export function createWork(line, { course, versions }, named) {
  const begun = drawer(keptSign(named)); // whether anything was ever kept here
  const where = h("span", null, KEPT);
  const status = h("span", { class: "ck-status", role: "status" });
  const chooser = h("input", { type: "file", accept: ".zip,.jsonl", hidden: true, "aria-label": "A file of your work", on: { change: chosen } });
  const out = h("button", { type: "button", class: "ck-button ck-quiet", on: { click: save } }, "Save my work to a file");
  const back = h("button", { type: "button", class: "ck-button ck-quiet", on: { click: choose } }, "Bring work back from a file");
  const wiping = createWiping(named, tell);
  const ways = h("p", { class: "ck-work-ways" }, out, back, chooser, wiping.first);
  const element = h("div", { class: "ck ck-work" }, h("p", null, where), ways, wiping.asks, h("p", null, status));
  let wanted = false; // only this page's own request is answered with a file
  let bringing = false; // a file is on its way in
  let asked = false; // the browser, to keep what it has

  function tell(/** @type {string} */ words) {
    say(status, words);
    announce(words);
  }
  /** Python packs the journal and the learner's own copies; without it there is the journal alone. */
  function save() {
    wanted = true;
    say(status, "");
    if (line.phase === "ready") line.ask({ type: "save" }).catch(saveHere);
    else saveHere();
  }
  async function saveHere() {
    if (!wanted) return;
    wanted = false;
    const { text, unread } = await workHere(named, versions);
    if (text) hand(text, "jsonl", `Your own copies of the documents are not in it. ${unread}`);
    else tell(unread || "There is nothing to save yet.");
  }
  function hand(/** @type {BlobPart} */ content, /** @type {string} */ ending, without = "") {
    wanted = false;
    const address = URL.createObjectURL(new Blob([content], { type: "application/octet-stream" }));
    const link = document.createElement("a");
    Object.assign(link, { href: address, download: fileName(course, ending) });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
    tell(`Saved as ${link.download}, among your downloads. ${without}`.trim());
  }
  /** @returns {void} */
  function choose() {
    if (line.phase !== "gone") return chooser.click();
    line.start();
    tell("Work can be brought back once checking is ready; that is tried again now. Nothing has changed.");
  }
  /** @returns {Promise<void>} */
  async function chosen() {
    const file = chooser.files?.[0];
    chooser.value = ""; // the same file may be chosen once more
    if (!file) return;
    if (file.size > MOST) return tell(`Nothing was put in: “${file.name}” is larger than a file of work ever is.`);
    say(status, line.phase === "ready" ? "Putting it in…" : "It is put in when the course is ready.");
    const content = await file.arrayBuffer().catch(() => null);
    if (!content) return tell(`Nothing was put in: “${file.name}” could not be read; choose it once more.`);
    bringing = true;
    line.ask({ type: "bring", content }).catch(() => {}); // what is gone has said so
  }
  async function promise() {
    const promised = await navigator.storage?.persist?.().catch(() => false);
    if (promised) say(where, PROMISED);
  }
  /** What was deleted in another page is not to come back from this one. */
  function forget(/** @type {number} */ at) {
    shutDrawers();
    holdHere(`coursekit:outbox:${named}:`, at);
  }
  line.on((told) => {
    if (told.type === "saved" && wanted) hand(told.content, "zip");
    if (told.type === "gone") saveHere();
    if (told.type === "brought") tell(told.words);
    if (told.type === "brought" && told.changed) begun.put("1"); // the front page is not a newcomer's any more
    if (["failed", "gone"].includes(told.type) && bringing) tell("Nothing was put in: Python failed. Press “Try again” or load this page again, then choose the file once more.");
    if (["failed", "gone", "brought"].includes(told.type)) bringing = false;
    if (told.type === "kept" && told.deleted) forget(told.deleted);
    if (told.type === "kept") say(where, told.where === "page" ? `${told.why}. What you do here is held in this page only: save it to a file before you close the page.` : KEPT);
    if (told.type !== "message" || told.content?.op !== "ack" || asked) return;
    asked = true; // something is worth keeping now: a browser that is short of room is not to clear it
    begun.put("1");
    promise();
  });
  return { element, save, /** Whether something was kept here before. */ begun: () => begun.get() !== null };
}
