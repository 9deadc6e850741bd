// Each of several lines gets one of several choices: what match and classify share.
// Few short choices stand open as radios; otherwise each line has a native select, and long choices are
// written out once above, by letter.
import { h, uid } from "../../dom.js";
import { plain, rich } from "../../text.js";

const OPEN = { most: 4, longest: 22 };
const LONG = 44;

function letter(/** @type {number} */ index) {
  return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

function short(/** @type {string} */ words) {
  const shown = [...plain(words)];
  return shown.length > LONG ? `${shown.slice(0, LONG - 1).join("")}…` : shown.join("");
}

function radios(/** @type {Choice} */ line, /** @type {Choice[]} */ choices, /** @type {(how: How) => void} */ changed) {
  const name = uid("line");
  const inputs = choices.map((choice) => h("input", { type: "radio", name, value: choice.id, on: { change: () => changed({}) } }));
  return {
    node: h(
      "fieldset",
      { class: "ck-assign-line" },
      h("legend", { class: "ck-assign-text", dir: "auto" }, rich(line.text)),
      h(
        "div",
        { class: "ck-pills" },
        choices.map((choice, index) => h("label", { class: "ck-pill" }, inputs[index], h("span", null, rich(choice.text)))),
      ),
    ),
    get: () => inputs.find((input) => input.checked)?.value ?? "",
    set(/** @type {string} */ id) {
      for (const input of inputs) input.checked = input.value === id;
    },
  };
}

function select(/** @type {Choice} */ line, /** @type {Choice[]} */ choices, /** @type {boolean} */ lettered, /** @type {(how: How) => void} */ changed) {
  const id = uid("line");
  const field = h(
    "select",
    { class: "ck-field", id, on: { change: () => changed({}) } },
    h("option", { value: "" }, "choose…"),
    choices.map((choice, index) =>
      h("option", { value: choice.id }, lettered ? `${letter(index)}: ${short(choice.text)}` : plain(choice.text)),
    ),
  );
  return {
    node: h("div", { class: "ck-assign-line" }, h("label", { class: "ck-assign-text", htmlFor: id, dir: "auto" }, rich(line.text)), field),
    get: () => field.value,
    set(/** @type {string} */ value) {
      field.value = choices.some((choice) => choice.id === value) ? value : "";
    },
  };
}

/** Lines and choices -> {node, read() -> {line: choice}, write(pairs), slot(part), words(part)}. */
export function assign(/** @type {Choice[]} */ lines, /** @type {Choice[]} */ choices, /** @type {(how: How) => void} */ changed) {
  const longest = Math.max(0, ...choices.map((choice) => plain(choice.text).length));
  const open = choices.length <= OPEN.most && longest <= OPEN.longest;
  const lettered = !open && longest > LONG;
  const made = lines.map((line) => {
    const control = open ? radios(line, choices, changed) : select(line, choices, lettered, changed);
    return { id: line.id, ...control, slot: h("div", { class: "ck-slot" }) };
  });
  return {
    node: h(
      "div",
      { class: "ck-assign" },
      lettered
        ? h(
            "ul",
            { class: "ck-letters" },
            choices.map((choice, index) => h("li", { dir: "auto" }, h("b", null, letter(index)), " ", rich(choice.text))),
          )
        : null,
      made.map((line) => h("div", null, line.node, line.slot)),
    ),
    read: () => Object.fromEntries(made.filter((line) => line.get()).map((line) => [line.id, line.get()])),
    write(/** @type {Record<string, string> | undefined} */ pairs) {
      for (const line of made) line.set(pairs?.[line.id] ?? "");
    },
    slot: (/** @type {string} */ part) => made.find((line) => line.id === part)?.slot ?? null,
    words: (/** @type {string} */ part) => lines.find((line) => line.id === part)?.text,
  };
}
