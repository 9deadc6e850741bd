// A short text. Never scored by a machine: one writes, then sets one's own level in each row of a rubric,
// and only then sees how others answered, at three levels.
import { h, say, uid } from "../dom.js";
import { countWords, many, plain, rich } from "../text.js";
import { sampleList } from "./parts/samples.js";

function rubricRow(/** @type {import("../protocol.js").Row} */ row, /** @type {(how: How) => void} */ changed) {
  const name = uid("level");
  const inputs = (row.levels ?? []).map((_, level) =>
    h("input", { type: "radio", name, value: String(level), on: { change: () => changed({}) } }),
  );
  return {
    id: row.id,
    node: h(
      "fieldset",
      { class: "ck-rubric-row" },
      h("legend", null, rich(row.name)),
      (row.levels ?? []).map((words, level) =>
        h("label", { class: "ck-option" }, inputs[level], h("span", null, h("b", null, `${level}`), " ", rich(words))),
      ),
    ),
    get: () => inputs.findIndex((input) => input.checked),
    set(/** @type {number} */ level) {
      inputs.forEach((input, index) => {
        input.checked = index === level;
      });
    },
  };
}

export default function text(/** @type {View} */ view, /** @type {Room} */ room) {
  const [least, most] = view.words ?? [];
  const prediction = view.purpose === "prediction";
  /** @type {ReturnType<typeof rubricRow>[]} */
  const rows = prediction ? [] : (view.rows ?? []).map((/** @type {import("../protocol.js").Row} */ row) => rubricRow(row, room.changed));
  const countId = uid("count");
  const count = h("p", { class: "ck-soft", id: countId });
  const area = h("textarea", {
    class: "ck-field ck-area",
    rows: prediction ? "3" : "5",
    maxlength: "20000",
    dir: "auto",
    "aria-labelledby": room.labelId,
    "aria-describedby": `${room.hintId} ${countId}`,
    on: {
      input() {
        tally();
        room.changed({ typing: true });
      },
    },
  });
  const asked = least && most ? `${least} to ${most} words` : most ? `up to ${many(most, "word")}` : least ? `at least ${many(least, "word")}` : "";
  const rubric = h(
    "div",
    { class: "ck-rubric", hidden: true },
    h("p", { class: "ck-rubric-head" }, "Now read your text again as somebody else’s, and set a level in each row."),
    rows.map((row) => row.node),
  );
  const samples = sampleList();
  let stage = "write"; // write -> levels -> samples
  /** @type {{ mark: Mark | null, whole: boolean, said: string }} */
  let judged = { mark: null, whole: false, said: "" }; // the last mark, whether all levels were set when it came, what was said

  function tally() {
    const words = countWords(area.value);
    say(count, asked ? `${many(words, "word")} · asked for: ${asked}` : many(words, "word"));
  }
  const open = () => rows.filter((row) => row.get() < 0);
  const said = () => JSON.stringify([area.value, rows.map((row) => row.get())]);
  tally();
  return {
    node: h("div", { class: "ck-text" }, area, count, rubric, samples.node),
    hint: prediction
      ? "A prediction is neither right nor wrong. It shows you later what surprised you."
      : "No machine reads this. You will judge it yourself, and your teacher may read it.",
    read() {
      if (!area.value.trim()) return {};
      const levels = Object.fromEntries(rows.filter((row) => row.get() >= 0).map((row) => [row.id, row.get()]));
      return Object.keys(levels).length ? { text: area.value, levels } : { text: area.value };
    },
    write(/** @type {Answer} */ answer) {
      const value = String(answer.text ?? "");
      if (area.value !== value) area.value = value;
      for (const row of rows) row.set(Number.isInteger(answer.levels?.[row.id]) ? answer.levels[row.id] : -1);
      tally();
    },
    slot: () => null,
    // How many words there are and which levels were set is on view as it is; samples have their place.
    owns: (/** @type {string} */ part) => part === "answer" || /^(sample|comment|compare):/.test(part) || rows.some((row) => row.id === part),
    /** What the main button says and does next; a text stays committed while it is edited. */
    marked(/** @type {Mark | null} */ mark) {
      const done = mark?.state === "human";
      if (mark !== judged.mark) judged = { mark, whole: open().length === 0, said: said() };
      stage = !done ? "write" : open().length ? "levels" : "samples";
      rubric.hidden = stage === "write" || rows.length === 0;
      const shown = stage === "samples" && samples.fill(mark?.feedback ?? []);
      if (!shown) samples.clear();
      const finished = stage === "samples" && (prediction || shown || judged.whole);
      const kept = finished && said() === judged.said;
      return {
        keep: done,
        kept,
        label: {
          write: prediction ? "Keep my prediction" : "I have written it",
          levels: "Show the sample answers",
          samples: kept ? "Kept" : finished ? "Keep the change" : "Show the sample answers",
        }[stage],
        missing() {
          if (stage === "write" || open().length === 0) return "";
          return `Set a level first: ${open().map((row) => plain(view.rows.find((/** @type {import("../protocol.js").Row} */ item) => item.id === row.id).name)).join(", ")}.`;
        },
      };
    },
  };
}
