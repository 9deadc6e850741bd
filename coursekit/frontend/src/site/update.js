// The site has been updated while a page of it was open: the page goes on with what it has, and offers the new one.
import { h } from "../dom.js";
import { announce } from "../live.js";
import { drawer } from "../layout/memory.js";
import { listIn } from "./service/keep.js";

const WORDS = "The course has been updated. This page still shows it as it was; what you have done is kept.";

/** The version that the server has now; "" where that cannot be said. */
async function versionNow(/** @type {URL} */ base) {
  try {
    const answer = await fetch(new URL("site.json", base), { cache: "no-store" });
    return answer.ok ? (listIn(await answer.json())?.version ?? "") : "";
  } catch {
    return ""; // no network
  }
}

/**
 * @param {URL} base
 * @param {string} version  of this page
 */
export function createUpdate(base, version) {
  const loaded = drawer(`coursekit:loaded:${base.pathname}`); // the version for which the page was loaded anew
  let there = "";
  const anew = h("button", { type: "button", class: "ck-button", on: { click: load } }, "Load the new one");
  const later = h("button", { type: "button", class: "ck-link", on: { click: () => show("") } }, "Not now");
  const element = h("div", { class: "ck ck-update", role: "region", "aria-label": "The course has been updated", hidden: true }, h("p", null, WORDS), anew, later);

  function show(/** @type {string} */ next) {
    there = next;
    element.hidden = next === "";
    if (next) announce(WORDS);
  }
  function load() {
    loaded.put(there);
    location.reload();
  }
  async function look() {
    const now = await versionNow(base);
    // A server that still hands out the old page is not asked twice for the same new one.
    if (now && now !== version && now !== there && now !== loaded.get()) show(now);
  }
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") look();
  });
  addEventListener("online", look);
  return { element, look };
}
