// What can be asked: the votes of the notes at one press each, the lesson's questions, any closed one of the course.
import { fill, h, uid } from "../dom.js";
import { plain, rich } from "../text.js";
import { keepPlace } from "./keep-place.js";

/** @typedef {{ questions: { id: string, prompt: string }[], sources: { siglum: string, title: string, paragraphs: [string, string][] }[] }} Offered */

export function createPlan(/** @type {(item: Record<string, unknown>) => Promise<boolean>} */ ask) {
  const notes = h("ul", { class: "rc-plan" });
  const lesson = h("ul", { class: "rc-plan" });
  const lessonPart = h("details", null, h("summary", null, "Questions of this lesson"), lesson);
  const list = h("datalist", { id: uid("rc") });
  const sought = h("input", { id: uid("rc"), type: "text", class: "ck-field", list: list.id, autocomplete: "off" });
  const any = h(
    "details",
    null,
    h("summary", null, "Any closed question of the course"),
    h(
      "form",
      {
        class: "rc-form",
        on: {
          submit(/** @type {Event} */ event) {
            event.preventDefault();
            ask({ kind: "question", question: sought.value.trim() });
          },
        },
      },
      h("label", { htmlFor: sought.id }, "Its id, or words of it"),
      sought,
      list,
      h("button", { type: "submit", class: "ck-button ck-quiet" }, "Ask this"),
    ),
  );
  let drawn = "";
  return {
    node: h("section", { class: "rc-part" }, h("h2", null, "Ask"), notes, lessonPart, any),
    offer(/** @type {Offered} */ { questions }) {
      fill(list, questions.map(({ id, prompt }) => h("option", { value: id }, plain(prompt))));
    },
    update(/** @type {ConsoleView} */ { plan, votes, vote, ended, lesson: number }) {
      const open = Boolean(vote?.round) || ended;
      const now = JSON.stringify([plan.length, votes, open]);
      if (now === drawn) return;
      drawn = now;
      const asked = new Set(votes.filter(({ earlier }) => !earlier).map(({ prompt }) => prompt));
      const row = (/** @type {Planned} */ each) => planned(each, asked.has(each.prompt), open, ask);
      const of = (/** @type {string} */ from) => plan.filter((each) => each.from === from).map(row);
      keepPlace(notes, () => fill(notes, of("notes").length > 0 ? of("notes") : h("li", { class: "ck-soft" }, number ? "The notes of this lesson have no vote." : "No lesson was named: ask any question of the course, or make one.")));
      keepPlace(lesson, () => fill(lesson, of("lesson")));
      lessonPart.hidden = of("lesson").length === 0;
    },
  };
}

function planned(/** @type {Planned} */ each, /** @type {boolean} */ asked, /** @type {boolean} */ open, /** @type {(item: Record<string, unknown>) => unknown} */ ask) {
  const words = asked ? "Ask again" : "Ask";
  const advice = each.expected || each.cases?.length;
  return h(
    "li",
    null,
    h(
      "button",
      {
        type: "button",
        class: "ck-button ck-quiet",
        "aria-disabled": String(open),
        "aria-label": `${words}: ${plain(each.prompt)}`,
        on: { click: () => !open && ask(each.item) },
      },
      words,
    ),
    h(
      "div",
      null,
      h("p", null, rich(each.prompt), asked && h("span", { class: "ck-soft" }, " (asked)")),
      advice &&
        h("details", null, h("summary", null, "What the notes advise"), h("p", null, rich(each.expected)), h("ul", null, each.cases?.map((words) => h("li", null, rich(words))))),
    ),
  );
}
