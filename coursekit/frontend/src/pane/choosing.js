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
 * The sources, and the sheets of the one in hand. A sheet to point in is offered only while it shows: there may be one
 * a question.
 *
 * @param {PaneSheet[]} sheets  in the order of the lesson
 * @param {string} current
 */
export function choices(sheets, current) {
  const now = sheets.find((sheet) => sheet.id === current) ?? null;
  const sources = [...new Map(sheets.map((sheet) => [sheet.siglum, sheet.title]))].map(([siglum, title]) => ({ siglum, title, on: siglum === now?.siglum }));
  const within = sheets.filter((sheet) => sheet.siglum === now?.siglum && (sheet.kind !== "point" || sheet === now));
  return { sources, within: within.map((sheet) => ({ id: sheet.id, label: sheet.label, about: sheet.about, on: sheet === now })) };
}

/** What a lesson shows before anybody has chosen: its first text, else its first task, else what there is. */
export function firstToShow(/** @type {PaneSheet[]} */ sheets) {
  return sheets.find(({ kind }) => kind === "text") ?? sheets.find(({ kind }) => kind === "task") ?? sheets[0] ?? null;
}

/** The sheet that a source's tab opens: the one seen last, else its first text, else its first. */
export function firstOf(/** @type {PaneSheet[]} */ sheets, /** @type {string} */ siglum, /** @type {string | undefined} */ seen) {
  const own = sheets.filter((sheet) => sheet.siglum === siglum);
  return own.find((sheet) => sheet.id === seen) ?? own.find((sheet) => sheet.kind === "text") ?? own[0] ?? null;
}
