// A page of the room and its server: a web socket that comes back by itself, and a vote that is kept until it counts.
//
// docs/room.md has the messages. One vote a round waits at most: the latest. It is kept in this browser until the
// server has acknowledged or refused it, and sent again after each new connection; the server counts it once, since
// its `order` rises with each change and is kept with it.
import { createWays } from "./ways.js";

export const FIRST_PAUSE = 500; // ms before connecting again; doubled each time
export const LONGEST_PAUSE = 8000;
const STILL = 20_000; // ms between two pings, by which a network that has gone is noticed
const PATIENCE = 5_000; // ms for the answer to one
const FIRST_WORD = 8_000; // ms for the first view; some proxies take a socket and let nothing through

/**
 * @typedef {object} Hello
 * @property {"participant" | "projected" | "console"} as
 * @property {string} [token]
 * @property {string} [key]
 *
 * @typedef {{ vote: string, round: number, order: number, answer: Record<string, unknown> }} Ballot
 *
 * @typedef {object} Listening
 * @property {(view: any) => void} onView
 * @property {(state: "connecting" | "connected" | "lost") => void} onLine
 * @property {(ballot: Ballot) => void} [onCounted]
 * @property {(ballot: Ballot, why: string) => void} [onRefused]  the vote will not count
 * @property {(why: string) => void} onGone  one has to join again, or to open the page anew
 *
 * @typedef {Pick<Storage, "getItem" | "setItem" | "removeItem">} Store
 *
 * @typedef {object} World  what a browser has, or a test puts in its place
 * @property {(url: string) => WebSocket} connect
 * @property {Store | null} store
 * @property {(run: () => void, ms: number) => number} later
 * @property {(timer: number) => void} never
 * @property {() => number} now
 * @property {() => number} chance
 * @property {(tell: (up: boolean) => void) => () => void} [network]  hears that the network has gone, or may be back;
 *     returns what stops hearing
 */

/** @returns {World} */
function browser() {
  /** @type {Store | null} */
  let store = null;
  try {
    store = globalThis.localStorage;
  } catch {
    // Blocked: a vote is kept as long as the page is open.
  }
  return {
    connect: createWays(),
    store,
    later: (run, ms) => Number(setTimeout(run, ms)),
    never: (timer) => clearTimeout(timer),
    now: Date.now,
    chance: Math.random,
    network,
  };
}

/** A phone knows when its network goes and comes; and one that was asleep looks at once, not when a timer is due. */
function network(/** @type {(up: boolean) => void} */ tell) {
  const listening = new AbortController();
  const { signal } = listening;
  addEventListener("offline", () => tell(false), { signal });
  addEventListener("online", () => tell(true), { signal });
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && tell(true), { signal });
  return () => listening.abort();
}

/**
 * Connect, and stay connected.
 *
 * @param {string} url  of `live`
 * @param {Hello} hello
 * @param {Listening} listening
 * @param {string} name  under which this browser keeps a vote; another for each room
 * @param {World} [world]
 */
export function connectRoom(url, hello, listening, name, world = browser()) {
  const key = `coursekit:room:${name}`;
  /** @type {WebSocket | null} */
  let socket = null;
  let open = false;
  let ended = false;
  let tries = 0;
  let n = 0;
  let timer = 0;
  let answer = 0;
  let again = 0;
  let highest = 0; // order of the latest vote known of: this phone's clock may have been put back since
  /** @type {Map<number, { resolve: (why: string | null) => void }>} */
  const asked = new Map();
  /** @type {{ ballot: Ballot, n: number } | null} */
  let waiting = kept();

  function kept() {
    try {
      const ballot = JSON.parse(world.store?.getItem(key) ?? "null");
      return typeof ballot?.vote === "string" && Number.isSafeInteger(ballot.order) ? { ballot, n: 0 } : null;
    } catch {
      return null;
    }
  }
  function keep() {
    try {
      if (waiting) world.store?.setItem(key, JSON.stringify(waiting.ballot));
      else world.store?.removeItem(key);
    } catch {
      // Full or blocked: it is kept as long as the page is open.
    }
  }
  function send(/** @type {Record<string, unknown>} */ message) {
    n += 1;
    socket?.send(JSON.stringify({ ...message, n }));
    return n;
  }
  function sendVote() {
    if (waiting && open) waiting.n = send({ op: "vote", ...waiting.ballot });
  }
  function watch() {
    world.never(timer);
    world.never(answer);
    timer = world.later(look, STILL);
  }
  /** See whether anybody is there still. */
  function look() {
    const pinged = socket;
    world.never(timer);
    world.never(answer);
    send({ op: "ping" });
    answer = world.later(() => drop(pinged), PATIENCE);
  }
  /** Give a connection up, without waiting until the browser does. */
  function drop(/** @type {WebSocket | null} */ given) {
    given?.close();
    if (given && given === socket) lost();
  }
  function start() {
    listening.onLine("connecting");
    const mine = world.connect(url);
    socket = mine;
    answer = world.later(() => drop(mine), FIRST_WORD);
    mine.onopen = () => mine.send(JSON.stringify({ op: "hello", ...hello }));
    mine.onmessage = (event) => mine === socket && hear(JSON.parse(String(event.data)));
    mine.onclose = () => mine === socket && lost();
  }
  function lost() {
    socket = null;
    open = false;
    world.never(timer);
    world.never(answer);
    for (const { resolve } of asked.values()) resolve("The connection was lost; look whether it was done");
    asked.clear();
    if (ended) return;
    listening.onLine("lost");
    // Six hundred phones that lost one server do not come back in one moment.
    const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** tries) * (0.5 + world.chance());
    tries += 1;
    timer = world.later(start, pause);
  }
  function hear(/** @type {any} */ told) {
    watch();
    if (told.op === "view") {
      for (const own of Object.values(told.vote?.own ?? {})) highest = Math.max(highest, /** @type {any} */ (own).order);
      if (!open) {
        open = true;
        tries = 0;
        listening.onLine("connected");
        sendVote();
      }
      listening.onView(told);
    } else if (told.op === "refused" && told.gone) {
      end();
      listening.onGone(told.why);
    } else settle(told);
  }
  function settle(/** @type {{ op: string, n: number, why?: string, again?: boolean }} */ told) {
    const why = told.op === "ack" ? null : (told.why ?? "");
    asked.get(told.n)?.resolve(why);
    asked.delete(told.n);
    if (!waiting || waiting.n !== told.n) return;
    if (told.again) {
      world.never(again);
      again = world.later(sendVote, LONGEST_PAUSE);
      return;
    }
    const { ballot } = waiting;
    waiting = null;
    keep();
    if (why === null) listening.onCounted?.(ballot);
    else listening.onRefused?.(ballot, why);
  }

  function end() {
    ended = true;
    deaf?.();
    for (const each of [timer, answer, again]) world.never(each);
    socket?.close();
  }
  const deaf = world.network?.((up) => {
    if (ended) return;
    if (!up) drop(socket);
    else if (open) look();
    else if (!socket) {
      world.never(timer);
      tries = 0;
      start();
    }
  });
  start();
  return {
    /** Cast or change a vote; of those that wait only the latest is sent. */
    vote(/** @type {string} */ vote, /** @type {number} */ round, /** @type {Record<string, unknown>} */ answered) {
      const order = Math.max(world.now(), highest + 1, (waiting?.ballot.order ?? 0) + 1);
      waiting = { ballot: { vote, round, order, answer: answered }, n: 0 };
      keep();
      sendVote();
    },
    /** The vote that is not counted yet. */
    get waiting() {
      return waiting?.ballot ?? null;
    },
    /**
     * Press something on the console; resolves to null when it is done, or to why it is not.
     *
     * @param {string} press
     * @param {Record<string, unknown>} [more]
     * @returns {Promise<string | null>}
     */
    press(press, more = {}) {
      if (!open) return Promise.resolve("The room’s server cannot be reached; wait until the connection is back");
      return new Promise((resolve) => asked.set(send({ op: "press", press, ...more }), { resolve }));
    },
    close: end,
  };
}
