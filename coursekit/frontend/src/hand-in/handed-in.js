// The file that was made: to be downloaded, and where it also lies.
import { h, say } from "../dom.js";
import { inFolder } from "../unit.js";

/** {node, there, stale, show(made), changed(summary), dispose()} */
export function createHandedIn() {
  let address = "";
  /** @type {HandedIn | null} */
  let made = null;
  let stale = false;
  const link = h("a", { class: "ck-button ck-download" });
  const who = h("p", null);
  const where = h("p", null);
  const older = h("p", { class: "ck-older", hidden: true }, "You have changed answers since it was made. Make it anew, so that they count.");
  const node = h(
    "div",
    { class: "ck-handed-in", hidden: true },
    h("p", null, link),
    older,
    who,
    where,
    h("p", null, "Give this one file to your instructor. Nothing is sent by itself."),
  );
  function letGo() {
    if (address) URL.revokeObjectURL(address);
    address = "";
  }
  return {
    node,
    get there() {
      return made !== null;
    },
    get stale() {
      return stale;
    },
    show(/** @type {HandedIn} */ next) {
      letGo();
      made = next;
      stale = false;
      older.hidden = true;
      address = URL.createObjectURL(new Blob([next.content], { type: "application/json" }));
      link.href = address;
      link.download = next.name;
      say(link, `Download ${next.name}`);
      say(who, `In the name of ${next.learner}. ${next.summary}`);
      say(where, `It also lies ${next.where}.`);
      where.hidden = !inFolder();
      node.hidden = false;
    },
    /** Something was answered: is it in the file? */
    changed(/** @type {string} */ summary) {
      if (!made || summary === made.summary) return;
      stale = true;
      older.hidden = false;
    },
    dispose: letGo,
  };
}
