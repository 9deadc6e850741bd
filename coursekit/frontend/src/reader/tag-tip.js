// What a tag means, above the tags while one points at it or has the focus on it. Whoever listens hears it with the tag.
import { fill, h } from "../dom.js";

/** {element, follow(palette, around)}: of a palette's tags, as long as one is in what is around it. */
export function createTagTip() {
  const element = h("div", { class: "ck-tag-tip", "aria-hidden": "true", hidden: true });
  /** @type {TagKind | null} */
  let shown = null;
  function show(/** @type {TagKind | null} */ tag) {
    if (tag === shown) return;
    shown = tag;
    element.hidden = !tag;
    fill(element, tag && [h("b", null, tag.name), ": ", tag.definition]);
  }
  return {
    element,
    follow(/** @type {{ element: HTMLElement, tagOf(node: EventTarget | null): TagKind | null }} */ palette, /** @type {HTMLElement} */ around) {
      for (const kind of ["pointerover", "focusin", "click"]) {
        // A press shows it before it marks, and what is marked hides it: it would stand over the new mark's note.
        palette.element.addEventListener(
          kind,
          (event) => {
            const tag = palette.tagOf(event.target);
            // While one writes a comment the text may move below a pointer that rests.
            const writes = event.type === "pointerover" && document.activeElement?.closest(".ck-editor");
            if (tag && !writes) show(tag);
          },
          { capture: true },
        );
      }
      around.addEventListener("pointerleave", () => show(null));
      around.addEventListener("focusout", (event) => palette.tagOf(event.relatedTarget) || show(null));
    },
    /** Whether there was something to hide. */
    hide() {
      const was = shown !== null;
      show(null);
      return was;
    },
  };
}
