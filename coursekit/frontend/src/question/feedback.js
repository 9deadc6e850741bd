// The reasons: a common block below the answer, and notes beside the parts they speak of.
import { append, fill, h, uid } from "../dom.js";
import { announce } from "../live.js";
import { plain, rich } from "../text.js";
import { openings } from "./openings.js";
import { passageLink } from "./passages.js";
import { head, sortNotes, TONES } from "./words.js";

/** {node, show(mark), hide(), update()}; `shelf` as for passageLink. */
export function createFeedback(/** @type {View} */ view, /** @type {Control} */ control, /** @type {Shelf} */ shelf) {
  const node = h("div", { class: "ck-feedback", hidden: true });
  /** @type {ReturnType<typeof passageLink>[]} */
  let links = [];
  /** @type {Element[]} */
  let slots = [];

  function linksOf(/** @type {MarkNote} */ note) {
    const refs = note.passages ?? [];
    const made = refs.map((ref) => passageLink(ref, refs.length === 1 ? "Show me the passage" : `Show ${ref}`, shelf));
    links.push(...made);
    return { buttons: made.map((link) => [" ", link.button]), places: made.map((link) => link.place) };
  }
  /** One note: `opening` words in bold, the reason, the way to the passage. */
  function paragraph(/** @type {MarkNote | null | undefined} */ note, /** @type {string} */ opening, /** @type {string} */ tone = note?.tone ?? "note") {
    const { buttons, places } = note ? linksOf(note) : { buttons: [], places: [] };
    return h(
      "div",
      { class: "ck-reason", data: { tone } },
      h("p", null, opening ? h("b", null, opening) : null, opening && note ? " " : null, note ? rich(note.text) : null, buttons),
      places,
    );
  }
  function reveal(/** @type {MarkNote[]} */ notes) {
    const id = uid("key");
    const body = h(
      "div",
      { id, hidden: true },
      notes.map((note) => paragraph(note, control.words?.(note.part) ? `“${plain(control.words(note.part))}”` : "", "right")),
    );
    const button = h(
      "button",
      {
        type: "button",
        class: "ck-link",
        "aria-expanded": "false",
        "aria-controls": id,
        on: {
          click() {
            body.hidden = !body.hidden;
            button.setAttribute("aria-expanded", String(!body.hidden));
          },
        },
      },
      "Show what was right",
    );
    return h("div", { class: "ck-reveal" }, button, body);
  }
  function clear() {
    for (const slot of slots) fill(slot);
    slots = [];
    links = [];
    fill(node);
    node.hidden = true;
  }
  return {
    node,
    hide: clear,
    update() {
      for (const link of links) link.update();
    },
    show(/** @type {Mark} */ mark, { aloud = true } = {}) {
      clear();
      const words = head(mark, view);
      const quiet = view.purpose === "prediction" && mark.state !== "unanswered";
      const all = quiet ? [] : (mark.feedback ?? []).filter((note) => !control.owns?.(note.part));
      const { own, key } = sortNotes(all);
      // A kind may make the place for a note when it is asked for: it is asked once.
      const placed = own.map((note) => ({ note, slot: control.slot(note.part) }));
      const common = placed.flatMap(({ note, slot }) => (slot ? [] : note));
      const beside = placed.flatMap(({ note, slot }) => (slot ? { note, slot } : []));
      for (const [n, opening] of openings(beside.map(({ note }) => note), mark.state).entries()) {
        append(beside[n].slot, paragraph(beside[n].note, opening));
        slots.push(beside[n].slot);
      }
      const [first, ...more] = common;
      append(node, [paragraph(first, words, mark.state), more.map((note) => paragraph(note, TONES[note.tone]))]);
      if (key.length) node.append(reveal(key));
      node.dataset.state = quiet ? "human" : mark.state;
      node.hidden = false;
      if (aloud) announce([words, first ? plain(first.text) : ""].filter(Boolean).join(" "));
    },
  };
}
