// Tables to be filled in: one with a cell of each type, a grid of twelve rows, an argument.
const base = { version: 1, points: 1, confidence: false, rests_on: ["LET p11", "LET p12"], card: [], purpose: "quiz" };
const note = (part, tone, text) => ({ part, tone, text, passages: [], misconception: "" });
const mark = (state, points, of, feedback) => ({ state, points, of, feedback, marking: "1" });
const column = (id, name, type, more = {}) => ({ id, name, type, choices: [], help: "", unit: "", ...more });
const row = (id, text, more = {}) => ({ id, text, given: {}, only: [], ...more });

const bases = [{ id: "s", text: "seen" }, { id: "t", text: "told" }, { id: "i", text: "inferred" }];
const edges = [{ id: "head", text: "in the heading" }, { id: "foot", text: "in the notes" }, { id: "no", text: "nowhere" }];
const KEY = {
  one: { basis: "s", edges: "head,foot", when: "1960-07-18", many: "2", place: "LET p11" },
  two: { basis: "t", when: "1960", many: "3", place: "LET p12" },
  three: { basis: "i", edges: "no" },
};
const same = (given, key) => given.replaceAll(" ", "").split(",").sort().join() === key.replaceAll(" ", "").split(",").sort().join();

function marked(key, columns, of) {
  return ({ cells = {} }) => {
    const filled = Object.entries(cells).flatMap(([r, line]) => Object.entries(line).map(([c, text]) => [r, c, text])).filter(([r, c]) => key[r]?.[c]);
    if (!filled.length) return mark("unanswered", 0, of, []);
    const notes = filled.map(([r, c, text]) =>
      text === "?" ? note(`${r}:${c}`, "note", `“${text}” was not read.`)
      : same(text, key[r][c]) ? note(`${r}:${c}`, "right", `So it is in ${r}, ${c}.`)
      : note(`${r}:${c}`, "wrong", "Read the passage again."));
    const right = notes.filter((one) => one.tone === "right").length;
    const all = Object.values(key).flatMap((line) => Object.keys(line)).length;
    notes.push(...columns.map((c) => note(`column:${c}`, "note", `${notes.filter((one) => one.tone === "right" && one.part.endsWith(`:${c}`)).length} of ${Object.values(key).filter((line) => line[c]).length}.`)));
    return mark(right === all ? "right" : right ? "partly" : "wrong", (of * right) / all, of, notes);
  };
}

// The grid: letters for sides, as a learner picks them by typing.
const letters = ["A: says that it is so", "D: says that it is not so", "R: reports it", "S: silent", "N: cannot speak of it"].map((text) => ({ id: text[0], text }));
const places = ["let", "klo", "yud", "cat", "note"];
const gridKey = Object.fromEntries(Array.from({ length: 12 }, (_, r) => [`r${r}`, Object.fromEntries(places.map((c, k) => [c, "ADRSN"[(r + k) % 5]]))]));

export const tables = {
  table: {
    view: {
      ...base, id: "x02-table", kind: "table", points: 5, hints: 3, prompt: "On what does each line rest?", rows_name: "Line",
      columns: [
        column("line", "Said by", "given"),
        column("basis", "Basis", "choice", { choices: bases, help: "How the speaker can *know* it." }),
        column("edges", "Named", "choices", { choices: edges }),
        column("when", "When", "date"),
        column("many", "How many", "number", { unit: "people" }),
        column("place", "Where", "places"),
        column("why", "Why", "text"),
      ],
      rows: [
        row("one", "“many of the specialists” have asked", { given: { line: "the *writer*" } }),
        row("two", "They leave at their own wish", { given: { line: "the writer" }, only: ["line", "basis", "when", "many", "place", "why"] }),
        row("three", "Nobody was asked", { given: { line: "nobody" }, only: ["line", "basis", "edges"] }),
      ],
    },
    hints: ["Look at the verbs.", "Who *was there*?", "Ask what each could have seen."],
    mark: marked(KEY, ["basis", "edges", "when", "many", "place"], 5),
  },
  grid: {
    view: {
      ...base, id: "x02-grid", kind: "table", points: 30, prompt: "Who says what?", rows_name: "Claim",
      columns: places.map((id) => column(id, id.toUpperCase(), "choice", { choices: letters })),
      rows: Object.keys(gridKey).map((id) => row(id, `Claim ${id}`)),
    },
    mark: marked(gridKey, places, 30),
    key: gridKey,
  },
  argument: {
    view: {
      ...base, id: "x02-frame", kind: "argument", points: 6, prompt: "Set up the frame of your argument.", rows_name: "",
      columns: [
        column("claim", "Claim", "text", { help: "One sentence that could be false." }),
        column("grounds", "Rests on", "places"),
        column("sure", "How sure", "number", { unit: "%" }),
        column("against", "Speaks against it", "places"),
      ],
      rows: [row("c1", "Claim 1"), row("c2", "Claim 2"), row("all", "All your claims together", { only: ["sure"] })],
    },
    mark: ({ cells = {} }) => {
      const claims = Object.values(cells).filter((line) => line.claim);
      const grounded = claims.filter((line) => line.grounds).length;
      if (!claims.length) return mark("unanswered", 0, 6, []);
      return mark("partly", 3, 6, [
        note("criterion:claims", grounded ? "right" : "note", `${grounded} claims with grounds; 1 asked for.`),
        note("criterion:exist", "wrong", "No such paragraph: LET p99."),
        note("criterion:against", "partly", "1 paragraph against a claim; 2 asked for."),
      ]);
    },
  },
};
