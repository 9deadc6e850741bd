// The line of progress above a lesson: where one is, how far one has come, the step before and the step after.
import { h, say } from "../dom.js";
import { announce } from "../live.js";

/**
 * @typedef {{ place: string, progress: string, status: string, run: boolean, back: boolean, next: string, all: boolean,
 *             sittings: { label: string, goal: string, now: boolean }[] }} Line
 * @typedef {{ step(by: 1 | -1): void, sitting(at: number): void, head(): void, everything(): void, run(): void }} Steps
 */

/** What is told of one's progress, part by part: where there is little room the points are left out, not a word cut. */
function parts(/** @type {string} */ progress) {
  return progress.split(/(?= · )/).map((part) => h("span", /points?$/.test(part) ? { class: "ck-progress-points" } : null, part));
}

/**
 * Build it.
 *
 * @param {Steps} steps
 * @param {import("../unit.js").Unit} unit  what it stands above
 */
export function createBar(steps, unit) {
  const button = (/** @type {string} */ name, /** @type {string} */ words, /** @type {() => void} */ press) =>
    h("button", { type: "button", class: name, on: { click: (/** @type {Event} */ event) => /** @type {Element} */ (event.currentTarget).getAttribute("aria-disabled") !== "true" && press() } }, words);
  const back = button("ck-progress-back", "‹ Back", () => steps.step(-1));
  const next = button("ck-progress-next", "Next ›", () => steps.step(1));
  back.setAttribute("aria-label", "Back a step");
  const place = h("span", { class: "ck-progress-place" });
  const list = h("ol", { class: "ck-progress-sittings" });
  const everything = button("ck-link", "", () => steps.everything());
  const run = button("ck-main", `Run this ${unit}`, () => steps.run());
  const menu = h(
    "details",
    { class: "ck-progress-menu" },
    h("summary", null, place),
    h("div", { class: "ck-progress-sheet" }, list, h("p", null, button("ck-link", `About this ${unit}`, () => steps.head()), everything)),
  );
  menu.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest("button")) menu.open = false;
  });
  const shut = (/** @type {Event} */ event) => {
    if (menu.open && !menu.contains(/** @type {Node} */ (event.target))) menu.open = false;
  };
  const leave = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Escape" || !menu.open) return;
    event.stopPropagation();
    menu.open = false;
    menu.querySelector("summary")?.focus();
  };
  menu.addEventListener("keydown", leave);
  document.addEventListener("pointerdown", shut, true);
  const progress = h("span", { class: "ck-progress-progress" });
  const status = h("span", { class: "ck-progress-status" });
  const node = h("div", { class: "ck-progress", role: "region", "aria-label": `Where you are in this ${unit}` }, menu, progress, status, run, h("span", { class: "ck-progress-steps" }, back, next));
  let drawn = "";
  return {
    node,
    draw(/** @type {Line} */ line) {
      say(place, line.place);
      place.title = line.place; // where there is no room, words at its end are left out
      if (progress.textContent !== line.progress) progress.replaceChildren(...parts(line.progress));
      say(status, line.status);
      run.hidden = !line.run;
      back.setAttribute("aria-disabled", String(!line.back));
      next.setAttribute("aria-disabled", String(!line.next));
      next.setAttribute("aria-label", line.next || "Next: this is the end");
      next.title = line.next;
      say(everything, line.all ? `Fold the ${unit} again` : "Show everything");
      everything.setAttribute("aria-pressed", String(line.all));
      const key = JSON.stringify(line.sittings);
      if (key === drawn) return;
      drawn = key;
      list.replaceChildren(
        ...line.sittings.map(({ label, goal, now }, at) =>
          h("li", null, h("button", { type: "button", class: "ck-link", "aria-current": now ? "step" : null, on: { click: () => steps.sitting(at) } }, label), goal ? h("span", { class: "ck-progress-goal" }, goal) : null),
        ),
      );
    },
    /** Say something to those who listen: a step or a sitting reached, not every change. */
    tell: announce,
    dispose() {
      document.removeEventListener("pointerdown", shut, true);
      node.remove();
    },
  };
}
