// Hands that were counted, typed in; and what the instructor notes of a vote.
import { fill, h, say } from "../dom.js";
import { plain } from "../text.js";
import { optionsOf } from "./asked.js";
import { selectField, textField, typedIn } from "./console-fields.js";
import { roundOf } from "./console-next.js";

export function createHands(/** @type {(more: Record<string, unknown>) => Promise<boolean>} */ send) {
  const round = selectField("Of which round", "round", [["1", "first round"], ["2", "second round"]]);
  const fields = h("div", { class: "rc-row" });
  /** @type {ConsoleVote | null} */
  let last = null;
  let of = ""; // the vote and its round for which the form was laid out
  let typed = false; // and not counted in yet
  /** The hands of the round that is chosen, to be typed in or changed. */
  function layOut() {
    if (!last) return;
    typed = false;
    const before = last.hands[round.field.value] ?? {};
    fill(fields, optionsOf(last.asked).map((/** @type {Choice} */ { id, text }, /** @type {number} */ at) => textField(`${letter(at)} ${plain(text)}`, { name: id, numeric: true, value: String(before[id] ?? "") }).node));
  }
  fields.addEventListener("input", () => {
    typed = true;
  });
  round.field.addEventListener("change", () => typed || layOut());
  const form = h(
    "form",
    {
      class: "rc-form",
      on: {
        async submit(/** @type {Event} */ event) {
          event.preventDefault();
          const counts = Object.entries(typedIn(fields)).map(([id, typed]) => [id, Number(String(typed).trim() || 0)]);
          if (await send({ round: Number(round.field.value), counts: Object.fromEntries(counts) })) typed = false;
        },
      },
    },
    h("p", { class: "ck-soft" }, "Where phones cannot join: count hands. They come on top of the votes."),
    round.node,
    fields,
    h("button", { type: "submit", class: "ck-button ck-quiet" }, "Count them in"),
  );
  const node = h("details", { class: "rc-part" }, h("summary", null, h("h2", null, "Hands")), form);
  return {
    node,
    update(/** @type {ConsoleVote | null} */ vote) {
      last = vote;
      node.hidden = !vote || Boolean(vote.earlier) || optionsOf(vote.asked).length === 0;
      const now = vote && `${vote.id} ${roundOf(vote)}`;
      if (!vote || !now || of === now) return; // what is being typed in stays
      of = now;
      round.field.value = String(roundOf(vote));
      layOut();
    },
  };
}

const letter = (/** @type {number} */ at) => `(${String.fromCharCode(97 + at)})`;

export function createNote(/** @type {(note: string) => Promise<boolean>} */ send) {
  const { node: field, field: area } = textField("What you want to keep of this vote, for the debrief", { name: "note", rows: 3 });
  const state = h("span", { class: "ck-soft", role: "status" });
  const button = h("button", { type: "submit", class: "ck-button ck-quiet" }, "Keep the note");
  let of = "";
  async function keep() {
    const mine = of;
    if ((await send(area.value)) && mine === of) say(state, "Kept");
  }
  const form = h(
    "form",
    {
      class: "rc-form",
      on: {
        input: () => say(state, "Not kept yet"),
        change: keep, // whoever goes on to the next vote has left the field, and not always pressed the button
        submit(/** @type {Event} */ event) {
          event.preventDefault();
          keep();
        },
      },
    },
    field,
    h("p", null, button, " ", state),
  );
  const node = h("details", { class: "rc-part" }, h("summary", null, h("h2", null, "Note")), form);
  return {
    node,
    update(/** @type {ConsoleVote | null} */ vote) {
      node.hidden = !vote;
      if (!vote || of === vote.id) return;
      of = vote.id;
      area.value = vote.note;
      area.readOnly = button.hidden = Boolean(vote.earlier); // that note belongs to another session's debrief
      say(state, "");
    },
  };
}
