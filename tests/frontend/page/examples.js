// One question of each kind, as the kernel would give it, and what it would mark.
import { tables } from "./tables.js";

const rests = ["LET p11", "LET p12"];
const base = { version: 1, points: 1, confidence: false, rests_on: rests, card: [], purpose: "quiz" };
const note = (part, tone, text, passages = []) => ({ part, tone, text, passages, misconception: "" });
const key = (part, text, passages = []) => ({ ...note(part, "right", text, passages), reveals: true });
const mark = (state, points, of, ...feedback) => ({ state, points, of, feedback, marking: "1" });

export const passages = {
  "LET p11": {
    text: "Many of the specialists, we are told, have asked “to be sent back to the homeland”. Who asked, and when, is not said.",
    quotes: [[50, 81]],
    title: "the letter",
  },
  "LET p12": { text: "The decision: they are withdrawn “in accordance with their own wish”.", quotes: [[34, 67]], title: "the letter" },
};

/** What the questions that point point into. */
export const text = Object.entries(passages).map(([ref, one]) => ({ id: ref.slice(4), voice: "", text: one.text, quotes: one.quotes }));

const options = {
  a: ["It follows: if many wish it, the wish is general.", "A wish that many have need not be everybody’s."],
  b: ["A contradiction: the two sentences cannot both be true.", "“Many asked” and “they leave at their own wish” can both be true, if “they” means those many. Look at who is meant in each sentence."],
  c: ["A shift from some to all, carried by a change of subject.", "The people who asked are not the people who are recalled."],
  d: ["Irony, recognisable by the official tone.", "Nothing in the tone asks you to read the opposite."],
};

export const examples = {
  single: {
    view: {
      ...base, id: "02-shift", kind: "single", confidence: true,
      prompt: "Paragraph 11 speaks of “many” specialists who ask to go home; paragraph 12 recalls everyone at “their own wish”. What is this step?",
      options: Object.entries(options).map(([id, [text]]) => ({ id, text })),
    },
    mark: ({ choice }) =>
      !choice ? mark("unanswered", 0, 1)
      : choice === "c" ? mark("right", 1, 1, note("c", "right", options.c[1], rests))
      : mark("wrong", 0, 1, note(choice, "wrong", options[choice][1], ["LET p11"]), key("c", options.c[1], rests)),
  },
  multiple: {
    view: {
      ...base, id: "02-says", kind: "multiple", points: 3,
      prompt: "Which of these does the letter itself say?\n\nTake only what stands there, *not* what follows from it.",
      card: [{ id: "F3", date: "1960-07-16", statement: "The note was handed over in Peking two days before the letter.", certainty: "print", checked: "in two editions of the note" }],
      options: [
        { id: "a", text: "Chinese officials spread their views among the Soviet people in China." },
        { id: "b", text: "The specialists have been insulted by name." },
        { id: "c", text: "The ambassador is told to inform Peking." },
      ],
    },
    mark: ({ choices = [] }) =>
      choices.length === 0 ? mark("unanswered", 0, 3)
      : mark("partly", 1.5, 3, ...choices.map((id) => note(id, id === "b" ? "wrong" : "right", id === "b" ? "No person is named." : "So it says.", ["LET p12"])),
          ...["a", "c"].filter((id) => !choices.includes(id)).map((id) => key(id, "It says so in so many words.", ["LET p11"]))),
  },
  ground: {
    view: {
      ...base, id: "02-many", kind: "single", points: 3, rests_on: [], prompt: "Does the letter say that all wished to go?",
      options: [{ id: "n", text: "no, it speaks of many" }, { id: "y", text: "yes, of everybody" }],
      ground: {
        source: "the letter", siglum: "LET", edition: "guide",
        ids: text.map((each) => each.id),
      },
    },
    mark: ({ choice, ground: { spans = [], nowhere } = {} }) => {
      if (!choice) return mark("unanswered", 0, 3);
      const own = note(choice, choice === "n" ? "right" : "wrong", "Count the words that count people.");
      const there = key("ground:accept:1", "“Many” is said of those who asked.", ["LET p11"]);
      if (choice === "y") return mark("wrong", 0, 3, own, there);
      if (nowhere) return mark("partly", 1, 3, own, note("ground:nowhere", "wrong", "It is said, at the beginning."), there);
      if (!spans.length) return mark("partly", 1, 3, own, note("ground", "note", "You have not pointed at the words that decide yet."));
      const places = spans.map((span) => (span.paragraph === "p11" ? "right" : "wrong"));
      return places.includes("right")
        ? { ...mark("right", 3, 3, own, note("ground:accept:1", "right", "“Many” is said of those who asked.", ["LET p11"])), places }
        : mark("partly", 1, 3, own, note("ground:elsewhere", "wrong", "That is the decision, not the wish."), there);
    },
  },
  evidence: {
    view: {
      ...base, id: "02-point", kind: "evidence", rests_on: [], prompt: "Where does the letter widen “many” to all?", source: "the letter", siglum: "LET", edition: "guide",
      ids: text.map((each) => each.id),
    },
    mark: ({ spans = [], nowhere }) =>
      nowhere ? mark("wrong", 0, 1, note("nowhere", "wrong", "It is there: look at who leaves, and at whose wish.", ["LET p12"]))
      : spans.length === 0 ? mark("unanswered", 0, 1)
      : spans.some((span) => span.paragraph === "p12") ? mark("right", 1, 1, note("accept:1", "right", "“Their own” takes in everybody.", ["LET p12"]))
      : mark("wrong", 0, 1, note("elsewhere", "wrong", "Here it is still “many”.", ["LET p11"]), key("accept:1", "“Their own” takes in everybody.", ["LET p12"])),
  },
  order: {
    view: {
      ...base, id: "02-order", kind: "order", points: 2, prompt: "Bring the steps by which the letter reached you into order, the first on top.",
      items: [{ id: "x", text: "filed in Berlin" }, { id: "y", text: "translated into English for a collection of documents" }, { id: "z", text: "written in Moscow" }],
    },
    mark: ({ order = [] }) =>
      order.length === 0 ? mark("unanswered", 0, 2)
      : order.join("") === "zxy" ? mark("right", 2, 2, note("whole", "right", "Each step could lose something.", ["LET p11"]))
      : mark("partly", 1, 2, note("z", "wrong", "Nothing can be filed before it is written."), note("whole", "wrong", "Ask of each step: what had to exist already?")),
  },
  match: {
    view: {
      ...base, id: "02-match", kind: "match", points: 2, prompt: "Who says what?",
      left: [{ id: "one", text: "“many … have asked”" }, { id: "two", text: "“many have been insulted”" }],
      right: [
        { id: "p", text: "the Central Committee, about reports that it does not show to the reader of the letter" },
        { id: "q", text: "the memoirist" }, { id: "r", text: "the cataloguer, long after" },
      ],
    },
    mark: ({ pairs = {} }) =>
      Object.keys(pairs).length === 0 ? mark("unanswered", 0, 2)
      : mark("partly", 1, 2, note("one", pairs.one === "p" ? "right" : "wrong", "It speaks of reports.", ["LET p11"]), note("two", pairs.two === "q" ? "right" : "wrong", "Only he tells of people.", [])),
  },
  classify: {
    view: {
      ...base, id: "02-sort", kind: "classify", points: 2, prompt: "Sort what we know: seen, told or inferred?",
      cards: [{ id: "one", text: "The letter exists in a Berlin file." }, { id: "two", text: "The specialists wished to go home." }],
      classes: [{ id: "s", text: "seen" }, { id: "t", text: "told" }, { id: "i", text: "inferred" }],
    },
    mark: ({ classes = {} }) =>
      Object.keys(classes).length === 0 ? mark("unanswered", 0, 2)
      : mark("partly", 1, 2, note("one", classes.one === "s" ? "right" : "wrong", "We hold its reference."), note("two", classes.two === "t" ? "right" : "wrong", "We have it from one side.")),
  },
  number: {
    view: { ...base, id: "02-days", kind: "number", prompt: "How many days lie between the note and the letter?", unit: "days", decimals: 0 },
    mark: ({ text }) => (!text ? mark("unanswered", 0, 1) : text === "2" ? mark("right", 1, 1, note("whole", "right", "16 and 18 July.")) : mark("wrong", 0, 1, note("answer", "note", `Read as ${text}.`), note("whole", "wrong", "Count from the 16th.", ["LET p12"]))),
  },
  date: {
    view: { ...base, id: "02-when", kind: "date", confidence: true, prompt: "When was the letter written?", hint: "" },
    mark: ({ text }) => (!text ? mark("unanswered", 0, 1) : mark("right", 1, 1, note("answer", "note", "Read as 1960-07-18."), note("whole", "right", "Heading and file agree."))),
  },
  text: {
    view: {
      ...base, id: "02-say", kind: "text", purpose: "reflection", points: 4, prompt: "In your own words: what does the letter want its reader to do?", words: [40, 120],
      rows: [
        { id: "claim", name: "Claim", levels: ["none", "a claim", "a claim that could be wrong", "a claim that says what would refute it"] },
        { id: "proof", name: "Evidence", levels: ["none", "a passage is named", "its words are quoted", "its words are weighed"] },
      ],
    },
    mark: ({ text, levels = {} }) =>
      !text ? mark("unanswered", 0, 4)
      : mark("human", 0, 4, ...(Object.keys(levels).length < 2 ? [] : [
          note("sample:high", "note", "It wants agreement before a question is asked: p12 tells, it does not ask."), note("comment:high", "note", "Names the passage and what it does."),
          note("sample:middle", "note", "It wants the reader to agree."), note("comment:middle", "note", "True, and not shown."),
          note("sample:low", "note", "It is propaganda."), note("comment:low", "note", "A label explains nothing."),
        ])),
  },
  prediction: {
    view: { ...base, id: "02-guess", kind: "text", purpose: "prediction", prompt: "What do you expect the letter to say?", words: [5, 60], rows: [] },
    mark: ({ text }) => (text ? mark("human", 0, 1, note("compare:1", "note", "LET p7: it blames.")) : mark("unanswered", 0, 1)),
  },
  warmup: {
    view: { ...base, id: "02-warm", kind: "single", purpose: "warm-up", prompt: "From memory: who leaves?", options: [{ id: "a", text: "all" }, { id: "b", text: "many" }] },
    mark: ({ choice }) => (choice ? mark(choice === "b" ? "right" : "wrong", 0, 1, note(choice, "note", "So it says.")) : mark("unanswered", 0, 1)),
  },
  ...tables,
};
