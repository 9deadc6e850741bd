// The service worker of a site. It stands at the site's root, and serves what is below that and nothing else.
import { answer, isOurs } from "./answer.js";
import { howFar, keepCourse } from "./keep.js";
import { goOn, pause } from "./pausing.js";

const own = /** @type {ServiceSelf} */ (/** @type {unknown} */ (globalThis));
const base = own.registration.scope;

/** @type {Promise<Keeping> | null} */
let keeping = null; // one at a time, however many pages ask

function keep() {
  keeping ??= keepCourse(base)
    .catch((error) => /** @type {Keeping} */ (error?.name === "QuotaExceededError" ? "full" : "part"))
    .finally(() => {
      keeping = null;
    });
  return keeping;
}

own.addEventListener("install", () => own.skipWaiting());
own.addEventListener("activate", (event) => event.waitUntil(own.clients.claim()));
own.addEventListener("fetch", (event) => {
  if (isOurs(base, event.request)) event.respondWith(answer(base, event.request));
});
own.addEventListener("message", (event) => {
  const { op, page } = event.data ?? {};
  if (op === "pause") return pause();
  if (op === "go-on") return goOn();
  const done = op === "keep" ? keep().then((far) => (far === "full" ? far : howFar(base, page))) : howFar(base, page);
  event.waitUntil(done.then((far) => event.ports[0]?.postMessage(far)));
});
