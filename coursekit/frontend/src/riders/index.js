// A question's kind and its riders as one control: one answer, one set of hooks for the card.
import { h } from "../dom.js";
import { confidence } from "./confidence.js";
import { ground } from "./ground.js";

/**
 * @param {View} view  the question
 * @param {Kind} kind  from ../kinds/index.js
 * @param {Room} room  what a kind is given
 * Returns a kind's control, and: sure, the confidence rider or null; ask(), what is to be said before a check, or ""
 */
export function withRiders(view, kind, room) {
  const counts = view.purpose !== "prediction";
  const changed = (/** @type {How} */ how) => {
    if (base?.open(answered())) base.attend(true); // an answer that only comes back from the journal brings no text
    room.changed(how);
  };
  const own = kind(view, { ...room, changed });
  const base = view.ground && counts ? ground(view.ground, { ...room, changed }) : null;
  const sure = view.confidence && counts ? confidence(room.changed, room.means) : null;
  const answered = () => Object.keys(own.read()).length > 0;
  return {
    ...own,
    sure,
    node: base ? h("div", null, own.node, base.node) : own.node,
    read() {
      const given = { ...own.read() };
      const places = base?.read() ?? {};
      if (Object.keys(places).length) given.ground = places;
      const level = sure?.read() ?? null;
      if (level !== null) given.confidence = level;
      return given;
    },
    write(/** @type {Answer | undefined} */ answer) {
      own.write(answer ?? {});
      base?.write(answer?.ground);
      base?.open(answered());
      sure?.write(answer?.confidence);
    },
    slot: (/** @type {string} */ part) => base?.slot(part) ?? own.slot(part),
    marked(/** @type {Mark | null} */ mark) {
      const progress = own.marked?.(mark);
      base?.marked(mark, progress?.keep);
      return progress;
    },
    point() {
      own.point?.();
      base?.point();
    },
    /** The text that one points into has come. */
    told(/** @type {PointedText} */ text) {
      own.told?.(text);
      base?.told(text);
    },
    /** Where it stands: in the pane of a lesson, or (null) with the question. */
    place(/** @type {PaneLesson | null} */ lesson) {
      own.place?.(lesson);
      base?.place(lesson);
    },
    /** The question is being worked at. */
    attend() {
      own.attend?.();
      base?.attend();
    },
    ask: () => base?.missing(answered()) ?? "",
    show: (/** @type {string} */ ref) => own.show?.(ref) || base?.show(ref) || false,
    destroy() {
      own.destroy?.();
      base?.destroy();
    },
  };
}
