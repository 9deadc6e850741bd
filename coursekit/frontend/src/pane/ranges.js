// Paragraph ids as people write them: p1, p2, p3, m12 -> "p1–p3, m12". Pure.

const split = (/** @type {string} */ id) => {
  const [, letter = "", number = ""] = /^([a-z])(\d+)$/.exec(id) ?? [];
  return letter ? { letter, number: Number(number) } : null;
};

/** Name paragraphs in a word or two: by the first and the last of them. */
export function brief(/** @type {string[]} */ ids) {
  const [first = "", last = first] = [ids[0], ids[ids.length - 1]];
  return first === last ? first : `${first}–${last}`;
}

/** Name paragraphs in their order, runs of them by their ends. */
export function spell(/** @type {string[]} */ ids) {
  /** @type {string[][]} */
  const runs = [];
  for (const id of ids) {
    const run = runs.at(-1);
    const [before, here] = [split(run?.at(-1) ?? ""), split(id)];
    if (run && before && here && before.letter === here.letter && here.number === before.number + 1) run.push(id);
    else runs.push([id]);
  }
  return runs.map((run) => (run.length < 3 ? run.join(", ") : `${run[0]}–${run[run.length - 1]}`)).join(", ");
}
