// How sure the learner is: 50 (a guess between two) to 100. It counts only once it was touched, because
// where a slider happens to stand says nothing; and only until the first verdict, because then one knows.
import { h, say, uid } from "../dom.js";
import { onKey } from "../keys.js";

const MOVES = new Set(["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown"]);

/** What an answer given with so much confidence counts in the Brier score: told before, so that one knows what one risks. Pure. */
export function risk(/** @type {number} */ sure) {
  const squared = (/** @type {number} */ miss) => ((miss / 100) ** 2).toFixed(2);
  return `Counts ${squared(100 - sure)} if right, ${squared(sure)} if not; 0 is best`;
}

/**
 * @param {(how: How) => void} changed
 * @param {(sure: number) => string} means  says beside the slider what so much confidence means
 */
export function confidence(changed, means = risk) {
  const id = uid("sure");
  const value = h("output", { class: "ck-sure-value", htmlFor: id });
  const range = h("input", { type: "range", id, min: "50", max: "100", step: "5", class: "ck-range", value: "50" });
  const risked = h("span", { class: "ck-sure-risk", id: `${id}-risk` });
  const label = h("label", { htmlFor: id }, "How sure are you?");
  const node = h("div", { class: "ck-sure" }, label, range, value, risked);
  range.setAttribute("aria-describedby", risked.id);
  let touched = false;

  function show() {
    const words = touched ? `${range.value} %` : "not said";
    say(value, words);
    say(risked, touched && !range.disabled ? means(Number(range.value)) : "");
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
      say(risked, "");
      node.hidden = !touched;
    },
  };
}
