// The token that says who one is in a room, kept in this browser: a page that is loaded again is in still.

const key = () => `coursekit:room:in:${location.pathname}`;

/** @returns {string} "" where nobody has joined from here */
export function keptToken() {
  try {
    return localStorage.getItem(key()) ?? "";
  } catch {
    return String(history.state?.room ?? ""); // storage is blocked: it lives as long as this tab does
  }
}

/** Keep it; "" forgets it. */
export function keepToken(/** @type {string} */ token) {
  try {
    if (token) localStorage.setItem(key(), token);
    else localStorage.removeItem(key());
  } catch {
    history.replaceState({ ...history.state, room: token }, "");
  }
}
