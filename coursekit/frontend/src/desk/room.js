// A room for votes, held from the desk: which lesson, who may come in, and the way to its console.
import { fill, h, uid } from "../dom.js";
import { announce } from "../live.js";
import { createMade } from "./made.js";

const LESSON = /^L(\d\d)$/; // as lessons are called among what can be handed in

/**
 * {node, show(now), clear()}
 *
 * @param {(op: "hold-room" | "stop-room" | "debrief", more?: object) => Promise<any>} ask  gives what is answered
 * @param {() => void} look  a room that was closed has left its debrief
 */
export function createRoom(ask, look) {
  const [headId, forId] = [uid("room"), uid("for")];
  const which = h("select", { id: forId, class: "ck-field" }, h("option", { value: "" }, "no lesson"));
  /** @type {HTMLInputElement} */
  const opened = h("input", { type: "checkbox" });
  const told = h("div", { class: "ck-desk-room" });
  const stop = h("button", { type: "button", class: "ck-button ck-quiet", hidden: true, on: { click: () => press("stop-room") } }, "Stop the room");
  const hold = h("button", { type: "button", class: "ck-button ck-quiet", on: { click: () => press("hold-room", { lesson: which.value, opened: opened.checked }) } }, "Hold a room");
  const made = createMade();
  let busy = false;
  let turn = 0; // what was asked for in an earlier one is not shown any more
  let drawn = "";
  let listed = "";

  async function press(/** @type {"hold-room" | "stop-room"} */ op, more = {}) {
    if (busy) return;
    busy = true;
    hold.ariaDisabled = "true"; // not disabled: the focus stays on it
    const content = await ask(op, more);
    busy = false;
    hold.ariaDisabled = "false";
    if (content.op === "refused") {
      if (op === "hold-room") stop.hidden = false; // one may be held that this page, loaded anew, does not know of
      fill(told, h("p", { class: "ck-status", data: { state: "failed" } }, `${String(content.why).replace(/\.$/, "")}.`));
      announce(String(told.textContent));
      return;
    }
    const { console: address, lines } = content;
    stop.hidden = !address;
    fill(
      told,
      address && h("p", null, h("a", { class: "ck-link", href: address, target: "_blank", rel: "noopener" }, "Open the room’s console"), " (for you alone)"),
      h("ul", { class: "ck-desk-files" }, lines.map((/** @type {string} */ line) => h("li", null, line))),
    );
    announce(address ? "The room is held. A link to its console is there." : lines.join(" "));
    if (op === "stop-room") look();
  }
  async function showDebrief(/** @type {string} */ session) {
    const mine = turn;
    const content = await ask("debrief", { session });
    if (mine !== turn) return; // names were hidden meanwhile
    if (content.op === "made") made.show(content);
    else made.fail(String(content.why).replace(/\.$/, ""));
    announce(content.op === "made" ? "The debrief is shown below the list." : `Not shown: ${content.why}`);
  }
  function clear() {
    turn += 1;
    made.clear();
  }
  function drawDebriefs(/** @type {DeskNow["debriefs"]} */ found) {
    const now = JSON.stringify(found);
    if (now === listed) return; // the focus stays where it is
    listed = now;
    debriefs.hidden = found.length === 0;
    if (found.length === 0) clear();
    fill(list, found.map(({ session, words }) => h("li", null, h("button", { type: "button", class: "ck-link", on: { click: () => showDebrief(session) } }, words))));
  }
  const list = h("ul", { class: "ck-desk-files" });
  const debriefs = h("details", { hidden: true }, h("summary", null, "Debriefs of rooms that were held"), list);
  const node = h(
    "section",
    { class: "ck-desk-out", "aria-labelledby": headId },
    h("h3", { id: headId }, "Hold a room"),
    h("p", { class: "ck-soft" }, "People join with a phone, vote, point at words, talk, and vote again."),
    h("div", { class: "ck-line" }, h("label", { htmlFor: forId }, "Lesson"), which, h("label", { class: "ck-desk-tick" }, opened, " phones in my network may join"), hold, stop),
    told,
    debriefs,
    made.node,
  );
  return {
    node,
    clear,
    show(/** @type {DeskNow} */ now) {
      drawDebriefs(now.debriefs ?? []);
      const lessons = now.can_be_due.flatMap((name) => LESSON.exec(name)?.[1] ?? []);
      if (String(lessons) === drawn) return; // what is chosen stays chosen
      drawn = String(lessons);
      const chosen = which.value;
      fill(which, ["", ...lessons].map((number) => h("option", { value: number, selected: number === chosen }, number || "no lesson")));
    },
  };
}
