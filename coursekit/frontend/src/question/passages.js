// "Show me the passage": a reader on the page shows it if one can; otherwise it opens here.
import { fill, h, uid } from "../dom.js";
import { announce } from "../live.js";
import { anewInFront, awaitedInFront, sentence } from "../unit.js";
import { folded } from "./long.js";
import { parseRef, passagesFor, quotedPieces } from "./refs.js";

const SHOW = "coursekit:show";

/** Ask the readers of the page. True when one of them shows it. */
export function askReaders(/** @type {string} */ ref, quote = "") {
  const at = parseRef(ref);
  if (!at) return false;
  const event = new CustomEvent(SHOW, { cancelable: true, detail: { source: at.source, paragraph: at.from, to: at.to, quote } });
  return !window.dispatchEvent(event);
}

function figure(/** @type {Passage & { ref: string }} */ passage) {
  return h(
    "figure",
    { class: "ck-inline-passage" },
    h("figcaption", null, h("span", { class: "ck-sig" }, passage.ref), passage.title ? ` ${passage.title}` : ""),
    h(
      "blockquote",
      { dir: "auto" },
      quotedPieces(passage.text, passage.quotes).map((piece) =>
        piece.quoted ? h("span", { class: "ck-quoted" }, piece.text) : piece.text,
      ),
    ),
  );
}

/**
 * A button that shows one passage, and the place where it opens if no reader takes it.
 * `shelf`: {passages() -> known ones, ask([ref]), show(ref, event) -> whether the card itself or the pane shows it}. Returns {button, place, update()}.
 */
export function passageLink(/** @type {string} */ ref, /** @type {Child} */ words, /** @type {Shelf} */ shelf) {
  const id = uid("passage");
  const place = h("div", { id, class: "ck-inline", hidden: true });
  const button = h(
    "button",
    { type: "button", class: "ck-link", "aria-expanded": "false", "aria-controls": id, on: { click: toggle } },
    words,
  );
  let wanted = false;
  let timer = 0;

  function open(/** @type {boolean} */ is) {
    wanted = is;
    place.hidden = !is;
    button.setAttribute("aria-expanded", String(is));
  }
  function update() {
    if (!wanted) return;
    const known = passagesFor(ref, shelf.passages());
    if (known.length === 0) return;
    clearTimeout(timer);
    fill(place, folded(known.map(figure)));
  }
  function toggle(/** @type {MouseEvent} */ event) {
    if (wanted) {
      open(false);
      return;
    }
    if (shelf.show(ref, event)) return;
    if (askReaders(ref)) {
      announce(`The reader shows ${ref}.`);
      return;
    }
    open(true);
    if (passagesFor(ref, shelf.passages()).length === 0) {
      fill(place, h("p", { class: "ck-soft" }, `Fetching ${ref}…`));
      shelf.ask([ref]);
      clearTimeout(timer);
      timer = setTimeout(
        () => fill(place, h("p", { class: "ck-soft" }, awaitedInFront() ? `${ref} comes ${awaitedInFront()}.` : `${ref} cannot be shown now. ${sentence(anewInFront())}, or look it up in the reader.`)),
        4000,
      );
    }
    update();
  }
  return { button, place, update };
}
