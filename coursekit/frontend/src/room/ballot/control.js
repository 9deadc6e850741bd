// Where one answers what a room asks: the course's own kinds of question, and their riders.
import { KINDS } from "../../kinds/index.js";
import { withRiders } from "../../riders/index.js";
import { createTaps } from "../../spans/taps.js";
import { bounds, means } from "../words.js";

const NOWHERE = "Nowhere here"; // short: it stands beside a button on the narrowest phone

/** How one points here: a finger taps words; and all that is pointed into is on the page. */
const pointed = () => ({ taps: matchMedia("(pointer: coarse)").matches ? createTaps() : undefined, nowhere: NOWHERE });

/** What is asked, as a card's view. @type {Record<Asked["kind"], (asked: Asked, id: string) => View>} */
const VIEWS = {
  choice: ({ prompt, options, confidence }, id) => ({ id, kind: "single", prompt, options, confidence }),
  number: ({ prompt, unit }, id) => ({ id, kind: "number", prompt, unit }),
  point: ({ prompt, source, edition, places, nowhere, confidence, paragraphs = [] }, id) => ({
    ...{ id, kind: "evidence", prompt, confidence, siglum: source, edition, most: places },
    ids: paragraphs.map((each) => each.id),
    ...pointed(),
    ...(nowhere ? {} : { nowhere: "" }),
  }),
  question: ({ card, prompt }, id) => ({ kind: "", prompt, ...card, id, ...pointed(), ...(card?.ground ? { ground: { ...card.ground, ...pointed() } } : {}) }),
};

/** The view of what is asked; ids on a page are of one vote. */
export const viewOf = (/** @type {Asked} */ asked, /** @type {string} */ id) => VIEWS[asked.kind](asked, id);

/** A number is typed as a text, and counts as a number. @type {{ out(answer: Answer): Answer, into(answer: Answer): Answer }} */
const TYPED = {
  out: ({ text, ...rest }) => (text === undefined ? rest : { ...rest, number: text }),
  into: ({ number, ...rest }) => (number === undefined ? rest : { ...rest, text: String(number) }),
};
const AS_IS = { out: (/** @type {Answer} */ answer) => answer, into: (/** @type {Answer} */ answer) => answer };

/**
 * A control for what is asked; null where this page does not know its kind.
 *
 * @param {Asked} asked
 * @param {View} view  from viewOf
 * @param {{ labelId: string, hintId: string, changed(how: How): void, submit(): void }} room
 */
export function controlFor(asked, view, room) {
  const kind = /** @type {Kind | undefined} */ (KINDS[view.kind]);
  if (!kind) return null;
  const text = { op: /** @type {const} */ ("text"), paragraphs: /** @type {any} */ (asked.paragraphs ?? []), locked: "" };
  const control = withRiders(view, kind, { ...room, id: view.id, asks: view.prompt, askText: () => control.told(text), means });
  const { out, into } = asked.kind === "number" ? TYPED : AS_IS;
  if (text.paragraphs.length > 0) control.told(text);
  control.place(null);
  if (view.kind === "evidence") control.attend();
  return {
    ...control,
    hint: asked.kind === "number" ? bounds(asked) : control.hint,
    read: () => out(control.read()),
    write: (/** @type {Answer} */ answer) => control.write(into(answer)),
    /** Whether it has an answer, besides how sure one is of it. */
    answered: () => Object.keys(control.read()).some((part) => part !== "confidence"),
  };
}
