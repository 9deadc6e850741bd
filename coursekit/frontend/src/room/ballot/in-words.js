// An answer in words: what one said, once it can no longer be changed. Pure.
import { plain } from "../../text.js";

/** @typedef {Record<string, unknown>} Said */

const texts = (/** @type {Choice[] | undefined} */ list) => new Map((list ?? []).map(({ id, text }) => [id, plain(text)]));
const quoted = (/** @type {any} */ pointed) =>
  pointed?.nowhere ? ["nowhere"] : (pointed?.spans ?? []).map((/** @type {any} */ span) => `${span.paragraph}: “${span.quote}”`);

/** Pairs of what was laid beside what. */
function pairs(/** @type {Record<string, string>} */ given, /** @type {Choice[]} */ lines, /** @type {Choice[]} */ choices) {
  const [left, right] = [texts(lines), texts(choices)];
  return Object.entries(given).map(([line, choice]) => `${left.get(line) ?? line}: ${right.get(choice) ?? choice}`);
}

function cells(/** @type {Record<string, any>} */ given, /** @type {View} */ { rows = [], columns = [] }) {
  const lines = texts(rows);
  return Object.entries(given).flatMap(([row, values]) =>
    Object.entries(/** @type {Record<string, string>} */ (values)).map(([id, value]) => {
      const column = columns.find((/** @type {Column} */ each) => each.id === id);
      return `${lines.get(row) ?? row}, ${column?.name ?? id}: ${texts(column?.choices).get(value) ?? value}`;
    }),
  );
}

/** @type {Record<string, (given: any, view: View) => string[]>} */
const PARTS = {
  choice: (given, { options }) => [texts(options).get(given) ?? String(given)],
  choices: (given, { options }) => given.map((/** @type {string} */ id) => texts(options).get(id) ?? id),
  order: (given, { items }) => given.map((/** @type {string} */ id, /** @type {number} */ at) => `${at + 1}. ${texts(items).get(id) ?? id}`),
  pairs: (given, { left, right }) => pairs(given, left, right),
  classes: (given, { cards, classes }) => pairs(given, cards, classes),
  cells,
  text: (given) => [String(given)],
  number: (given, { unit }) => [`${given} ${unit ?? ""}`.trim()],
  ground: (given) => quoted(given).map((/** @type {string} */ words) => `by ${words}`),
};

/** Lines of what an answer says; how sure one was comes last. */
export function inWords(/** @type {Said} */ answer, /** @type {View} */ view) {
  const lines = Object.entries(answer).flatMap(([part, given]) => PARTS[part]?.(given, view) ?? []);
  const sure = answer.confidence === undefined ? [] : [`${answer.confidence} % sure`];
  return [...quoted(answer), ...lines, ...sure];
}
