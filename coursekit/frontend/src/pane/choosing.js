// Which sheet shows what, and what can be chosen in the head of the pane. Pure.
import { spell } from "./ranges.js";

/** Texts before tasks before what is only there to point in. */
const RANK = { text: 0, task: 2, point: 3 };
const OWN = 1;
const MOST_NAMED = 1; // runs of paragraphs in a tab

/**
 * The sheet that a reference leads to; null where none has its paragraph. One that can be read comes first. A text to
 * read is what a reference asks for, and of several the one that shows; then the sheet in which the question that has
 * the reference is itself pointed at, and before all texts while that shows.
 *
 * @param {PaneSheet[]} sheets  in the order of the lesson
 * @param {string} current
 * @param {{ source: string, paragraph: string, to?: string, question?: string }} at
 */
export function sheetFor(sheets, current, { source, paragraph, to = paragraph, question = "" }) {
  const all = sheets.filter((sheet) => sheet.siglum === source && sheet.ids.includes(paragraph));
  const ready = all.filter((sheet) => sheet.ready());
  const rank = (/** @type {PaneSheet} */ { id, kind, ids }) => {
    const own = question !== "" && id === `point:${question}`;
    const sort = own ? (id === current ? RANK.text : OWN) : RANK[kind];
    return 4 * sort + (id === current ? 0 : 2) + (ids.includes(to) ? 0 : 1);
  };
  return (ready.length > 0 ? ready : all).sort((one, other) => rank(one) - rank(other))[0] ?? null;
}

/**
 * Whether a sheet that a reference leads to is shown only to be read: a task's, unless somebody is at work in it, and
 * that of another question. Else a press meant for reading could mark something there.
 *
 * @param {PaneSheet} sheet
 * @param {string} current
 * @param {boolean} reads  what shows is only there to be read
 * @param {string} question  that has the reference
 */
export function onlyToRead({ id, kind, read, ready }, current, reads, question = "") {
  if (!read || !ready()) return false;
  if (kind === "task") return id !== current || reads;
  return kind === "point" && id !== `point:${question}`;
}

/**
 * The sheet to turn to when a card is worked at that asks for no words of its own: none where what shows is what the
 * card rests on. A sheet of another question that is answered is left in any case. Its id, or "".
 *
 * @param {PaneSheet[]} sheets
 * @param {string} current
 * @param {{ question: string, refs: { source: string, from: string }[] }} card
 */
export function leadsTo(sheets, current, { question, refs }) {
  const now = sheets.find(({ id }) => id === current);
  if (now?.id === `point:${question}`) return "";
  const stale = now?.kind === "point" && now.done?.() === true;
  const rests = (/** @type {PaneSheet} */ { siglum, ids }) => refs.some(({ source, from }) => source === siglum && ids.includes(from));
  if (now && !stale && (refs.length === 0 || rests(now))) return "";
  const texts = sheets.filter(({ kind, ready }) => kind === "text" && ready());
  const wanted = texts.find(rests) ?? (stale ? texts.find(({ siglum }) => siglum === now?.siglum) : undefined);
  return wanted && wanted !== now ? wanted.id : "";
}

/**
 * The sources, and the sheets of the one in hand. A sheet to point in is offered only while it shows: there may be one
 * a question.
 *
 * @param {PaneSheet[]} sheets  in the order of the lesson
 * @param {string} current
 * @param {Set<string>} met  the sheets whose place in the lesson has been in sight; no task is offered before
 * @param {boolean} reads  what shows is only there to be read; it has a tab of its own, and no id
 */
export function choices(sheets, current, met, reads = false) {
  const now = sheets.find((sheet) => sheet.id === current) ?? null;
  const listed = sheets.filter((sheet) => sheet.kind !== "task" || sheet === now || met.has(sheet.id));
  const sources = [...new Map(listed.map((sheet) => [sheet.siglum, sheet.title]))].map(([siglum, title]) => ({ siglum, title, on: siglum === now?.siglum }));
  const atWork = (/** @type {PaneSheet} */ sheet) => sheet === now && !reads;
  const own = listed.filter((sheet) => sheet.siglum === now?.siglum && (sheet.kind === "text" || atWork(sheet) || (sheet.kind === "task" && met.has(sheet.id))));
  const within = own.map((sheet) => ({ id: sheet.id, label: sheet.label, about: sheet.about, ids: sheet.ids, on: atWork(sheet) }));
  const only = reads && now ? [{ id: "", label: `Read ${now.title}`, about: now.about, ids: now.ids, on: true }] : [];
  return { sources, within: toldApart([...only, ...within]) };
}

/** What would read the same has its paragraphs named as well, as far as a tab has room. */
function toldApart(/** @type {{ id: string, label: string, about: string, ids: string[], on: boolean }[]} */ tabs) {
  return tabs.map(({ ids, ...tab }) => {
    const alone = tabs.filter(({ label }) => label === tab.label).length === 1;
    return alone ? tab : { ...tab, label: `${tab.label}, ${spell(ids, MOST_NAMED)}` };
  });
}

/**
 * What a lesson shows before anybody has chosen: what was shown last, unless its question is answered; else its first
 * text, its first task, what there is.
 *
 * @param {PaneSheet[]} sheets
 * @param {string} left  the id of the sheet shown last
 */
export function firstToShow(sheets, left = "") {
  const before = sheets.find(({ id, done }) => id === left && !done?.());
  return before ?? sheets.find(({ kind }) => kind === "text") ?? sheets.find(({ kind }) => kind === "task") ?? sheets[0] ?? null;
}

/** The sheet that a source's tab opens: the one seen last, else its first text, else its first. */
export function firstOf(/** @type {PaneSheet[]} */ sheets, /** @type {string} */ siglum, /** @type {string | undefined} */ seen) {
  const own = sheets.filter((sheet) => sheet.siglum === siglum);
  return own.find((sheet) => sheet.id === seen) ?? own.find((sheet) => sheet.kind === "text") ?? own[0] ?? null;
}
