// What a worker needs whichever page it is for, begun at once: for whoever was here before, while the page is drawn.
import { startPython } from "./python.js";

async function bytes(/** @type {string} */ url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url.split("/").at(-1)}: ${response.status}`);
  return response.arrayBuffer();
}

/** The addresses of what was built for a course, by name. Pure. */
export const addressesIn =
  (/** @type {Opening} */ { base, static: folder }) =>
  (/** @type {string} */ name) =>
    new URL(`${base}${folder}/${name}`, location.href).href;

/** @type {{ starting: ReturnType<typeof startPython>, fetching: Promise<ArrayBuffer> } | null} */
let begun = null;

/** Start Python and fetch the course; what was begun before goes on. */
export function prepare(/** @type {Opening} */ asked) {
  if (begun) return begun;
  const at = addressesIn(asked);
  const runtime = new URL(`${asked.base}${asked.runtime}/`, location.href).href;
  begun = { fetching: bytes(at("course.zip")), starting: startPython(runtime, () => bytes(at("kit.zip")), asked.work, `${asked.runtime} ${asked.static}`) };
  for (const each of Object.values(begun)) each.catch(() => {}); // it is told when the page is opened
  return begun;
}
