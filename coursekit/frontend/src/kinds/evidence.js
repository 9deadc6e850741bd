// Evidence: point at the words that decide. "Nowhere in this document" is an answer too.
import { pointing } from "./parts/pointing.js";

export default function evidence(/** @type {View} */ view, /** @type {Room} */ room) {
  const places = pointing(view, room);
  return {
    node: places.node,
    hint: places.hint,
    read: places.read,
    write: places.write,
    slot: () => null,
    marked(/** @type {Mark | null} */ mark) {
      places.colour(mark);
      places.close(mark);
      return {};
    },
    point: places.take,
    told: places.told,
    place(/** @type {PaneLesson | null} */ lesson) {
      places.place(lesson);
      if (!lesson) places.attend();
    },
    attend: places.attend,
    show: places.show,
    destroy: places.destroy,
  };
}
