// What a question says about itself.

export const HEADS = {
  unanswered: "Not answered yet.",
  right: "Right.",
  partly: "Partly right.",
  wrong: "Not quite.",
  human: "Kept for reading.",
};
export const TONES = { right: "Right.", wrong: "Not this.", partly: "Partly.", note: "" };

/** 1 point, 2.5 points; a mark as "2 of 3 points". */
export function points(number) {
  return `${Number(number)} point${Number(number) === 1 ? "" : "s"}`;
}

/** What counts, in the line under the prompt. */
export function worth(view) {
  if (view.purpose === "prediction") return "a prediction";
  if (view.purpose === "warm-up") return "a warm-up, not counted";
  if (view.purpose === "reflection") return "for you to look back";
  return points(view.points ?? 1);
}

/** The head of the feedback, for eyes and for ears. */
export function head(mark, view) {
  if (view.purpose === "prediction") return "Kept. You will see it beside the text.";
  const words = HEADS[mark.state] ?? "";
  if (mark.state === "human") return view.rows?.length ? "Kept. Nobody but you and your teacher reads it." : "Kept.";
  if (mark.state === "partly" || (mark.state !== "unanswered" && mark.of > 1)) {
    return `${words.slice(0, -1)}: ${Number(mark.points)} of ${points(mark.of)}.`;
  }
  return words;
}

/**
 * Sort notes into those on what the learner did, and those that give the answer away: right parts which
 * were not chosen. The second kind waits until it is asked for, or trying again would be copying.
 */
export function sortNotes(mark, chosen) {
  const own = [];
  const key = [];
  for (const note of mark.feedback ?? []) {
    const away = mark.state !== "right" && note.tone === "right" && chosen(note.part) === false;
    (away ? key : own).push(note);
  }
  return { own, key };
}
