// Whether the course can be read without a network, in one line; and the service worker that sees to it.
import { h, say } from "../dom.js";
import { shelfName } from "./service/shelves.js";

/** @type {Record<Keeping | "none", string>} */
const WORDS = {
  whole: "Can be read and answered without a network from now on.",
  part: "",
  full: "Needs a network: this browser has no room to keep the course.",
  none: "Needs a network: this browser does not keep the course at this address.",
};

/** Hold on to what is kept of a page's version for as long as the page is open. */
function hold(/** @type {string} */ name) {
  navigator.locks?.request(name, { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
}

/** The worker of this very site, once it is at work: a page may lie below another site, too, whose worker is. */
function atWork(/** @type {ServiceWorkerRegistration} */ { active, waiting, installing }) {
  const worker = active ?? waiting ?? installing;
  return new Promise((/** @type {(found: ServiceWorker | null) => void} */ resolve) => {
    const look = () => (worker?.state === "activated" || worker === active ? resolve(worker) : worker?.state === "redundant" && resolve(null));
    worker?.addEventListener("statechange", look);
    look();
  });
}

/**
 * @param {URL} base
 * @param {{ course: string, version: string }} page
 */
export function createOffline(base, { course, version }) {
  const element = h("p", { class: "ck-offline ck-soft", role: "status", hidden: true });
  const page = { course, version };
  /** @type {ServiceWorker | null} */
  let worker = null; // that was asked for something

  function tell(/** @type {Keeping | "none"} */ far) {
    element.dataset.far = far;
    say(element, WORDS[far]);
    element.hidden = WORDS[far] === "";
  }
  async function ask(/** @type {"keep" | "far"} */ op) {
    try {
      const registration = await navigator.serviceWorker.register(new URL("offline.js", base), { scope: base.pathname, updateViaCache: "none" });
      worker = await atWork(registration);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => tell(data);
      worker?.postMessage({ op, page }, [port2]);
    } catch {
      tell("none"); // not over https, a private window, or switched off
    }
  }
  hold(shelfName(base.href, page));
  return {
    element,
    /** Have the whole course kept, unless whoever pays for each byte has said so. */
    keep: () => ask(/** @type {any} */ (navigator).connection?.saveData ? "far" : "keep"),
    /** Somebody waits for an answer, or has it: keeping the course has time. */
    pause: (/** @type {boolean} */ waits) => worker?.postMessage({ op: waits ? "pause" : "go-on" }),
    /** Only say how far it is. */
    look: () => ask("far"),
  };
}
