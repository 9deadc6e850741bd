// Handing in: a name, one button; then the file, to be taken away, and where it also lies.
import { h, say, uid } from "../dom.js";
import { onKey } from "../keys.js";
import { announce } from "../live.js";
import { createAsking } from "./asking.js";
import { keptInFront } from "../unit.js";
import { createHandedIn } from "./handed-in.js";
import { inIt } from "./in-it.js";

const LONGEST = 120; // signs of a name
const WANTED = "Only where your instructor asks for it; whoever studies alone has nothing to do here.";

/** Of a lesson, which few are to hand in, the form is folded away. */
function folded(/** @type {HTMLElement} */ form) {
  return h("details", { class: "ck-hand-in-fold" }, h("summary", null, h("b", null, "Hand this lesson in"), h("span", { class: "ck-soft" }, ` · ${WANTED}`)), form);
}

/** Build the form of a model's exercise into `el`. Returns a function that takes it down. */
export function createForm(/** @type {Model} */ model, /** @type {HTMLElement} */ el) {
  /** @type {HandInNow} */
  let now = model.get("setup") ?? { unit: "exercise", title: "", learner: "", summary: "", parts: [] };
  const [nameId, hintId] = [uid("name"), uid("hint")];
  const name = h("input", {
    id: nameId,
    type: "text",
    class: "ck-field",
    autocomplete: "name",
    spellcheck: "false",
    maxlength: LONGEST,
    "aria-describedby": hintId,
    value: now.learner,
  });
  const hint = h("p", { class: "ck-hint", id: hintId });
  const make = h("button", { type: "button", class: "ck-button", on: { click: () => press() } });
  const told = h("p", { class: "ck-status" });
  const holds = h("div", { class: "ck-in-it" });
  const why = h("p", null);
  const choice = h(
    "div",
    { class: "ck-emptier", role: "group", "aria-label": "Replace the file?", hidden: true },
    why,
    h("button", { type: "button", class: "ck-button", on: { click: () => decide(false) } }, "Leave it as it is"),
    h("button", { type: "button", class: "ck-button ck-quiet", on: { click: () => decide(true) } }, "Replace it, and keep it beside"),
  );
  const file = createHandedIn();
  const asking = createAsking(model, {
    now(next) {
      const before = now.learner;
      now = next;
      if (name.value === before) name.value = next.learner; // it was given on another page
      file.changed(next.summary);
      draw();
      hold();
    },
    made(/** @type {HandedIn} */ made) {
      now = { ...now, learner: made.learner };
      name.value = made.learner;
      file.show(made);
      tell("", `Made: ${made.name}. It can be downloaded.`);
    },
    emptier(/** @type {string} */ words) {
      say(why, words);
      choice.hidden = false;
      tell("", words);
    },
    failed: (/** @type {string} */ words) => tell(words),
  }, now.unit);

  function tell(/** @type {string} */ words, aloud = words) {
    told.dataset.state = words ? "failed" : "idle";
    say(told, words);
    if (aloud) announce(aloud);
    draw();
  }
  function press(insist = false) {
    if (asking.busy) return;
    choice.hidden = true;
    if (!name.value.trim()) {
      tell("Write a name first: your own, or a pseudonym.");
      name.focus();
      return;
    }
    asking.ask(name.value, insist);
    tell("");
  }
  function decide(/** @type {boolean} */ replace) {
    choice.hidden = true;
    make.focus();
    if (replace) press(true);
    else tell("", "Left as it is.");
  }
  function draw() {
    say(make, asking.busy ? "Making the file…" : file.there ? "Make it anew" : "Make the file");
    make.classList.toggle("ck-quiet", file.there && !file.stale);
    make.setAttribute("aria-disabled", String(asking.busy));
    say(hint, now.learner ? `Remembered ${keptInFront()}; change it here.` : "A pseudonym will do, if your instructor knows it.");
  }
  function hold() {
    const unfolded = holds.querySelector("details")?.open ?? false;
    holds.replaceChildren(...inIt(now, unfolded));
  }
  onKey(name, (event) => {
    if (event.key !== "Enter" || event.repeat) return false;
    press();
    return true;
  });
  const form = h(
    "section",
    { class: "ck ck-card ck-hand-in", "aria-label": `Hand in: ${now.title}` },
    holds,
    h("div", { class: "ck-line" }, h("label", { htmlFor: nameId }, "In whose name?"), name, make),
    hint,
    told,
    choice,
    file.node,
  );
  const root = now.unit === "lesson" ? folded(form) : form;
  draw();
  hold();
  el.append(root);
  return () => {
    asking.dispose();
    file.dispose();
    root.remove();
  };
}
