// What a question says about itself.

/** @type {Record<string, string>} */
export const HEADS = {
  unanswered: "Not answered yet.",
  right: "Right.",
  partly: "Partly right.",
  wrong: "Not quite.",
  human: "Kept for reading.",
};
/** @type {Record<string, string>} */
export const TONES = { right: "Right.", wrong: "Not this.", partly: "Partly.", note: "" };

/** @type {Record<string, string>} */
const KNOWN = {
  print: "known from print",
  "archive page": "known from an archive’s page",
  "web copy": "known from a copy on the web",
  "from memory": "from memory, not checked",
  conjecture: "a conjecture",
};

/** How a fact from outside is known, in a sentence's words. */
export function known(/** @type {string} */ certainty) {
  return KNOWN[certainty] ?? certainty ?? "";
}

/** 1 point, 2.5 points; a mark as "2 of 3 points". */
export function points(/** @type {number} */ number) {
  return `${Number(number)} point${Number(number) === 1 ? "" : "s"}`;
}

/**
 * A prompt as paragraphs: [{text, asks}]. What asks is the one with a question mark at its end, or the
 * last; what only leads up to it is set lighter.
 */
export function promptParts(/** @type {string | undefined} */ prompt) {
  const parts = String(prompt ?? "").split(/\n{2,}/);
  const questions = parts.map((part) => /\?\W*$/.test(part));
  return parts.map((text, index) => ({ text, asks: questions.includes(true) ? questions[index] : index === parts.length - 1 }));
}

/** What counts, in the line under the prompt. */
export function worth(/** @type {View} */ view) {
  return view.method ? `${counted(view)} · about method` : counted(view);
}

function counted(/** @type {View} */ view) {
  if (view.purpose === "prediction") return "a prediction";
  if (view.purpose === "warm-up") return "a warm-up, not counted";
  if (view.purpose === "review") return "comes back, not counted";
  if (view.purpose === "reflection") return "for you to look back";
  return points(view.points ?? 1);
}

/** Purposes whose points count nowhere, and are not told of. */
export const UNCOUNTED = new Set(["prediction", "warm-up", "reflection", "review"]);

/** The head of the feedback, for eyes and for ears. */
export function head(/** @type {Mark} */ mark, /** @type {View} */ view) {
  if (view.purpose === "prediction" && mark.state !== "unanswered") return "Kept. At the end of the lesson it stands beside the text.";
  const [right, blank, of] = mark.tally ?? [];
  const words = blank ? `${right} of ${of} right, ${blank} not answered yet.` : (HEADS[mark.state] ?? "");
  if (mark.state === "human") return view.rows?.length ? "Kept. Nobody but you and your teacher reads it." : "Kept.";
  if (UNCOUNTED.has(view.purpose ?? "")) return words;
  if (mark.state === "partly" || (mark.state !== "unanswered" && mark.of > 1)) {
    return `${words.slice(0, -1)}: ${Number(mark.points)} of ${points(mark.of)}.`;
  }
  return words;
}

/**
 * Sort notes into those on what the learner did, and those that give the answer away. The second kind waits until it
 * is asked for, or trying again would be copying. Which is which was said where the answer was marked.
 */
export function sortNotes(/** @type {MarkNote[]} */ notes) {
  return { own: notes.filter((note) => !note.reveals), key: notes.filter((note) => note.reveals) };
}
