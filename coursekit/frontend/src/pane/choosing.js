// Which sheet shows what, and what can be chosen in the head of the pane. Pure.

/** Texts before tasks before what is only there to point in. */
const RANK = { text: 0, task: 1, point: 2 };

/** The sheet for a paragraph: the one that shows, if it has it; null where none has. One that can be read comes first. */
export function sheetFor(/** @type {PaneSheet[]} */ sheets, /** @type {string} */ current, /** @type {string} */ siglum, /** @type {string} */ paragraph) {
  const all = sheets.filter((sheet) => sheet.siglum === siglum && sheet.ids.includes(paragraph));
  const ready = all.filter((sheet) => sheet.ready());
  const able = ready.length > 0 ? ready : all;
  const here = able.find((sheet) => sheet.id === current);
  return here ?? able.sort((one, other) => RANK[one.kind] - RANK[other.kind])[0] ?? null;
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
 */
export function choices(sheets, current, met) {
  const now = sheets.find((sheet) => sheet.id === current) ?? null;
  const listed = sheets.filter((sheet) => sheet.kind !== "task" || sheet === now || met.has(sheet.id));
  const sources = [...new Map(listed.map((sheet) => [sheet.siglum, sheet.title]))].map(([siglum, title]) => ({ siglum, title, on: siglum === now?.siglum }));
  const within = listed.filter((sheet) => sheet.siglum === now?.siglum && (sheet.kind !== "point" || sheet === now));
  return { sources, within: within.map((sheet) => ({ id: sheet.id, label: sheet.label, about: sheet.about, on: sheet === now })) };
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
