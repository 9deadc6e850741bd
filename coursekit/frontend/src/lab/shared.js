// JupyterLab's own packages, as the page shares them with extensions: {name: {version: {get() -> Promise<() => module>}}}.

/** @type {any} */
let known = {};

/** Keep what the page hands to the container. */
export function take(/** @type {any} */ scope) {
  known = scope ?? {};
}

/** The module of a shared package; rejects where the page does not share it. */
export async function shared(/** @type {string} */ name) {
  const [version] = Object.values(known[name] ?? {});
  if (!version) throw new Error(`coursekit: JupyterLab does not share ${name}`);
  return (await /** @type {any} */ (version).get())();
}
