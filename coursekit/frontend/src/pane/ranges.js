// Paragraph ids as people write them: p1, p2, p3, m12 -> "p1–p3, m12"; parts of entries, too: e1.d, e1.t, e2.d -> "e1.d–e2.d". Pure.

const split = (/** @type {string} */ id) => {
  const [, letter = "", number = "", part = ""] = /^([a-z])(\d+)(\.[a-z])?$/.exec(id) ?? [];
  return letter ? { letter, number: Number(number), part } : null;
};

/** Whether one id follows another at once: the next number, or another part of the same entry. */
function follows(/** @type {ReturnType<typeof split>} */ before, /** @type {ReturnType<typeof split>} */ here) {
  if (!before || !here || before.letter !== here.letter || Boolean(before.part) !== Boolean(here.part)) return false;
  return here.number === before.number + 1 || (here.number === before.number && here.part !== before.part);
}

/** Name paragraphs in their order, runs of them by their ends; of more than `most` of these what comes first, and "…". */
export function spell(/** @type {string[]} */ ids, most = Infinity) {
  /** @type {string[][]} */
  const runs = [];
  for (const id of ids) {
    const run = runs.at(-1);
    if (run && follows(split(run.at(-1) ?? ""), split(id))) run.push(id);
    else runs.push([id]);
  }
  const named = runs.flatMap((run) => (run.length < 3 ? run : `${run[0]}–${run[run.length - 1]}`));
  return named.length > most ? `${named.slice(0, most).join(", ")} …` : named.join(", ");
}
