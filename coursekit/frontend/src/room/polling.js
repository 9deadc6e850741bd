// The room without a web socket: some proxies let none through. What looks like one asks `say` every few seconds.

export const PAUSE = 2_500; // ms between two looks; docs/room.md asks for two to five seconds
const LONGEST = 10_000; // ms for one answer

/**
 * What a page's connection takes for a web socket.
 *
 * @param {string} url  of `live`, as for a web socket: `say` stands beside it
 * @param {(url: string, options: RequestInit) => Promise<Pick<Response, "ok" | "status" | "json" | "headers">>} [ask]
 * @returns {WebSocket}
 */
export function createPolling(url, ask = (where, options) => fetch(where, options)) {
  const say = new URL("say", url.replace(/^ws/, "http")).href;
  /** @type {Record<string, unknown> | null} */
  let hello = null;
  /** @type {object[]} */
  let waiting = [];
  let seen = "";
  let busy = false;
  let ended = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @type {any} */
  const socket = { onopen: null, onmessage: null, onclose: null, send, close: end };
  const tell = (/** @type {object} */ message) => socket.onmessage?.({ data: JSON.stringify(message) });

  function send(/** @type {string} */ raw) {
    const message = JSON.parse(raw);
    if (message.op === "hello") hello = message;
    else waiting.push(message);
    look();
  }
  function end() {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    queueMicrotask(() => socket.onclose?.());
  }
  async function look() {
    if (busy || ended || !hello) return;
    busy = true;
    clearTimeout(timer);
    try {
      const pause = await one(waiting[0]);
      busy = false;
      if (!ended) timer = setTimeout(look, pause);
    } catch {
      busy = false;
      end();
    }
  }
  /** One request; returns how long to wait before the next. */
  async function one(/** @type {object | undefined} */ message) {
    const answer = await ask(say, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ ...hello, message, seen }),
      signal: AbortSignal.timeout(LONGEST),
    });
    if (answer.status === 429) return 1000 * (Number(answer.headers.get("Retry-After")) || 2);
    const told = await answer.json();
    if (ended) return PAUSE;
    if (!answer.ok && !told.gone) throw new Error(told.why);
    if (!answer.ok) tell(told);
    if (message) waiting = waiting.slice(1);
    for (const reply of told.replies ?? []) tell(reply);
    seen = told.seen ?? seen;
    if (told.view) tell(told.view);
    return waiting.length > 0 ? 0 : PAUSE;
  }
  queueMicrotask(() => socket.onopen?.());
  return socket;
}
