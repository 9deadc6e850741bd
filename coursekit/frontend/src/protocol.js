// Made from coursekit/sessions/protocol (python -m coursekit.sessions.jsdoc): change it there.
// Every message between a view and the session behind it, and what a view is given to begin with.

/** A change is kept since this time (ISO time, or ready words). @typedef {{ op: "ack", n: number, at: string }} Ack */
/** A mark is made. From a reader it bears a number. @typedef {{ op: "add", n?: number, annotation: AnnotationJson }} AddMark */
/** How a reader's marks stand to the expert's. @typedef {{ passages: Array<KeyPassage>, extra: Array<string>, found: number, of: number }} Agreement */
/** What is new of a mark. @typedef {{ tag?: string, comment?: string, spans?: Array<SpanJson> }} AnnotationChanges */
/** A mark in a text. @typedef {{ id: string, source: string, task: string, tag: string, comment: string, spans: Array<SpanJson> }} AnnotationJson */
/** @typedef {Record<string, any>} Answer */
/** From a card: the words of these passages are wanted. Changes nothing, so it bears no number. @typedef {{ op: "passages", refs: Array<string> }} AskPassages */
/** From a card: the text is wanted that one points into. Changes nothing, so it bears no number. @typedef {{ op: "text" }} AskText */
/** A mark is changed. From a reader it bears a number. @typedef {{ op: "change", n?: number, id: string, changes: AnnotationChanges }} ChangeMark */
/** To cards: the answer is this now. It is not marked; only a text that people read keeps its mark. @typedef {{ op: "changed", n: number, answer: Answer, at: string, mark: Mark | null }} Changed */
/** From a reader: these are my marks; show the expert's. With the number 0 they are only asked for anew. @typedef {{ op: "commit", n: number }} Commit */
/** To readers: what became of a file, in plain sentences. @typedef {{ op: "copied", n: number, lines: Array<string> }} Copied */
/** From a reader: a piece of a file, which comes as its one buffer; all pieces of one bear the same number. @typedef {{ op: "copy", n: number, name: string, size: number, at: number }} CopyPiece */
/** To desks: not made, since marks that stand there would change; which. @typedef {{ op: "asks", n: number, what: string, lines: Array<string> }} DeskAsks */
/** What one learner handed in for one exercise, in words and as a state; both empty where it is nothing. @typedef {{ words: string, state: "in" | "look" | "bad" | "" }} DeskCell */
/** A column of a gradebook that marks can be written into: by what it is asked for, and what it is called. @typedef {{ id: string, name: string }} DeskColumn */
/** Until when an exercise, "" every one, was to be handed in; what both are called. @typedef {{ exercise: string, name: string, when: string }} DeskDeadline */
/** What a room left: the session's name, and when it was, of which lesson. @typedef {{ session: string, words: string }} DeskDebrief */
/** From a desk: until when an exercise, "" every one, is to be handed in, as somebody wrote it; "" takes it back. @typedef {{ op: "deadline", n: number, exercise: string, when: string }} DeskDue */
/** A file or folder on the desk: by what it is taken away again, its name, what it is taken for. @typedef {{ id: string, name: string, role: "hand-ins" | "list" | "gradebook" }} DeskFile */
/** From a desk: hand-ins lie in this folder, too. @typedef {{ op: "folder", n: number, path: string }} DeskFolder */
/** From a desk: mark some more of what was handed in; how things stand then is the answer. @typedef {{ op: "go-on", n: number }} DeskGoOn */
/** From a desk: hold a room of a lesson, "" of none; ``opened``: phones in the network may come in. @typedef {{ op: "hold-room", n: number, lesson: string, opened: boolean }} DeskHoldRoom */
/** From a desk: take a file away again, by its id. @typedef {{ op: "leave", n: number, id: string }} DeskLeave */
/** From a desk: look again how things stand. @typedef {{ op: "look", n: number }} DeskLook */
/** To desks: it is made; its file's name, where it lies (in words), its bytes in base64, what is to be told. @typedef {{ op: "made", n: number, what: string, name: string, where: string, type: string, content: string, lines: Array<string> }} DeskMade */
/** From a desk: make something of what was handed in, with what was chosen for it. @typedef {{ op: "make", n: number, what: string, choices: Record<string, unknown> }} DeskMake */
/** From a desk: hide the names, or show them. @typedef {{ op: "names", n: number, hidden: boolean }} DeskNames */
/** To desks: how things stand. While names are hidden it holds none, and nothing that could be one. ``n`` is the request it answers; ``said`` what came of that; ``trouble`` why the table cannot be made; ``outs`` what can be made now; ``marked`` the exercises of which something counts; ``left`` how many hand-ins are still to be marked, of how many; ``can_be_due`` what a deadline can be given for; ``debriefs`` of rooms that were held. @typedef {{ op: "now", n: number, hidden: boolean, files: Array<DeskFile>, aside: number, table: DeskTable, columns: Array<DeskColumn>, marked: Array<string>, outs: Array<string>, left: number, of: number, deadlines: Array<DeskDeadline>, can_be_due: Array<string>, debriefs: Array<DeskDebrief>, said: string, trouble: string }} DeskNow */
/** From a desk: a piece of a file that is put on it; the bytes come beside. ``role`` "" has it told by its look. Where ``more`` files follow, it is only acknowledged, with what it was taken for: how things stand is reckoned once, with the last. @typedef {{ op: "bring", n: number, name: string, role: "hand-ins" | "list" | "gradebook" | "", size: number, at: number, more: boolean }} DeskPiece */
/** To desks: the address of the room's console, "" where none is held any more; what is to be told. @typedef {{ op: "room", n: number, console: string, lines: Array<string> }} DeskRoom */
/** A learner, by name or pseudonym, and a cell for each exercise. @typedef {{ learner: string, cells: Array<DeskCell> }} DeskRow */
/** From a desk: show what a room left, by its session; what is made is the answer. @typedef {{ op: "debrief", n: number, session: string }} DeskShowDebrief */
/** From a desk: stop the room that is held from it. @typedef {{ op: "stop-room", n: number }} DeskStopRoom */
/** Learners by exercises, and what is to be said of them. @typedef {{ exercises: Array<string>, rows: Array<DeskRow>, notes: Array<string> }} DeskTable */
/** The guide, or the full text. @typedef {{ name: string, label: string, paragraphs: Array<ParagraphJson> }} EditionJson */
/** To forms: not made, since the file there has answers that it would lack; why, in words. @typedef {{ op: "emptier", n: number, why: string }} Emptier */
/** To readers: the expert's marks, beside the learner's as they are now. @typedef {{ op: "key", spans: Array<KeySpan>, agreement: Agreement, at?: string, edition?: string }} ExpertKey */
/** @typedef {GiveAnswer | TakeHint | AskPassages | AskText} FromCard */
/** @typedef {DeskLook | DeskGoOn | DeskDue | DeskPiece | DeskFolder | DeskLeave | DeskNames | DeskMake | DeskHoldRoom | DeskStopRoom | DeskShowDebrief} FromDesk */
/** @typedef {GiveLevels} FromGradingPage */
/** @typedef {GiveHandIn} FromHandInForm */
/** @typedef {PracticeBegin | PracticeOpen | PracticeAnswer | PracticeHandOver | PracticeRate} FromPracticePage */
/** @typedef {AddMark | ChangeMark | RemoveMark | Commit | OpenLocked | Refresh | CopyPiece} FromReader */
/** From a card: this is the answer now; ``check`` hands it in to be marked. @typedef {{ op: "answer", n: number, answer: Answer, check: boolean }} GiveAnswer */
/** From a form: make the file; ``insist`` also where the one there has answers that it will lack. @typedef {{ op: "hand-in", n: number, learner: string, insist: boolean }} GiveHandIn */
/** From a grading page: an answer's levels and its comment are these now. @typedef {{ op: "levels", n: number, answer: string, levels: Record<string, number>, comment: string }} GiveLevels */
/** All that a grading page shows. @typedef {{ question: ReadQuestion, marker: string, note: string, answers: Array<ReadAnswer> }} GradingSetup */
/** To forms, and what they are given to begin with: what a hand-in made now would hold, and in whose name. @typedef {{ op: "now", unit: "exercise" | "lesson", title: string, learner: string, summary: string, parts: Array<PartNow> }} HandInNow */
/** To forms: the file is made; its name, where it lies (in words), and all that is in it. @typedef {{ op: "handed-in", n: number, learner: string, name: string, where: string, summary: string, content: string }} HandedIn */
/** To cards: all hints that are out. @typedef {{ op: "hints", hints: Array<string> }} Hints */
/** How a reader's marks stand to one of the expert's. @typedef {{ key: string, state: string, yours: Array<string> }} KeyPassage */
/** Words that an expert marked, and why. @typedef {{ source: string, edition: string, paragraph: string, start: number, end: number, quote: string, prefix: string, suffix: string, id: string, tags: Array<string>, reason: string, also?: string, optional?: boolean }} KeySpan */
/** To grading pages: an answer's levels and its comment are these now. @typedef {{ op: "changed", n: number, answer: string, levels: Record<string, number>, comment: string, at: string }} LevelsChanged */
/** The mark of an answer; ``places``: how each place pointed at was right or wrong, in the answer's order. ``tally``: of an answer with blank parts how many are right, how many blank, and of how many. ``again``: to be looked at again. @typedef {{ state: State, points: number, of: number, feedback: Array<Note>, places?: Array<Tone>, tally?: Array<number>, again?: boolean }} Mark */
/** @typedef {AddMark | ChangeMark | RemoveMark} MarkChange */
/** To cards: the answer was handed in; its mark, and what that links to. @typedef {{ op: "marked", n: number, answer: Answer, at: string, mark: Mark, passages: Record<string, Passage> }} Marked */
/** To readers: what has changed. @typedef {{ op: "changed", changes: Array<MarkChange>, revision: number }} MarksChanged */
/** What a mark says of a part of an answer, and the passages it links to; ``reveals``: it gives the key away. @typedef {{ part: string, tone: Tone, text: string, passages: Array<string>, reveals?: boolean }} Note */
/** From a reader: read without predicting. @typedef {{ op: "open", n: number }} OpenLocked */
/** A paragraph of an edition; ``status`` of a learner's own copy: exact, changed or missing. @typedef {{ id: string, voice: string, text: string, quotes: Array<Array<number>>, status?: string }} ParagraphJson */
/** A part of an exercise as a hand-in made now would hold it: ``done`` once there is an answer. @typedef {{ name: string, stands: string, done: boolean }} PartNow */
/** A paragraph of a guide; ``quotes`` are ranges of code points. @typedef {{ text: string, quotes: Array<Array<number>>, title: string }} Passage */
/** To cards: passages that were asked for. @typedef {{ op: "passages", passages: Record<string, Passage> }} Passages */
/** To cards: the text that one points into, or why it is not open yet. @typedef {{ op: "text", paragraphs: Array<ParagraphJson>, locked: string }} PointedText */
/** From a page: an answer as it is now. @typedef {{ op: "answer", n: number, form: string, item: string, answer: Answer }} PracticeAnswer */
/** From a page: begin; the first form is drawn by lot. @typedef {{ op: "begin", n: number }} PracticeBegin */
/** A form as it stands; ``handed`` once it is over. @typedef {{ form: string, title: string, event: string, minutes: number, handed: boolean, papers: Array<PracticePaper>, items: Array<PracticeItem>, answers: Record<string, Answer> }} PracticeForm */
/** From a page: all is answered that is to be. @typedef {{ op: "hand-over", n: number, form: string }} PracticeHandOver */
/** A question. What follows ``options`` is empty, and ``points`` None, before all is handed over. ``points`` is None for a blank answer, too; ``level`` is what its writer gave a written answer, -1 before. @typedef {{ id: string, kind: string, prompt: string, options: Array<PracticeOption>, points: number | null, of: number, feedback: Array<string>, accepted: Array<string>, rubric: Array<string>, samples: Array<PracticeSample>, level: number }} PracticeItem */
/** To pages, and what they are given to begin with: the forms that were begun, and what came of them. ``stage`` is ``start``, ``sitting``, ``between`` (the second form is still to come) or ``done``. @typedef {{ op: "now", stage: "start" | "sitting" | "between" | "done", minutes: number, forms: Array<PracticeForm>, told: Array<string> }} PracticeNow */
/** From a page: a part of a paper was opened. @typedef {{ op: "open", n: number, form: string, paper: string, part: "head" | "body" }} PracticeOpen */
/** An answer to choose; what it is worth and why, once all is handed over (before: -1 and ""). @typedef {{ text: string, weight: number, feedback: string }} PracticeOption */
/** A made-up source: the lines of its head, the sentences of each paragraph, and which parts are open. @typedef {{ id: string, title: string, head: Array<string>, body: Array<Array<string>>, opened: Array<string> }} PracticePaper */
/** From a page: the level that a learner gives a written answer of their own. @typedef {{ op: "rate", n: number, form: string, item: string, level: number }} PracticeRate */
/** A written answer at a level, and what a reader of it would say. @typedef {{ level: number, text: string, comment: string }} PracticeSample */
/** An answer to be read, and what it was given so far. @typedef {{ id: string, label: string, code: string, text: string, levels: Record<string, number>, comment: string, at: string }} ReadAnswer */
/** A question that people read. @typedef {{ id: string, prompt: string, points: number, words: Array<number> | null, rows: Array<Row>, samples: Array<Sample> }} ReadQuestion */
/** All that a reader shows. @typedef {{ source: SourceNames, editions: Array<EditionJson>, links: Record<string, Array<Array<number>>>, tags: Array<TagJson>, task: Task | null, annotations: Array<AnnotationJson>, unplaced: Array<Unplaced>, locked: string, readonly: boolean, revision: number, course: string }} ReaderSetup */
/** To readers: all that stands, for one that has missed something, or because a full text has come. @typedef {{ op: "state", annotations: Array<AnnotationJson>, unplaced: Array<Unplaced>, committed: boolean, locked: string, revision: number, editions: Array<EditionJson>, links: Record<string, Array<Array<number>>> }} ReaderState */
/** From a reader: what is new? ``n`` is 0; ``revision`` says how many changes are known. @typedef {{ op: "refresh", n: number, revision?: number }} Refresh */
/** A change is not kept; why, in a line. @typedef {{ op: "refused", n: number, why: string }} Refused */
/** A mark is gone. From a reader it bears a number. @typedef {{ op: "remove", n?: number, id: string }} RemoveMark */
/** A row of a rubric: the words of each level, from 0 up. @typedef {{ id: string, name: string, levels: Array<string> }} Row */
/** A sample answer, and what a reader said of it. @typedef {{ level: string, text: string, comment: string }} Sample */
/** What was answered before; empty where nothing was. ``sure``: how sure the learner was when a verdict was first shown (None: not said); absent before there was one. @typedef {{ answer?: Answer, mark?: Mark | null, at?: string, passages?: Record<string, Passage>, hints?: Array<string>, sure?: number | null }} Saved */
/** What a source is called; and whether its text itself stands in the course, so that no copy is asked for. @typedef {{ siglum: string, title: string, short: string, whole?: boolean }} SourceNames */
/** Words in a text, by code points. @typedef {{ source: string, edition: string, paragraph: string, start: number, end: number, quote: string, prefix: string, suffix: string }} SpanJson */
/** @typedef {"unanswered" | "right" | "partly" | "wrong" | "human"} State */
/** What a mark can say. @typedef {{ id: string, name: string, definition: string, example: string, colour: number, line: string }} TagJson */
/** From a card: the hint of this number is wanted. @typedef {{ op: "hint", n: number, step: number }} TakeHint */
/** An annotation task. @typedef {{ id: string, prompt: string, about: number, committed: boolean }} Task */
/** @typedef {Ack | Refused | Changed | Marked | Passages | PointedText | Hints} ToCard */
/** @typedef {DeskNow | DeskMade | DeskAsks | DeskRoom | Ack | Refused} ToDesk */
/** @typedef {Ack | Refused | LevelsChanged} ToGradingPage */
/** @typedef {HandInNow | HandedIn | Emptier | Refused} ToHandInForm */
/** @typedef {Ack | Refused | PracticeNow} ToPracticePage */
/** @typedef {Ack | Refused | MarksChanged | ExpertKey | Unlocked | Copied | ReaderState} ToReader */
/** @typedef {"right" | "wrong" | "partly" | "note"} Tone */
/** To readers: the text is open. @typedef {{ op: "unlocked" }} Unlocked */
/** A mark without a place, and why. @typedef {{ annotation: AnnotationJson, reason: string }} Unplaced */
export {};
