// The text that a question points into, as a sheet of the pane: what is asked, the text, and the button that points.
import { h, say } from "../../dom.js";
import { onlyRead } from "../../pane/only-read.js";
import { spell } from "../../pane/ranges.js";

/** @typedef {ReturnType<typeof import("./pointed-text.js").createPointedText>} Pointable */

/** What is said to whoever asks the question by pressing Check as well. */
const HOW = "Select the words, then press the button or Enter.";

/**
 * @param {any} view  siglum, source, ids
 * @param {Room} room  id and words of the question
 * @param {HTMLElement} anchor  where the question stands
 * @param {{ mount(): Pointable, read(): Pointable, leave(): void, ready(): boolean, marked(): string }} act
 */
export function pointSheet(view, room, anchor, act) {
  const id = `point:${room.id}`;
  const status = h("span", { class: "ck-soft" });
  /** @type {HTMLButtonElement | null} */
  let add = null; // the button of the sheet that shows
  function tell(/** @type {string} */ words) {
    const again = act.marked();
    say(status, again ? `This question is answered. To point at other words, press “${again}” in it first.` : words || HOW);
    status.dataset.how = String(!again && !words);
    if (add) add.disabled = Boolean(again);
    return status.textContent ?? "";
  }
  return {
    id,
    /** Say something beside the button; what is said. */
    say: tell,
    /** The question was marked, or is open again. */
    renew: () => tell(""),
    /** @type {PaneSheet} */
    sheet: {
      id,
      siglum: view.siglum,
      title: view.source || view.siglum,
      label: `Point in ${view.source || view.siglum}`,
      about: spell(view.ids ?? []),
      kind: "point",
      anchor,
      ids: view.ids ?? [],
      ready: act.ready,
      asks: room.asks,
      done: () => act.marked() !== "",
      read: (slot) => onlyRead(slot, act.read(), view.source || view.siglum),
      mount(slot) {
        const text = act.mount();
        add = text.add;
        tell("");
        const root = h(
          "section",
          { class: "ck ck-pointing", "aria-label": `Point in ${view.source || view.siglum}`, data: { question: room.id } },
          text.text,
          h("div", { class: "ck-tools ck-point-bar" }, text.add, status),
        );
        slot.append(root);
        return {
          show: text.show,
          pick: (spans) => text.pick(spans.filter(({ paragraph }) => view.ids?.includes(paragraph))),
          begin: text.begin,
          destroy() {
            act.leave();
            add = null;
            text.destroy();
            root.remove();
          },
        };
      },
    },
  };
}
