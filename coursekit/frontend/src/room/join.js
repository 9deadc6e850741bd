// Coming in: by the room's code, or by the key of a link or a scanned code.
import { h, say, uid } from "../dom.js";
import { announce } from "../live.js";
import { joined } from "./asking.js";
import { sentence } from "./words.js";

const LONGEST_NAME = 60;
const SEEN = "Your instructor sees how many chose what. No name is asked for, and nobody is shown what you chose. Your answers are kept under a number.";
const NAMED = "This room asks for names. Your instructor sees who is here, and your name is kept with your answers. It never stands on the screen. You may leave it empty.";

/**
 * @param {{ names: boolean, key: string, why?: string }} how  key: of the link; why: what is to be said at once
 * @param {(token: string) => void} onJoined
 */
export function createJoin({ names, key, why = "" }, onJoined) {
  const ids = { code: uid("code"), name: uid("name"), told: uid("told"), hint: uid("hint") };
  let byKey = Boolean(key);
  const told = h("p", { class: "rp-told", id: ids.told });
  const code = h("input", {
    ...{ id: ids.code, class: "ck-field rp-code", type: "text", maxlength: "40", enterkeyhint: "go" },
    ...{ autocapitalize: "characters", autocomplete: "off", autocorrect: "off", spellcheck: "false" },
    "aria-describedby": `${ids.hint} ${ids.told}`,
  });
  const name = h("input", { id: ids.name, class: "ck-field", type: "text", maxlength: String(LONGEST_NAME), autocomplete: "name", enterkeyhint: "go" });
  const button = h("button", { type: "submit", class: "ck-button rp-vote" }, "Join");
  const typed = h(
    "p",
    { class: "rp-field", hidden: byKey },
    h("label", { htmlFor: ids.code }, "Code of the room"),
    code,
    h("span", { class: "ck-soft", id: ids.hint }, "It stands on the screen. Capitals and spaces do not matter."),
  );
  const form = h(
    "form",
    { class: "rp-join", novalidate: true, on: { submit: send } },
    told,
    typed,
    names ? h("p", { class: "rp-field" }, h("label", { htmlFor: ids.name }, "Your name, if you like"), name) : null,
    h("p", { class: "rp-seen" }, names ? NAMED : SEEN),
    h("p", null, button),
  );
  function tell(/** @type {string} */ words, bad = true) {
    say(told, words);
    told.dataset.bad = String(bad && words !== "");
    code.setAttribute("aria-invalid", String(bad && words !== "" && !byKey));
    if (words) announce(words);
  }
  async function send(/** @type {Event} */ event) {
    event.preventDefault();
    if (button.getAttribute("aria-disabled") === "true") return;
    if (!byKey && !code.value.trim()) {
      tell("Type the code that stands on the screen.");
      code.focus();
      return;
    }
    button.setAttribute("aria-disabled", "true");
    say(button, "Joining…");
    const given = await joined({ ...(byKey ? { key } : { code: code.value }), ...(names ? { name: name.value } : {}) });
    button.setAttribute("aria-disabled", "false");
    say(button, "Join");
    if ("token" in given) onJoined(given.token);
    else refuse(given.why);
  }
  function refuse(/** @type {string} */ words) {
    const wasKey = byKey;
    byKey = false;
    typed.hidden = false;
    tell(wasKey ? `${sentence(words)} Or type the code of the room.` : sentence(words));
    code.focus();
    code.select();
  }
  if (why) tell(sentence(why), false);
  return { head: "Join the room", node: form };
}
