// The time that is left in a round. It is seen at every second, and said once, when there is little of it.
import { h, say } from "../dom.js";
import { announce } from "../live.js";
import { minutes } from "./screen-words.js";

const LITTLE = 10; // seconds

/**
 * @param {number} until  seconds since 1970, by the server's clock
 * @param {number} behind  ms by which this machine's clock is behind it
 * @param {() => void} onOver  the time is up
 */
export function createCountdown(until, behind, onOver) {
  const node = h("p", { class: "rp-clock", role: "timer" });
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let told = false;
  const seconds = () => until - (Date.now() + behind) / 1000;
  function tick() {
    const now = seconds();
    const little = now <= LITTLE;
    say(node, now > 0 ? `${minutes(now)} left` : "Time is up");
    node.dataset.little = String(little);
    if (little && !told && now > 0) announce(`${Math.ceil(now)} seconds left.`);
    told ||= little;
    if (now > 0) timer = setTimeout(tick, (now % 1) * 1000 + 20);
    else queueMicrotask(onOver);
  }
  tick();
  return {
    node,
    over: () => seconds() <= 0,
    destroy: () => clearTimeout(timer),
  };
}
