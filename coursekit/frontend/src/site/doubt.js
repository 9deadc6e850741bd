// What the front page says while it does not know where somebody is who was here before. What was kept, what Python says
// now, and that there will be no Python come in any order.

const LOOKED_UP = "A moment: where you are is being looked up.";
const UNKNOWN = "Where you are cannot be said now, because";
const KEPT = "What you have done is kept; each lesson shows its own.";

/** @param {(words: string) => void} show  says it; "" where there is nothing to say */
export function createDoubt(show) {
  let known = false;
  let asked = false;
  let lost = "";
  const tell = () => asked && show(known ? "" : lost || LOOKED_UP);
  return {
    /** Whether the page shows where one is as of now. */
    get over() {
      return known;
    },
    /** Nothing was kept of where one is. */
    begin() {
      asked = true;
      tell();
    },
    /** Python has said where one is. */
    end() {
      known = true;
      tell();
    },
    /** There is no Python, for a reason. */
    fail(/** @type {string} */ why) {
      lost = `${UNKNOWN} ${why}. ${KEPT}`;
      tell();
    },
  };
}
