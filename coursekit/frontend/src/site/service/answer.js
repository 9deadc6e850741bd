// What a page gets when it asks for something: what is named by its content from what is kept, all else from the network
// first, so that nobody who is online reads yesterday's lesson.
import { LIST, kept, placeOf } from "./shelves.js";

const PATIENCE = 10_000; // ms for a network that says nothing, where the page is kept
const OURS = /^(?:_\/.+|(?:[\w-]+\/)*[\w.-]+\.html)$/;
const NOTEBOOKS = /^(?:lab|_\/lab-[^/]+)\//; // JupyterLite has a service worker of its own

/** Whether a request is one for us to answer. Pure. */
export function isOurs(/** @type {string} */ base, /** @type {{ method: string, url: string }} */ { method, url }) {
  const place = placeOf(base, url);
  return method === "GET" && place !== null && place !== LIST && OURS.test(place) && !NOTEBOOKS.test(place);
}

const NOWHERE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>No network</title><body style="max-width:36em;margin:3rem auto;padding:0 1rem;font:1.0625rem/1.6 Georgia,serif">
<h1>No network</h1><p>This page is not kept in this browser yet. Load it again when you have a network.</p>
<p>What you have done in the course is kept.</p>`;

const nowhere = () => new Response(NOWHERE, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });

/**
 * A program as the browser has it itself, without asking the server: with that, Chromium keeps the machine's code that it
 * made of it, and does so with nothing that is on a shelf or was asked about. Null where it has none any more.
 */
async function fetchedBefore(/** @type {string} */ url) {
  const found = await fetch(url, { cache: "only-if-cached", mode: "same-origin" }).catch(() => null);
  return found?.ok ? found : null;
}

/** @param {string} base  @param {Request} request  @returns {Promise<Response>} */
export async function answer(base, request) {
  const place = placeOf(base, request.url) ?? "";
  const compiled = place.startsWith("_/") && place.endsWith(".wasm") ? await fetchedBefore(request.url) : null;
  if (compiled) return compiled;
  if (place.startsWith("_/")) return (await kept(base, place)) ?? fetch(request);
  const asked = fetch(request.url, { cache: "no-cache", redirect: request.redirect, credentials: "same-origin" });
  const tried = asked.then(
    async (response) => (response.status >= 500 ? ((await kept(base, place)) ?? response) : response),
    async () => (await kept(base, place)) ?? (request.mode === "navigate" ? nowhere() : Response.error()),
  );
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((/** @type {(found: Response | undefined) => void} */ resolve) => {
    timer = setTimeout(async () => resolve(await kept(base, place)), PATIENCE);
  });
  const first = await Promise.race([tried, late]);
  clearTimeout(timer);
  return first ?? tried;
}
