// A form being taken: the papers at one side, the questions at the other, and one button at the end.
import { h, say } from "../dom.js";
import { many } from "../text.js";
import { createItem } from "./items.js";
import { createPapers } from "./papers.js";

/**
 * {node, take(message), flush(), dispose()}
 *
 * @param {import("../protocol.js").PracticeForm} form
 * @param {import("./page.js").Send} send
 */
export function createSitting(form, send) {
  const papers = createPapers(form, (paper, part) => send("open", { form: form.form, paper, part }, { group: `open:${paper}:${part}` }));
  const items = form.items.map((item, index) =>
    createItem(item, index + 1, {
      papers,
      keep(answer, hold) {
        send("answer", { form: form.form, item: item.id, answer }, { group: `answer:${item.id}`, hold });
      },
    }),
  );
  for (const [index, item] of form.items.entries()) items[index].write(form.answers[item.id] ?? {});

  const why = h("p", null);
  const choice = h(
    "div",
    { class: "ck-practice-sure", role: "group", "aria-label": "Hand over with blanks?", hidden: true },
    why,
    h("button", { type: "button", class: "ck-button", on: { click: back } }, "Go back to them"),
    h("button", { type: "button", class: "ck-button ck-quiet", on: { click: over } }, "Hand over all the same"),
  );
  const hand = h("button", { type: "button", class: "ck-button", on: { click: press } }, "Hand it over");

  function over() {
    flush();
    send("hand-over", { form: form.form }, { group: "turn" });
  }
  function press() {
    const blank = items.filter((item) => item.blank());
    if (blank.length === 0) return over();
    say(why, `${many(blank.length, "question")} left blank. Blank is not wrong; it only does not count.`);
    choice.hidden = false;
    choice.querySelector("button")?.focus();
  }
  function back() {
    choice.hidden = true;
    items.find((item) => item.blank())?.focus();
  }
  function flush() {
    for (const item of items) item.flush();
  }
  return {
    node: h(
      "div",
      null,
      h("p", { class: "ck-practice-event" }, form.event),
      h(
        "div",
        { class: "ck-practice-sides" },
        papers.node,
        h("div", { class: "ck-practice-items" }, items.map((item) => item.node), h("div", { class: "ck-practice-end" }, h("p", { class: "ck-soft" }, "Nothing is marked before you hand it over. You may stop at any time and go on later."), h("p", null, hand), choice)),
      ),
    ),
    /** An answer that was kept in the browser. */
    take(/** @type {Message} */ message) {
      const index = form.items.findIndex((item) => item.id === message.item);
      if (message.form === form.form && index >= 0) items[index].write(message.answer ?? {});
    },
    flush,
    dispose() {
      flush();
      papers.dispose();
    },
  };
}
