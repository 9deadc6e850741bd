// One's work as it lies in the browser, read without Python: the journal as it was kept, and after it what waits in the
// outboxes to be marked, written as the events that it will become.
import { drawer } from "../layout/memory.js";
import { createOutbox, heldKeys } from "../outbox.js";
import { wellFormed } from "../spans/codepoints.js";
import { openWork } from "./storage.js";

const UNREAD = "What this browser kept before could not be read just now and is not in it: load this page again, then try once more.";

/** Names the sign that something was kept here. */
export const keptSign = (/** @type {string} */ named) => `coursekit:kept:${named}`;

/** An event that a message of a card or a reader stands for; null for what is none. Pure. */
export function asEvent(/** @type {string} */ what, /** @type {Entry} */ { n, t, m }, /** @type {Record<string, number>} */ versions) {
  const [kind, name, task] = what.split(":");
  /** @type {Record<string, any> | null} */
  let data = null;
  if (kind === "question" && m.op === "answer") data = { event: "answer", question: name, version: versions[name] ?? 1, answer: m.answer, checked: false };
  else if (kind === "review" && m.op === "answer" && task) data = { event: "review-answer", question: task, version: versions[task] ?? 1, answer: m.answer, checked: false };
  else if (kind === "question" && m.op === "hint") data = { event: "hint", question: name, step: m.step };
  else if (kind === "reader" && m.op === "add") data = { event: "annotate", annotation: m.annotation };
  else if (kind === "reader" && m.op === "change") data = { event: "annotation-changed", annotation: m.id, changes: m.changes };
  else if (kind === "reader" && m.op === "remove") data = { event: "annotation-removed", annotation: m.id };
  else if (kind === "reader" && m.op === "commit" && task) data = { event: "committed", task };
  // The same message is the same event, however often it is written.
  return data && { v: 1, id: n.toString(16).padStart(32, "0"), at: new Date(t).toISOString(), session: "browser", ...data };
}

/** The keys of the browser's outboxes that begin so, and of those that only this page holds. */
function outboxes(/** @type {string} */ prefix) {
  /** @type {string[]} */
  let kept = [];
  try {
    kept = Object.keys(localStorage);
  } catch {
    // What is blocked holds nothing.
  }
  return [...new Set([...kept, ...heldKeys()])].filter((key) => key.startsWith(prefix));
}

/** What waits to be marked, as events, oldest first. */
export function unsent(/** @type {string} */ named, /** @type {Record<string, number>} */ versions) {
  const prefix = `coursekit:outbox:${named}:`;
  const waiting = outboxes(prefix).flatMap((key) => createOutbox(key).all().map((entry) => ({ what: key.slice(prefix.length), entry })));
  waiting.sort((a, b) => a.entry.t - b.entry.t || a.entry.n - b.entry.n);
  return waiting.flatMap(({ what, entry }) => asEvent(what, entry, versions) ?? []);
}

/** The journal that the browser keeps, as text; null where it cannot be read now. */
async function journal(/** @type {string} */ named) {
  try {
    return (await (await openWork(`coursekit:${named}`)).load()).journal;
  } catch {
    return null;
  }
}

/** The events in a journal's text; lines that are none are passed over. Pure. @returns {Record<string, any>[]} */
export function eventsIn(/** @type {string} */ text) {
  /** @type {Map<string, Record<string, any>>} */
  const found = new Map();
  for (const line of text.split("\n")) {
    try {
      const event = JSON.parse(line);
      if (typeof event?.id === "string" && typeof event.event === "string" && !found.has(event.id)) found.set(event.id, event);
    } catch {
      // A torn line; Python sets it aside, too.
    }
  }
  return [...found.values()];
}

/** An event as a line of a journal, in which there is no half of a sign. */
const lineOf = (/** @type {object} */ event) => `${JSON.stringify(event, (_, value) => (typeof value === "string" ? wellFormed(value) : value))}\n`;

/** All of one's work as a journal: what is kept, and what waits; and a sentence where what was kept could not be read. */
export async function workHere(/** @type {string} */ named, /** @type {Record<string, number>} */ versions) {
  const waiting = unsent(named, versions).map(lineOf);
  const kept = await journal(named);
  const unread = kept === null && drawer(keptSign(named)).get() !== null ? UNREAD : "";
  return { text: (kept ?? "") + waiting.join(""), unread };
}
