// A question's kind and its riders as one control: one answer, one set of hooks for the card.
import { h } from "../dom.js";
import { confidence } from "./confidence.js";
import { ground } from "./ground.js";

/**
 * @param view     the question
 * @param kind     from ../kinds/index.js
 * @param room     what a kind is given
 * @returns a kind's control, and: sure, the confidence rider or null; ask(), what is to be said before a check, or ""
 */
export function withRiders(view, kind, room) {
  const counts = view.purpose !== "prediction";
  const changed = (how) => {
    base?.open(answered());
    room.changed(how);
  };
  const own = kind(view, { ...room, changed });
  const base = view.ground && counts ? ground(view.ground, changed) : null;
  const sure = view.confidence && counts ? confidence(room.changed) : null;
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
    write(answer) {
      own.write(answer ?? {});
      base?.write(answer?.ground);
      base?.open(answered());
      sure?.write(answer?.confidence);
    },
    slot: (part) => base?.slot(part) ?? own.slot(part),
    marked(mark) {
      base?.marked(mark);
      return own.marked?.(mark);
    },
    point() {
      own.point?.();
      base?.point();
    },
    ask: () => base?.missing(answered()) ?? "",
    show: (ref) => own.show?.(ref) || base?.show(ref) || false,
    destroy() {
      own.destroy?.();
      base?.destroy();
    },
  };
}
