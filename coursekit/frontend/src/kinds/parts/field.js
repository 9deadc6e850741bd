// One line to type into: what number and date share.
import { h } from "../../dom.js";
import { onKey } from "../../keys.js";

/** A text field named by the prompt; Enter checks. */
export function field(/** @type {Room} */ room, /** @type {{ hint: string, unit?: string, inputmode?: string, placeholder?: string, width?: string }} */ { hint, unit = "", inputmode = "text", placeholder = "", width = "12em" }) {
  const input = h("input", {
    type: "text",
    class: "ck-field",
    inputmode,
    placeholder,
    autocomplete: "off",
    spellcheck: "false",
    maxlength: "200",
    "aria-labelledby": room.labelId,
    "aria-describedby": room.hintId,
    style: { width },
    on: { input: () => room.changed({ typing: true }) },
  });
  const slot = h("div", { class: "ck-slot" });
  onKey(input, (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.repeat) return false;
    room.submit();
    return true;
  });
  return {
    node: h("div", null, h("div", { class: "ck-line" }, input, unit ? h("span", null, unit) : null), slot),
    hint,
    read: () => (input.value.trim() ? { text: input.value } : {}),
    write(/** @type {Answer} */ answer) {
      const value = String(answer.text ?? "");
      // The caret would jump to the end of a field that is being typed in.
      if (input.value !== value) input.value = value;
    },
    slot: (/** @type {string} */ part) => (part === "answer" ? slot : null), // how it was read
  };
}
