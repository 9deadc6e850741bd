// How sure the learner is: 50 (a guess between two) to 100. It counts only once it was touched, because
// where a slider happens to stand says nothing; and only until the first verdict, because then one knows.
import { h, say, uid } from "../dom.js";
import { onKey } from "../keys.js";

const MOVES = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"]);

export function confidence(/** @type {(how: How) => void} */ changed) {
  const id = uid("sure");
  const value = h("output", { class: "ck-sure-value", htmlFor: id });
  const range = h("input", { type: "range", id, min: "50", max: "100", step: "5", class: "ck-range", value: "50" });
  const label = h("label", { htmlFor: id }, "How sure are you?");
  const node = h("div", { class: "ck-sure" }, label, range, value);
  let touched = false;

  function show() {
    const words = touched ? `${range.value} %` : "not said";
    say(value, words);
    range.setAttribute("aria-valuetext", touched ? `${range.value} per cent` : "not said");
    range.dataset.touched = String(touched);
    range.style.setProperty("--ck-filled", touched ? `${(Number(range.value) - 50) * 2}%` : "0%");
  }
  function touch() {
    if (range.disabled) return; // a key's own step comes a moment later than the key
    touched = true;
    show();
    changed({ typing: true });
  }
  range.addEventListener("input", touch);
  // 50 is where it stands: choosing it changes nothing, and is still a choice.
  range.addEventListener("pointerup", touch);
  onKey(range, (event) => {
    if (MOVES.has(event.key)) setTimeout(touch);
    return false;
  });
  show();
  return {
    node,
    read: () => (touched ? Number(range.value) : null),
    write(/** @type {any} */ number) {
      touched = Number.isFinite(number) && number >= 50 && number <= 100;
      range.value = String(touched ? number : 50);
      show();
      if (range.disabled) node.hidden = !touched;
    },
    /** A verdict has been shown, now or earlier: what was said before it stands, and nobody is asked again. */
    fix() {
      say(label, "How sure were you?");
      range.disabled = true;
      node.hidden = !touched;
    },
  };
}
