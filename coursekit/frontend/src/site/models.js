// A model for each view of a page, as anywidget gives one: what the view was drawn with, and its line to what answers.

const APART = "-review"; // ends the name under which Python has what has come back (sessions/review_store.py)

/**
 * @param {string} name   of the view
 * @param {Traits} given  what it was drawn with
 * @param {Line} line
 * @param {string} course  names this course, at this address, in the browser's storage
 * @param {StandIn} [standIn]
 */
export function createModel(name, given, line, course, standIn = () => null) {
  /** @type {Map<string, Set<(content?: any) => void>>} */
  const heard = new Map(); // event -> listeners
  /** @type {Traits} */
  let traits = own(given);

  // A page is built where the course lies elsewhere than in its worker: neither place may name what waits here.
  // What has come back waits apart from the lesson's own answer to the same question.
  function own(/** @type {Traits} */ from) {
    const shelf = String(from.course ?? "").endsWith(APART) ? `${course}:review` : course;
    return { ...from, course: shelf, ...(from.setup ? { setup: { ...from.setup, course } } : {}) };
  }
  /** Send; where nothing answers, whatever stands in for it may. */
  async function send(/** @type {any} */ content, /** @type {unknown} */ _callbacks, /** @type {ArrayBuffer[] | undefined} */ buffers) {
    try {
      await line.send(name, content, buffers);
    } catch (error) {
      const said = standIn(name, content);
      if (!said) throw error;
      tell("msg:custom", await said);
    }
  }
  /** Tell the view. */
  function tell(/** @type {string} */ event, /** @type {any} */ content) {
    for (const listener of [...(heard.get(event) ?? [])]) listener(content);
  }
  return {
    get: (/** @type {string} */ key) => traits[key],
    set(/** @type {string} */ key, /** @type {unknown} */ value) {
      traits[key] = value;
    },
    save_changes() {},
    on(/** @type {string} */ event, /** @type {(content?: any) => void} */ listener) {
      heard.set(event, (heard.get(event) ?? new Set()).add(listener));
    },
    off(/** @type {string} */ event, /** @type {(content?: any) => void} */ listener) {
      heard.get(event)?.delete(listener);
    },
    send,
    tell,
    /** Take these traits; tells whether they differ from those there were. */
    adopt(/** @type {Traits} */ next) {
      const [before, after] = [JSON.stringify(traits), JSON.stringify(own(next))];
      traits = own(next);
      return before !== after;
    },
  };
}
