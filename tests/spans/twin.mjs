// The front end's own modules, asked by the tests: one question a line (JSON), one answer a line.
import { createInterface } from "node:readline";
import { across, carrySpan } from "../../coursekit/frontend/src/spans/carry.js";
import { createText } from "../../coursekit/frontend/src/spans/codepoints.js";
import { anchorSpan, makeSpan } from "../../coursekit/frontend/src/spans/span.js";

const where = { source: "LET", edition: "guide", paragraph: "p1" };
const answers = {
  make: ({ text, start, end }) => makeSpan(where, createText(text), start, end),
  anchor: ({ text, span }) => anchorSpan(createText(text), span),
  across: ({ phrase, other, start, end }) => across([...phrase], [...other], start, end),
  carry: ({ span, text, target, links }) => carrySpan(span, createText(text), createText(target), links),
  // A browser's places, there and back: what a selection of these units means, and where it is shown.
  units: ({ text, start, end }) => {
    const held = createText(text);
    const [from, to] = [held.unit(start), held.unit(end)];
    return { start: held.point(from), end: held.point(to, true), words: held.value.slice(from, to), length: held.length };
  },
};
for await (const line of createInterface({ input: process.stdin })) {
  const { ask, ...data } = JSON.parse(line);
  // JSON.stringify escapes what is unpaired, so nothing is lost on the way back.
  process.stdout.write(`${JSON.stringify(answers[ask](data))}\n`);
}
