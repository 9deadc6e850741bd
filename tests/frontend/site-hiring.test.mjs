// A worker that was started before its page was drawn is the one that answers it, unless it is gone by then.
import assert from "node:assert/strict";
import { test } from "node:test";
import { hireEarly } from "../../coursekit/frontend/src/site/hiring.js";

const DATA = { base: "../", static: "_/one" };

/** A browser whose workers only note what they are told. */
function browser({ able = true } = {}) {
  /** @type {any[]} */
  const hired = [];
  globalThis.location = /** @type {any} */ ({ href: "https://example.org/lessons/00-lamp.html" });
  globalThis.Worker = /** @type {any} */ (
    class {
      /** @type {any[]} */
      told = [];
      constructor(/** @type {URL} */ url) {
        if (!able) throw new Error("no workers here");
        this.url = url.href;
        hired.push(this);
      }
      postMessage(/** @type {any} */ message) {
        this.told.push(message);
      }
    }
  );
  return hired;
}

test("it is told at once what it will be asked, handed over once, and another is started the next time", () => {
  const hired = browser();
  const take = hireEarly(/** @type {any} */ (DATA), { type: "open" });
  assert.equal(hired[0].url, "https://example.org/_/one/worker.js");
  assert.deepEqual(hired[0].told, [{ type: "prepare", opening: { type: "open" } }]);
  assert.equal(take(), hired[0]);
  assert.equal(take(), hired[1]);
  assert.deepEqual(hired[1].told, []);
});

test("where it could not be loaded, another is started, which says so to the page", () => {
  const hired = browser();
  const take = hireEarly(/** @type {any} */ (DATA), { type: "open" });
  hired[0].onerror();
  assert.equal(take(), hired[1]);
});

test("where the browser starts none, that is said when the page asks for it, not before", () => {
  browser({ able: false });
  const take = hireEarly(/** @type {any} */ (DATA), { type: "open" });
  assert.throws(take, /no workers here/);
});
