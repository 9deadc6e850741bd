// The room itself: how to join, who is there, earlier votes to be shown again, and its end.
import { fill, h, say } from "../dom.js";
import { many, plain } from "../text.js";
import { scannedCode, typedCode } from "./door.js";
import { keepPlace } from "./keep-place.js";
import { joining, PHASE_WORDS } from "./screen-words.js";

/** @typedef {import("./console-actions.js").Send} Send */

export function createDoor() {
  const node = h("section", { class: "rc-part rc-door" });
  const names = h("ul", { class: "rc-names" });
  const people = h("details", { class: "rc-part" }, h("summary", null, h("h2", null, "Names")), names);
  let drawn = "";
  return {
    node,
    people,
    update(/** @type {ConsoleView} */ view) {
      people.hidden = !view.names;
      fill(names, view.people.map((name) => h("li", null, name)));
      // Guest networks keep phones and laptops apart; all that one sees of it is that nobody comes in.
      const alone = view.joined === 0 && view.door?.reach !== "here";
      const now = JSON.stringify([view.door, view.code, alone]);
      if (now === drawn) return;
      drawn = now;
      const { shown, link } = joining(view, location.href);
      const screen = new URL(`projected#${view.projected}`, location.href).href;
      fill(
        node,
        h("h2", null, "Join"),
        view.door?.reach === "here" && h("p", { class: "rc-warn" }, "Phones cannot join: this room is open to this machine only. Start it anew with --open (on the desk: with the box ticked), or count hands."),
        alone && h("p", { class: "ck-soft" }, "Nobody has joined yet. If phones cannot open the page, this network keeps them apart: use a phone’s hotspot, or count hands."),
        h("p", { class: "rc-code" }, typedCode(view.code)),
        h("p", null, h("a", { href: link, target: "_blank", rel: "noopener" }, shown)),
        view.door?.code && scannedCode(view.door.code, shown),
        h("p", null, h("a", { class: "ck-button ck-quiet", href: screen, target: "_blank", rel: "noopener" }, "Open the screen’s page")),
        h("p", { class: "ck-soft" }, "Put that window on the projector. It never shows results before you open them."),
      );
    },
  };
}

export function createVotes(/** @type {Send} */ send) {
  const list = h("ol", { class: "rc-votes" });
  const node = h("details", { class: "rc-part" }, h("summary", null, h("h2", null, "Votes of this session")), list);
  let drawn = "";
  return {
    node,
    update(/** @type {ConsoleView} */ { votes, vote, ended }) {
      const now = JSON.stringify([votes, vote?.id, vote?.round, ended]);
      node.hidden = votes.length === 0;
      if (now === drawn) return;
      drawn = now;
      const open = Boolean(vote?.round) || ended;
      const row = (/** @type {ConsoleView["votes"][number]} */ { id, phase, prompt }) => {
        const current = id === vote?.id;
        const button = { type: "button", class: "ck-link", "aria-disabled": String(open), on: { click: () => !open && send("show", { vote: id }) } };
        return h("li", null, plain(prompt), h("span", { class: "ck-soft" }, ` (${current ? "shown now" : PHASE_WORDS[phase].toLowerCase()}) `), !current && h("button", button, "Show again"));
      };
      keepPlace(list, () => fill(list, votes.map(row)));
    },
  };
}

/** The end is asked for once more: nobody can vote after it. */
export function createEnd(/** @type {Send} */ send) {
  const first = h("button", { type: "button", class: "ck-button ck-quiet", on: { click: () => ask(true) } }, "End the session");
  const yes = h("button", { type: "button", class: "ck-button", on: { click: () => send("end") } }, "Yes, end it");
  const no = h("button", { type: "button", class: "ck-button ck-quiet", on: { click: () => ask(false) } }, "No");
  const asking = h("div", { class: "rc-asking", hidden: true }, h("p", null, "End it? Nobody can vote after that, and it cannot be undone. All votes are kept."), yes, " ", no);
  const node = h("section", { class: "rc-part" }, first, asking);
  function ask(/** @type {boolean} */ on) {
    asking.hidden = !on;
    first.hidden = on;
    (on ? no : first).focus();
  }
  return {
    node,
    update(/** @type {ConsoleView} */ { ended }) {
      node.hidden = ended;
    },
  };
}

export function createCounts(/** @type {Send} */ send) {
  const joined = h("strong");
  const here = h("strong");
  const told = h("span");
  const box = h("input", { type: "checkbox" });
  box.addEventListener("change", () => send("tell_count", { on: box.checked }));
  return {
    node: h("p", { class: "rc-counts" }, joined, here, told, h("label", { class: "rc-check" }, box, " show on the screen how many have voted")),
    update(/** @type {ConsoleView} */ view, /** @type {string} */ voted) {
      say(joined, `${view.joined} joined`);
      say(here, `${view.here.participant} here now`);
      say(told, `${voted}${voted && " · "}${many(view.here.projected, "screen")}`);
      if (document.activeElement !== box) box.checked = view.tells_count;
    },
  };
}
