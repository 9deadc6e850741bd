// Paragraph ids as people write them: p1, p2, p3, m12 -> "p1–p3, m12"; parts of entries, too: e1.d, e1.t, e2.d -> "e1.d–e2.d". Pure.
import { partsOf } from "../ids.js";

/** Whether one id follows another at once: the next number, or another part of the same entry. */
function follows(/** @type {string} */ earlier, /** @type {string} */ id) {
  const [before, here] = [partsOf(earlier), partsOf(id)];
  if (!here.letters || before.letters !== here.letters || Boolean(before.field) !== Boolean(here.field)) return false;
  return here.number === before.number + 1 || (here.number === before.number && here.field !== before.field);
}

/** Name paragraphs in their order, runs of them by their ends; of more than `most` of these what comes first, and "…". */
export function spell(/** @type {string[]} */ ids, most = Infinity) {
  /** @type {string[][]} */
  const runs = [];
  for (const id of ids) {
    const run = runs.at(-1);
    if (run && follows(run.at(-1) ?? "", id)) run.push(id);
    else runs.push([id]);
  }
  const named = runs.flatMap((run) => (run.length < 3 ? run : `${run[0]}–${run[run.length - 1]}`));
  return named.length > most ? `${named.slice(0, most).join(", ")} …` : named.join(", ");
}
