// What is made of the hand-ins: a button each, with what may be chosen for it, and below what came of it.
import { fill, h, uid } from "../dom.js";
import { createMade } from "./made.js";

/** @type {Record<string, [string, string]>} */
const SAYS = {
  marks: ["Make the marks", "Marks as a table: a row for every file, with points, version and reasons."],
  gradebook: ["Fill in the gradebook", "The platform’s own file with one column filled in, ready to be uploaded. Nothing else in it changes."],
  feedback: ["Make the feedback", "A page for each hand-in, packed as the platform takes it back."],
  report: ["Make the report", "What the class knows: questions, misconceptions, blanks, where marks disagree."],
  plan: ["Make the plan", "Two or three things worth the next hour, each with its passage and a vote."],
  alike: ["Compare", "Hand-ins that are alike far beyond chance: a reason to talk, never a verdict."],
};
const TITLES = { marks: "Marks", gradebook: "Gradebook", feedback: "Feedback", report: "Report", plan: "Plan for the next hour", alike: "Alike" };
/** @type {[string, string][]} */
const PLATFORMS = [
  ["", "as they were exported"],
  ["moodle", "Moodle"],
  ["canvas", "Canvas"],
  ["plain", "one page a learner"],
];

/**
 * @param {{ readonly left: number, words(): string, done(): Promise<boolean> }} going  how far the marking has come, and when it is done
 * @param {(what: string, choices: Record<string, unknown>) => Promise<any>} make
 */
export function createOutputs(going, make) {
  const none = h("p", { class: "ck-soft" });
  const list = h("div", { class: "ck-desk-outs" });
  const node = h("section", { class: "ck-desk-out" }, h("h3", null, "Take from the desk"), none, list);
  /** @type {ReturnType<typeof createMade>[]} */
  let made = [];
  let drawn = "";
  let turn = 0; // what waits from an earlier one is not made any more

  function clear() {
    turn += 1;
    for (const each of made) each.clear();
  }
  return {
    node,
    clear,
    show(/** @type {DeskNow} */ now) {
      for (const each of made) each.still(going.words());
      fill(
        none,
        now.hidden
          ? "While names are hidden, only what names nobody can be made."
          : now.outs.length === 0
            ? "Once a hand-in that counts is on the desk, marks, feedback and reports can be made here."
            : now.outs.includes("gradebook")
              ? ""
              : "Put the platform’s gradebook on the desk, and marks can be filled into it.",
      );
      const next = JSON.stringify([now.outs, now.marked, now.columns]);
      if (next === drawn) return; // what was chosen stays chosen
      drawn = next;
      clear();
      made = [];
      const before = chosen(list);
      fill(list, now.outs.map((what) => output(what, now)));
      before(list);
    },
    dispose: clear,
  };

  function output(/** @type {string} */ what, /** @type {DeskNow} */ now) {
    const shown = createMade();
    made.push(shown);
    const { nodes, read } = choices(what, now);
    async function press(insist = false) {
      const mine = turn;
      if (shown.waits) return;
      if (going.left) shown.wait(going.words());
      const marked = await going.done();
      if (mine !== turn) return;
      if (!marked) return shown.fail("the marking has stopped; the reason stands above the table");
      const content = await make(what, { ...read(), insist });
      if (mine !== turn) return; // names were hidden meanwhile
      if (content.op === "made") shown.show(content);
      else if (content.op === "asks") shown.ask(content.lines, () => press(true));
      else if (content.op === "refused") shown.fail(String(content.why));
    }
    const [button, about] = SAYS[what] ?? [what, ""];
    return h(
      "fieldset",
      { data: { out: what } },
      h("legend", null, /** @type {Record<string, string>} */ (TITLES)[what] ?? what),
      h("p", { class: "ck-soft" }, about),
      nodes.length ? h("div", { class: "ck-line" }, nodes) : null,
      h("button", { type: "button", class: "ck-button", on: { click: () => press() } }, button),
      shown.node,
    );
  }
}

const CONTROLS = "input, select, button";

/** Remember what was chosen, and where the focus is; gives what puts it back once more can be made. */
function chosen(/** @type {HTMLElement} */ list) {
  const key = (/** @type {Element} */ node) => `${node.closest("fieldset")?.dataset.out}/${/** @type {HTMLElement} */ (node).dataset.choice ?? "make"}`;
  /** @type {any[]} */
  const all = [...list.querySelectorAll(CONTROLS)];
  const values = new Map(all.map((node) => [key(node), node.type === "checkbox" ? node.checked : node.value]));
  const focused = document.activeElement && list.contains(document.activeElement) ? key(document.activeElement) : "";
  return (/** @type {HTMLElement} */ now) => {
    for (const node of /** @type {NodeListOf<any>} */ (now.querySelectorAll(CONTROLS))) {
      const value = values.get(key(node));
      if (node.type === "checkbox") node.checked = value === true;
      else if (node.localName === "select" && [...node.options].some((/** @type {any} */ option) => option.value === value)) node.value = value;
      if (focused === key(node)) node.focus();
    }
  };
}

/** What may be chosen, and how it is read. @returns {{ nodes: Child[], read: () => Record<string, unknown> }} */
function choices(/** @type {string} */ what, /** @type {DeskNow} */ now) {
  if (what === "marks") {
    const excel = tick("with semicolons, as Excel expects in many languages");
    return { nodes: [excel.node], read: () => ({ excel: excel.on() }) };
  }
  if (what === "gradebook") {
    const exercise = select("Exercise", now.marked.map((name) => [name, name]));
    const column = select("Column", now.columns.map(({ id, name }) => [id, name]));
    const scale = tick("as many points as the column has");
    return { nodes: [exercise.node, column.node, scale.node], read: () => ({ exercise: exercise.value(), column: column.value(), scale: scale.on() }) };
  }
  if (what === "feedback") {
    const platform = select("For", PLATFORMS);
    const answers = now.marked.map((name) => /** @type {const} */ ([name, tick(name)]));
    const group = h("div", { role: "group", "aria-label": "Show right answers of", class: "ck-line" }, "Show right answers of", answers.map(([, one]) => one.node));
    return {
      nodes: [platform.node, group],
      read: () => ({ platform: platform.value(), answers: answers.filter(([, one]) => one.on()).map(([name]) => name) }),
    };
  }
  return { nodes: [], read: () => ({}) };
}

function tick(/** @type {string} */ words) {
  const input = h("input", { type: "checkbox", data: { choice: words } });
  return { node: h("label", { class: "ck-desk-tick" }, input, " ", words), on: () => input.checked };
}

function select(/** @type {string} */ label, /** @type {(readonly [string, string])[]} */ options) {
  const id = uid("choice");
  // Nothing is chosen for somebody where it matters which: the first is only taken where there is no other.
  const asked = options.length > 1 && options[0][0] !== "" ? [h("option", { value: "" }, "choose…")] : [];
  const field = h("select", { id, class: "ck-field", data: { choice: label } }, asked, options.map(([value, words]) => h("option", { value }, words)));
  return { node: h("div", { class: "ck-desk-pick" }, h("label", { htmlFor: id }, label), field), value: () => field.value };
}
