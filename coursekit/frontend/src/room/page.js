// The page of a console or a screen: its place in the document, its connection, and how it says that this is lost.
import { fill, h } from "../dom.js";
import { prepare } from "../live.js";
import { about, liveAddress } from "./asking.js";
import { connectRoom } from "./connection.js";

const NO_KEY = "This address is not whole: the part behind “#” is missing. Open it again from where the room was started.";

/**
 * Bring a page to life.
 *
 * @param {"console" | "projected"} as
 * @param {string} name  the page's class
 * @param {Child[]} content  what stands on it once the room is there
 * @param {(view: any) => void} onView
 */
export function openPage(as, name, content, onView) {
  const main = /** @type {HTMLElement} */ (document.getElementById("room"));
  main.className = `ck ${name}`;
  const line = h("p", { class: "rm-line", role: "status", hidden: true });
  prepare();
  const key = location.hash.slice(1);
  const stopped = (/** @type {string} */ why) => fill(main, h("h1", null, document.title), h("p", { class: "rm-line" }, why));
  addEventListener("hashchange", () => location.reload()); // also where the key is put in only now
  if (!key) {
    stopped(NO_KEY);
    return { press: () => Promise.resolve(NO_KEY), key, now: () => Date.now() / 1000 };
  }
  let here = false;
  fill(main, line, h("p", { class: "rm-coming" }, "Connecting to the room …"));
  const room = connectRoom(
    liveAddress(),
    { as, key },
    {
      onView(view) {
        if (!here) fill(main, line, content);
        here = true;
        onView(view);
      },
      onLine(state) {
        if (state === "connecting" && !line.hidden) return;
        line.hidden = state !== "lost";
        fill(line, state === "lost" && "The connection to the room is lost. This page comes back by itself; every vote that was counted is kept.");
      },
      onGone: stopped,
    },
    as,
  );
  let behind = 0; // ms by which this machine's clock is
  about().then((found) => {
    behind = found?.behind ?? 0;
  });
  return {
    press: room.press,
    key,
    /** Seconds since 1970, by the server's clock. */
    now: () => (Date.now() + behind) / 1000,
  };
}
