// How a lesson is cut: the marks in its cells, read. No elements here.
//
// The same marks are read by coursekit/outline/sittings.py, and the cases in tests/outline hold for both. What is
// read here beyond that is what a page needs: screens (what is opened at one go) and what comes after which answer.

import { goalOf, isAfterwards, SITTING } from "./marks.js";

const STEP = /^#{2,3}\s+(\S.*)$/;
const TITLE = /^#\s+(\S.*)$/;
const CALL = /^from coursekit\.lesson import (\w+)\s*\n\s*(\w+)\(\s*(?:(["'])(.*?)\3)?/;
const LINK = /\]\(([^()\s]*?(\d\d)-[a-z0-9-]+\.ipynb)\)/g;
const QUESTIONS = ["ask", "predict", "reflect"];
const TASK = "annotate";
const DOCUMENTS = ["read", TASK]; // what puts one beside the lesson
const FOR_PROGRAMS = "points"; // such a cell takes no room
const OF_AN_EXERCISE = "results"; // every exercise has it, and no lesson
const HAND_IN = "hand_in"; // in a lesson it stands below the end, for those who are asked for it

/**
 * @typedef {{ verb: string, id: string, card: boolean, after: string, prose: boolean }} PlanCell
 *   after: of text that comes afterwards, the card it waits for
 * @typedef {{ title: string, first: number, last: number }} PlanStep
 * @typedef {{ key: string, first: number, last: number, card: string, step: number }} Screen
 *   key: by which it is remembered that it is done; card: what it asks, "" where it only tells
 * @typedef {{ number: number, title: string, goal: string, minutes: number | null, first: number, last: number, foot: number,
 *             steps: PlanStep[], screens: Screen[], questions: string[], tasks: string[] }} PlanSitting
 *   foot: the last cell that can be seen, but for what stands below a lesson's end
 * @typedef {{ path: string, number: string, exercise: boolean }} Way
 * @typedef {{ ours: boolean, unit: import("../unit.js").Unit, title: string, marked: boolean, head: number, cells: PlanCell[], sittings: PlanSitting[], onwards: Way[] }} Plan
 */

const first = (/** @type {RawCell} */ cell) => (cell.code ? "" : cell.source.trimStart().split("\n", 1)[0].trimEnd());
const title = (/** @type {RawCell} */ cell) => STEP.exec(first(cell))?.[1] ?? "";

/** What a code cell calls; nothing where it calls none of our verbs. */
function call(/** @type {RawCell} */ cell) {
  const found = cell.code ? CALL.exec(cell.source.trim()) : null;
  return found && found[1] === found[2] ? { verb: found[1], id: found[4] ?? "" } : { verb: "", id: "" };
}

function goalUnder(/** @type {string} */ source) {
  const [, after = ""] = source.trimStart().split(/\n\s*\n/);
  return goalOf(after.split("\n").map((line) => line.trim()).join(" "));
}

/** Each cell by itself. */
function described(/** @type {RawCell[]} */ raw) {
  let above = { verb: "", id: "" };
  return raw.map((cell) => {
    const { verb, id } = call(cell);
    const card = [...QUESTIONS, TASK].includes(verb);
    const waits = isAfterwards(first(cell)) && [...QUESTIONS, TASK].includes(above.verb);
    if (cell.code) above = { verb, id };
    return { verb, id, card, after: waits ? above.id : "", prose: !cell.code };
  });
}

/**
 * A step's cells as screens: each ends with a card. A step that only tells is a screen of its own; what a step tells
 * after its last card stands with what follows.
 */
function screensOf(/** @type {PlanStep[]} */ steps, /** @type {PlanCell[]} */ cells) {
  /** @type {Screen[]} */
  const screens = [];
  let from = -1;
  steps.forEach((step, number) => {
    const only = cells.slice(step.first, step.last + 1).every((cell) => !cell.card);
    for (let at = step.first; at <= step.last; at += 1) {
      if (from < 0) from = at;
      const told = only && at === step.last && step.title !== "";
      if (!cells[at].card && !told) continue;
      const card = cells[at].card ? cells[at].id : "";
      screens.push({ key: card || `told:${step.title}`, first: from, last: at, card, step: number });
      from = -1;
    }
  });
  const end = steps.at(-1)?.last ?? -1;
  if (from >= 0 && from <= end) screens.push({ key: "end", first: from, last: end, card: "", step: steps.length - 1 });
  return screens;
}

/** Whether a notebook lays out documents. */
export const hasDocuments = (/** @type {RawCell[]} */ raw) => raw.some((cell) => DOCUMENTS.includes(call(cell).verb));

/** Where a lesson's last sitting leads: exercises and lessons that its text links to, each once. */
function waysOn(/** @type {RawCell[]} */ raw) {
  /** @type {Map<string, Way>} */
  const found = new Map();
  for (const cell of raw) {
    if (cell.code) continue;
    for (const [, path, number] of cell.source.matchAll(LINK)) {
      found.set(path, { path, number, exercise: /(^|\/)exercises\//.test(path) });
    }
  }
  return [...found.values()];
}

/** Of these ways those that lead on from a lesson or an exercise, and not back. */
export function ahead(/** @type {Way[]} */ ways, /** @type {string} */ path) {
  const here = /(\d\d)-[^/]*\.ipynb$/.exec(path)?.[1] ?? "";
  const exercise = /(^|\/)exercises\//.test(path);
  return ways.filter((way) => (way.exercise ? !exercise && way.number >= here : way.number > here));
}

/** A path in the course, from one that is written in the lesson at another. */
export function resolve(/** @type {string} */ path, /** @type {string} */ from) {
  const parts = from.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== ".") parts.push(part);
  }
  return parts.join("/");
}

/**
 * Read a lesson's cells.
 *
 * @param {RawCell[]} raw
 * @returns {Plan}
 */
export function planOf(raw) {
  const cells = described(raw);
  const unit = cells.some(({ verb }) => verb === OF_AN_EXERCISE) ? "exercise" : "lesson";
  const below = unit === "lesson" ? [FOR_PROGRAMS, HAND_IN] : [FOR_PROGRAMS];
  const starts = raw.flatMap((cell, at) => (SITTING.test(first(cell)) ? [at] : []));
  const marked = starts.length > 0;
  if (!marked) {
    const begins = raw.findIndex((cell) => title(cell) !== "");
    starts.push(begins < 0 ? raw.length : begins);
  }
  const sittings = starts.map((start, at) => {
    const last = (starts[at + 1] ?? raw.length) - 1;
    const heading = marked ? SITTING.exec(first(raw[start])) : null;
    /** @type {PlanStep[]} */
    const steps = [];
    for (let cell = start; cell <= last; cell += 1) {
      const own = heading && cell === start ? "" : title(raw[cell]);
      if (own || steps.length === 0) steps.push({ title: own, first: cell, last: cell });
      steps[steps.length - 1].last = cell;
    }
    const inside = cells.slice(start, last + 1);
    const ids = (/** @type {string[]} */ verbs) => [...new Set(inside.filter(({ verb }) => verbs.includes(verb)).map(({ id }) => id))];
    return {
      number: heading ? Number(heading[1]) : 1,
      title: heading?.[2] ?? "",
      ...(heading ? goalUnder(raw[start].source) : { goal: "", minutes: null }),
      first: start,
      last,
      foot: start + Math.max(0, inside.findLastIndex(({ verb }) => !below.includes(verb))),
      steps,
      screens: screensOf(steps, cells),
      questions: ids(QUESTIONS),
      tasks: ids([TASK]),
    };
  });
  // What only shows something of ours (an instructor's desk) is no lesson.
  const lead = cells.find(({ prose }) => !prose);
  return {
    ours: Boolean(lead?.verb) && (lead?.verb === "begin" || cells.some(({ card }) => card)),
    unit,
    title: TITLE.exec(raw.map(first).find((line) => TITLE.test(line)) ?? "")?.[1] ?? "",
    marked,
    head: starts[0],
    cells,
    sittings,
    onwards: waysOn(raw.slice(starts.at(-1))),
  };
}
