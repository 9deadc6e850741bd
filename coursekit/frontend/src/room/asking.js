// What a page asks of its room before it is connected: what the room is, and to be let in.

/** Milliseconds by which this machine's clock is behind the server's, from the answer's date. Pure. */
export function behind(/** @type {string | null} */ date, /** @type {number} */ asked, /** @type {number} */ answered) {
  const at = Date.parse(date ?? "");
  return Number.isNaN(at) ? 0 : at + 500 - (asked + answered) / 2; // a date has whole seconds: half of one is cut off
}

/** The address of the room's web socket, beside this page. */
export function liveAddress(page = location.href) {
  const url = new URL("live", page);
  url.protocol = url.protocol.replace("http", "ws");
  url.hash = "";
  return url.href;
}

/**
 * What the room is; null where it cannot be reached.
 *
 * @returns {Promise<(RoomAbout & { behind: number }) | null>}
 */
export async function about() {
  const asked = Date.now();
  try {
    const answer = await fetch("about", { headers: { Accept: "application/json" } });
    if (!answer.ok) return null;
    return { ...(await answer.json()), behind: behind(answer.headers.get("Date"), asked, Date.now()) };
  } catch {
    return null;
  }
}

/**
 * Come in by a code or a key.
 *
 * @param {{ code?: string, key?: string, name?: string }} given
 * @returns {Promise<{ token: string } | { why: string }>}
 */
export async function joined(given) {
  try {
    const answer = await fetch("join", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(given) });
    const told = await answer.json();
    return typeof told.token === "string" ? { token: told.token } : { why: String(told.why ?? "The room did not answer. Try again") };
  } catch {
    return { why: "The room cannot be reached. Look whether this device has a network, and try again" };
  }
}
