// Where the pane stands: beside the lesson where there is room, else as a sheet from below. One stage for the page; it
// shows the documents of the lesson in front.
import { reveal } from "../spans/reveal.js";
import { createSheet } from "./sheet.js";

/** Where there is no room for two panes. */
export const NARROW_WINDOW = "(max-width: 899.98px)";

/**
 * @param {Side} side  the place beside the lesson
 * @param {Drawer} closed  where it is kept that the pane was put away: then it does not come up by itself
 * @returns {Stage}
 */
export function createStage(side, closed) {
  const narrow = matchMedia(NARROW_WINDOW);
  const sheet = createSheet(put);
  const below = sheet.element;
  /** @type {PaneLesson | null} */
  let front = null;
  /** @type {PaneLesson | null} */
  let standing = null;
  let up = false; // the sheet from below

  function put() {
    const open = Boolean(front) && (narrow.matches ? up : side.open);
    const next = open ? front : null;
    if (standing && standing !== next) standing.stand(null);
    standing = next;
    below.hidden = !(next && narrow.matches);
    if (!below.isConnected && next) document.body.append(below);
    document.documentElement.classList.toggle("ck-has-below", !below.hidden && !sheet.low);
    next?.stand(narrow.matches ? below : side.node);
  }
  /** The place beside what is in front is there if documents are, or are to come; while nobody knows it stays as it is. */
  function rest() {
    const has = front ? front.has : false;
    if (has !== null) side.rest?.(!has);
  }
  narrow.addEventListener("change", () => {
    if (!narrow.matches && up) side.show();
    put();
  });
  side.onChange(() => {
    if (front?.offers && !narrow.matches) closed.put(side.open ? null : "1");
    put();
  });

  const stage = {
    get below() {
      return narrow.matches;
    },
    /** Whether a lesson's pane can be seen beside it. */
    beside: (/** @type {PaneLesson} */ lesson) => !narrow.matches && standing === lesson,
    /** Bring a lesson's pane up, because somebody asked for it; where it covers the lesson, `from` stays in sight. */
    bring(/** @type {PaneLesson} */ lesson, /** @type {HTMLElement | null} */ from = null) {
      front = lesson;
      rest();
      if (narrow.matches) up = true;
      else side.show();
      sheet.rise();
      put();
      if (up && from) reveal(from, from, { below: below.clientHeight });
    },
    /** A lesson has something to show: the pane comes up beside it, unless it was put away. */
    offer(/** @type {PaneLesson} */ lesson) {
      if (lesson !== front) return;
      rest();
      if (!narrow.matches && !side.open && lesson.offers && closed.get() === null) side.show();
      put();
    },
    close() {
      if (narrow.matches) up = false;
      else side.hide();
      put();
    },
    /** Another lesson is in front, or (null) something that is none. */
    turn(/** @type {PaneLesson | null} */ lesson) {
      if (lesson !== front) up = false;
      front = lesson;
      rest();
      if (lesson) stage.offer(lesson);
      put();
    },
  };
  return stage;
}
