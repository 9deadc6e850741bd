// Until when something was to be handed in: written as one likes, for every exercise or for one, and taken back.
import { fill, h, say, uid } from "../dom.js";
import { onKey } from "../keys.js";
import { announce } from "../live.js";

/** {node, show(now)} @param {(exercise: string, when: string) => Promise<any>} ask  gives what is answered */
export function createDue(ask) {
  const [whenId, forId, hintId] = [uid("when"), uid("for"), uid("hint")];
  const when = h("input", { id: whenId, type: "text", class: "ck-field", maxlength: "200", autocomplete: "off", "aria-describedby": hintId });
  const which = h("select", { id: forId, class: "ck-field" });
  const status = h("p", { class: "ck-status" });
  const list = h("ul", { class: "ck-desk-files" });
  let drawn = "";

  async function set(/** @type {string} */ exercise, /** @type {string} */ words) {
    const content = await ask(exercise, words);
    const refused = content.op === "refused";
    status.dataset.state = refused ? "failed" : "idle";
    const told = `${String(refused ? content.why : content.said).replace(/\.$/, "")}.`;
    say(status, told);
    announce(told);
    return !refused;
  }
  async function press() {
    if (when.value.trim() && (await set(which.value, when.value))) when.value = "";
  }
  onKey(when, (event) => {
    if (event.key !== "Enter" || event.repeat) return false;
    press();
    return true;
  });
  const node = h(
    "div",
    { class: "ck-desk-due" },
    h(
      "div",
      { class: "ck-line" },
      h("label", { htmlFor: whenId }, "Late after"),
      when,
      h("label", { htmlFor: forId }, "in"),
      which,
      h("button", { type: "button", class: "ck-button ck-quiet", on: { click: press } }, "Set the deadline"),
    ),
    h("p", { id: hintId, class: "ck-soft" }, "As 1 February 2026, 12:00; a day alone lasts to its end. What the platform calls late is late in any case; this goes by the clock of the learner’s machine."),
    status,
    list,
  );
  return {
    node,
    show(/** @type {DeskNow} */ now) {
      node.hidden = !now.table.rows.length && !now.deadlines.length; // until there is something that can be late
      const next = JSON.stringify([now.deadlines, now.can_be_due]);
      if (next === drawn) return; // what is being chosen stays chosen
      drawn = next;
      const chosen = which.value;
      fill(which, ["", ...now.can_be_due].map((name) => h("option", { value: name, selected: name === chosen }, name || "every exercise")));
      const focused = list.contains(document.activeElement);
      fill(
        list,
        now.deadlines.map((each) =>
          h(
            "li",
            null,
            `${each.name}: late after ${each.when} `,
            h("button", { type: "button", class: "ck-link", on: { click: () => set(each.exercise, "") } }, "take back", h("span", { class: "ck-unseen" }, ` the deadline of ${each.name}`)),
          ),
        ),
      );
      if (focused && !list.contains(document.activeElement)) when.focus();
    },
  };
}
