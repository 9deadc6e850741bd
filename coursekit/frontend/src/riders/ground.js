// The ground: after the answer, the words it rests on. The points are for both together.
import { h } from "../dom.js";
import { pointing } from "../kinds/parts/pointing.js";

/** `view` is what of a question says where to point: {siglum, edition, source, ids}. */
export function ground(/** @type {any} */ view, /** @type {Room} */ room) {
  const places = pointing(view, room);
  const slot = h("div", { class: "ck-slot" });
  const body = h("div", null, h("p", { class: "ck-hint" }, places.hint), places.node, slot);
  const waits = h(
    "p",
    { class: "ck-ground-waits ck-soft" },
    h("button", { type: "button", class: "ck-button ck-quiet", disabled: true }, `Point in ${view.source || view.siglum}`),
    " once you have answered above",
  );
  const node = h(
    "div",
    { class: "ck-ground", role: "group", "aria-label": "The words that decide" },
    h("p", { class: "ck-ground-head" }, "Then ", h("b", null, "point at the words that decide"), `, in ${view.source || view.siglum}. The points are for both together.`),
    waits,
    body,
  );
  let asked = false;
  let alone = false; // there is no pane: the text stands with the question, also when its answer only comes back
  const blank = () => Object.keys(places.read()).length === 0;
  /** Whether it was opened just now. */
  function open(/** @type {boolean} */ answered) {
    const shut = body.hidden;
    body.hidden = !answered && blank();
    waits.hidden = !body.hidden;
    const opened = shut && !body.hidden;
    if (opened && alone) places.attend();
    return opened;
  }
  body.hidden = true;
  return {
    node,
    read: places.read,
    write: places.write,
    point: places.take,
    told: places.told,
    place(/** @type {PaneLesson | null} */ lesson) {
      places.place(lesson);
      alone = !lesson;
      if (alone && !body.hidden) places.attend();
    },
    attend: (needed = false) => !body.hidden && places.attend(needed),
    /** The text opens with the answer: what decides is looked for once there is something to decide. */
    open,
    /** What is to be said before checking an answer without its ground; once, then "". */
    missing(/** @type {boolean} */ answered) {
      if (!answered || !blank() || asked) return "";
      asked = true;
      return "Now point at the words that decide, or say “nowhere in this document”. Check again to go without.";
    },
    marked(/** @type {Mark | null} */ mark, keeps = false) {
      places.close(mark, keeps);
      if (mark) asked = false;
      places.colour(mark?.places ? mark : null); // the state of the mark is that of answer and ground together
    },
    slot: (/** @type {string} */ part) => (/^ground(:|$)/.test(part) ? slot : null),
    show: places.show,
    destroy: places.destroy,
  };
}
