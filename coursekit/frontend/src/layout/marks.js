// The words of a lesson's marks, as coursekit/outline/marks.py has them: an author writes them in the prose's language.
export const SITTING = /^##\s+(?:Sitting|Abschnitt)\s+(\d{1,3}):\s+(\S.*)$/;
const AFTERWARDS = ["**Afterwards.**", "**Danach.**"];
const GOALS = [
  /^\*(?:About\s+(\d{1,3})\s+minutes\.\s+)?Goal:\s+(.*\S)\*$/,
  /^\*(?:Etwa\s+(\d{1,3})\s+Minuten\.\s+)?Ziel:\s+(.*\S)\*$/,
];

/** Whether a line begins what comes after an answer. */
export const isAfterwards = (/** @type {string} */ line) => AFTERWARDS.some((words) => line.startsWith(words));

/** A sitting's goal, and its minutes where they are said. */
export function goalOf(/** @type {string} */ words) {
  const found = GOALS.map((goal) => goal.exec(words)).find((each) => each);
  return { goal: found?.[2] ?? "", minutes: found?.[1] ? Number(found[1]) : null };
}
