// How a page reaches its room: by a web socket; where none lets a word through, by asking over plain HTTP.
import { createPolling } from "./polling.js";

const FEW = 2; // web sockets in a row that said nothing, after which one asks
const MANY = 6; // where one has worked before: then the server is away, rather than sockets forbidden
const WHILE = 180_000; // ms after which a page that had a web socket before tries for one again

/**
 * Returns what makes the next connection. Sockets and asking take turns once sockets have failed.
 *
 * @param {(url: string) => WebSocket} socket
 * @param {(url: string) => WebSocket} polling
 */
export function createWays(socket = (url) => new WebSocket(url), polling = createPolling) {
  let worked = false;
  let failed = 0; // tries since a web socket last said a word
  return (/** @type {string} */ url) => {
    const asks = failed >= (worked ? MANY : FEW) && failed % 2 === 0;
    failed += 1;
    if (asks) {
      const made = polling(url);
      if (worked) setTimeout(() => made.close(), WHILE);
      return made;
    }
    const made = socket(url);
    made.addEventListener(
      "message",
      () => {
        worked = true;
        failed = 0;
      },
      { once: true },
    );
    return made;
  };
}
