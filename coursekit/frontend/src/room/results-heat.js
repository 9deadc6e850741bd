// The text with its heat: how many point at each word, as tone, as a line below it, and as a number after it.
import { h, safe } from "../dom.js";
import { createText } from "../spans/codepoints.js";

const STEPS = 5;
const NEAR = 60; // characters of the text that stay on each side of what is pointed at, where the rest is left out
const LEFT_OUT = "[…]";

/**
 * A paragraph cut where the count or the expert's passage changes. Pure.
 *
 * @param {Units} text
 * @param {[number, number, number][]} words  start and end in code points, and how many
 * @param {[number, number][]} expert  an expert's places in it
 */
export function segments(text, words, expert = []) {
  const runs = joined(text, words);
  const whole = expert.filter(([start, end]) => end > start);
  const cuts = new Set([0, text.length, ...runs.flatMap(({ start, end }) => [start, end]), ...whole.flat()]);
  const places = [...cuts].filter((at) => at >= 0 && at <= text.length).sort((one, two) => one - two);
  return places.slice(0, -1).map((start, at) => {
    const end = places[at + 1];
    const run = runs.find((each) => each.start <= start && end <= each.end);
    return {
      text: text.slice(start, end),
      count: run?.count ?? 0,
      counts: run?.end === end, // the number stands after it
      expert: whole.some(([from, to]) => from <= start && end <= to),
      opens: whole.some(([from]) => from === start),
    };
  });
}

/**
 * The same, where of long stretches that nobody points at only what is near is left. Pure.
 *
 * @param {ReturnType<typeof segments>} parts
 */
export function shortened(parts, near = NEAR) {
  return parts.map((part, at) => {
    const signs = [...part.text];
    const sides = Number(at > 0) + Number(at < parts.length - 1);
    if (part.count || part.expert || signs.length <= (sides + 1) * near) return part;
    const head = at > 0 ? signs.slice(0, near).join("").replace(/\S*$/, "").trimEnd() : "";
    const tail = at < parts.length - 1 ? signs.slice(-near).join("").replace(/^\S*/, "").trimStart() : "";
    return { ...part, text: [head, LEFT_OUT, tail].filter(Boolean).join(" ") };
  });
}

/** Words beside each other that equally many point at are one. */
function joined(/** @type {Units} */ text, /** @type {[number, number, number][]} */ words) {
  /** @type {{ start: number, end: number, count: number }[]} */
  const runs = [];
  for (const [start, end, count] of words) {
    const last = runs.at(-1);
    if (last && last.count === count && !text.slice(last.end, start).trim()) last.end = end;
    else runs.push({ start, end, count });
  }
  return runs;
}

/** Of how many the warmest words are: the most of the class that agree, so that little agreement stays pale. */
export function warmest(/** @type {PointedFound} */ { words, people }) {
  const counts = Object.values(words).flatMap((of) => of.map(([, , count]) => count));
  return Math.max(1, people / 4, ...counts);
}

/** 1 to 5: how warm. */
export function step(/** @type {number} */ count, /** @type {number} */ most) {
  return Math.min(STEPS, Math.max(1, Math.ceil((STEPS * count) / most)));
}

export function heatDrawn(
  /** @type {PointedFound} */ pointed,
  /** @type {RoomParagraph[]} */ paragraphs,
  /** @type {RoomExpert | null} */ expert,
  short = false,
) {
  const { words } = pointed;
  const most = warmest(pointed);
  const places = (/** @type {string} */ id) =>
    (expert?.passages ?? []).filter(({ paragraph }) => paragraph === id).flatMap(({ ranges }) => ranges);
  /** @type {Child[]} */
  const rows = [];
  /** @type {string[]} */
  let cold = [];
  const passOver = () => {
    if (cold.length > 0) rows.push(h("p", { class: "rm-cold" }, `${cold.join(", ")}: nobody points here`));
    cold = [];
  };
  for (const { id, text } of paragraphs) {
    if (!words[id]?.length && places(id).length === 0) {
      cold.push(id);
      continue;
    }
    passOver();
    const whole = segments(createText(text), words[id] ?? [], places(id));
    const parts = short ? shortened(whole) : whole;
    rows.push(h("div", { class: "rm-prow" }, h("span", { class: "rm-id" }, id), h("p", { dir: "auto" }, parts.map((each) => drawn(each, most)))));
  }
  passOver();
  return h("div", { class: "rm-heat" }, h("p", { class: "rm-key" }, "Numbers: how many people point at the words before them."), rows);
}

function drawn(/** @type {ReturnType<typeof segments>[number]} */ { text, count, counts, expert, opens }, /** @type {number} */ most) {
  const hot =
    count > 0 ? h("mark", { data: { step: step(count, most) } }, text, counts && h("span", { class: "rm-n" }, String(count))) : safe(text);
  if (!expert) return hot;
  return h("span", { class: ["rm-expert", opens && "rm-opens"] }, opens && h("span", { class: "rm-tag" }, "expert"), hot);
}
