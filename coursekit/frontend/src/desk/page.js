// The teacher's desk: what a class handed in goes in, a table says who did, and what the platform takes back comes out.
import { h, say } from "../dom.js";
import { announce } from "../live.js";
import { createAsking } from "./asking.js";
import { createDue } from "./due.js";
import { createGoingOn } from "./going-on.js";
import { createIntake } from "./intake.js";
import { createOutputs } from "./outputs.js";
import { createRoom } from "./room.js";
import { createTable } from "./table.js";

const ROOM = { "hold-room": "Starting the room…", "stop-room": "Stopping the room…", debrief: "Opening the debrief…" };

/** Build the desk of a model into `el`. Returns a function that takes it down. */
export function createDesk(/** @type {Model} */ model, /** @type {HTMLElement} */ el) {
  const status = h("p", { class: "ck-status" });
  /** @type {HTMLInputElement} */
  const hide = h("input", { type: "checkbox", role: "switch", on: { change: () => hideNames(hide.checked) } });
  const again = h("button", { type: "button", class: "ck-button ck-quiet", on: { click: () => look() } }, "Look again");
  const root = h("section", { class: "ck ck-card ck-desk", "aria-label": "The teacher’s desk" });
  const asking = createAsking(model, { now: show, busy: (words) => words && tell(words, "") });
  const going = createGoingOn(() => asking.ask((n) => model.send({ op: "go-on", n }), ""));
  const due = createDue((exercise, when) => asking.ask((n) => model.send({ op: "deadline", n, exercise, when }), "Setting the deadline…"));
  const table = createTable(going.node, due.node);
  const intake = createIntake(root, model, ask);
  const outputs = createOutputs(going, async (what, choices) => {
    const content = await asking.ask((n) => model.send({ op: "make", n, what, choices }), "Making it…");
    tell("", content.op === "made" ? `Made: ${content.name}. It can be downloaded.` : String(content.why ?? content.lines?.[0] ?? ""));
    return content;
  });
  const room = createRoom(async (op, more) => {
    const content = await asking.ask((n) => model.send({ op, n, ...more }), ROOM[op]);
    tell(""); // it says itself what came of it
    return content;
  }, look);
  let before = "";

  function tell(/** @type {string} */ words, aloud = words, state = "idle") {
    status.dataset.state = state;
    say(status, words);
    if (aloud) announce(aloud);
  }
  /** Ask for a change of the desk; true where it was done. @param {(n: number) => unknown} send @param {string} words */
  async function ask(send, words) {
    const content = await asking.ask(send, words);
    const refused = content.op === "refused";
    if (refused) tell(`${String(content.why).replace(/\.$/, "")}.`, undefined, "failed");
    else tell(content.op === "ack" ? `${content.at}.` : content.said ? `${content.said}.` : "");
    return !refused;
  }
  async function look() {
    await ask((n) => model.send({ op: "look", n }), "Reading what is on the desk…");
  }
  async function hideNames(/** @type {boolean} */ hidden) {
    if (hidden) for (const each of [outputs, room]) each.clear(); // at once, not when the answer comes
    const done = await ask((n) => model.send({ op: "names", n, hidden }), hidden ? "Hiding names…" : "Showing names…");
    if (!done) hide.checked = !hidden;
    // Alone: what was said before, with names, is no more in the page.
    else announce(hidden ? "Names are hidden." : "Names are shown.", { alone: true });
  }
  function show(/** @type {DeskNow} */ now) {
    const next = JSON.stringify([now.hidden, now.files, now.aside]);
    if (next !== before) outputs.clear(); // it was made of something else, or has names
    before = next;
    hide.checked = now.hidden;
    if (now.hidden) say(status, "");
    intake.show(now);
    due.show(now);
    table.show(now);
    going.show(now);
    outputs.show(now);
    room.show(now);
  }
  root.append(
    h(
      "div",
      { class: "ck-bar" },
      h("h2", { class: "ck-title" }, "The teacher’s desk"),
      h("span", { class: "ck-space" }),
      h("label", { class: "ck-desk-tick" }, hide, " Hide names"),
      again,
    ),
    status,
    intake.node,
    table.node,
    outputs.node,
    room.node,
  );
  el.append(root);
  look();
  return () => {
    going.drop();
    asking.dispose();
    intake.dispose();
    outputs.dispose();
    room.clear();
    root.remove();
  };
}
