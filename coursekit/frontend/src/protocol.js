// Made from coursekit/sessions/protocol.py (python -m coursekit.sessions.jsdoc): change it there.
// Every message between a view and the session behind it, and what a view is given to begin with.

/** @typedef {"unanswered" | "right" | "partly" | "wrong" | "human"} State */
/** @typedef {"right" | "wrong" | "partly" | "note"} Tone */
/** @typedef {Record<string, any>} Answer */
/**
 * A change is kept since this time (ISO time, or ready words).
 * @typedef {object} Ack
 * @property {"ack"} op
 * @property {number} n
 * @property {string} at
 */
/**
 * A change is not kept; why, in a line.
 * @typedef {object} Refused
 * @property {"refused"} op
 * @property {number} n
 * @property {string} why
 */
/**
 * What a mark says of a part of an answer, and the passages it links to; ``reveals``: it gives the key away.
 * @typedef {object} Note
 * @property {string} part
 * @property {Tone} tone
 * @property {string} text
 * @property {Array<string>} passages
 * @property {boolean} [reveals]
 */
/**
 * The mark of an answer.
 * @typedef {object} Mark
 * @property {State} state
 * @property {number} points
 * @property {number} of
 * @property {Array<Note>} feedback
 */
/**
 * A paragraph of a guide; ``quotes`` are ranges of code points.
 * @typedef {object} Passage
 * @property {string} text
 * @property {Array<Array<number>>} quotes
 * @property {string} title
 */
/**
 * What was answered before; empty where nothing was.
 * @typedef {object} Saved
 * @property {Answer} [answer]
 * @property {Mark | null} [mark]
 * @property {string} [at]
 * @property {Record<string, Passage>} [passages]
 * @property {Array<string>} [hints]
 */
/**
 * From a card: this is the answer now; ``check`` hands it in to be marked.
 * @typedef {object} GiveAnswer
 * @property {"answer"} op
 * @property {number} n
 * @property {Answer} answer
 * @property {boolean} check
 */
/**
 * From a card: the hint of this number is wanted.
 * @typedef {object} TakeHint
 * @property {"hint"} op
 * @property {number} n
 * @property {number} step
 */
/**
 * From a card: the words of these passages are wanted. Changes nothing, so it bears no number.
 * @typedef {object} AskPassages
 * @property {"passages"} op
 * @property {Array<string>} refs
 */
/**
 * To cards: the answer is this now. It is not marked; only a text that people read keeps its mark.
 * @typedef {object} Changed
 * @property {"changed"} op
 * @property {number} n
 * @property {Answer} answer
 * @property {string} at
 * @property {Mark | null} mark
 */
/**
 * To cards: the answer was handed in; its mark, and what that links to.
 * @typedef {object} Marked
 * @property {"marked"} op
 * @property {number} n
 * @property {Answer} answer
 * @property {string} at
 * @property {Mark} mark
 * @property {Record<string, Passage>} passages
 */
/**
 * To cards: passages that were asked for.
 * @typedef {object} Passages
 * @property {"passages"} op
 * @property {Record<string, Passage>} passages
 */
/**
 * To cards: all hints that are out.
 * @typedef {object} Hints
 * @property {"hints"} op
 * @property {Array<string>} hints
 */
/** @typedef {GiveAnswer | TakeHint | AskPassages} FromCard */
/** @typedef {Ack | Refused | Changed | Marked | Passages | Hints} ToCard */
/**
 * Words in a text, by code points.
 * @typedef {object} SpanJson
 * @property {string} source
 * @property {string} edition
 * @property {string} paragraph
 * @property {number} start
 * @property {number} end
 * @property {string} quote
 * @property {string} prefix
 * @property {string} suffix
 */
/**
 * A mark in a text.
 * @typedef {object} AnnotationJson
 * @property {string} id
 * @property {string} source
 * @property {string} task
 * @property {string} tag
 * @property {string} comment
 * @property {Array<SpanJson>} spans
 */
/**
 * What is new of a mark.
 * @typedef {object} AnnotationChanges
 * @property {string} [tag]
 * @property {string} [comment]
 * @property {Array<SpanJson>} [spans]
 */
/**
 * A mark is made. From a reader it bears a number.
 * @typedef {object} AddMark
 * @property {"add"} op
 * @property {number} [n]
 * @property {AnnotationJson} annotation
 */
/**
 * A mark is changed. From a reader it bears a number.
 * @typedef {object} ChangeMark
 * @property {"change"} op
 * @property {number} [n]
 * @property {string} id
 * @property {AnnotationChanges} changes
 */
/**
 * A mark is gone. From a reader it bears a number.
 * @typedef {object} RemoveMark
 * @property {"remove"} op
 * @property {number} [n]
 * @property {string} id
 */
/**
 * From a reader: these are my marks; show the expert's. With the number 0 they are only asked for anew.
 * @typedef {object} Commit
 * @property {"commit"} op
 * @property {number} n
 */
/**
 * From a reader: read without predicting.
 * @typedef {object} OpenLocked
 * @property {"open"} op
 * @property {number} n
 */
/**
 * From a reader: what is new? ``n`` is 0; ``revision`` says how many changes are known.
 * @typedef {object} Refresh
 * @property {"refresh"} op
 * @property {number} n
 * @property {number} [revision]
 */
/**
 * From a reader: a piece of a file, which comes as its one buffer; all pieces of one bear the same number.
 * @typedef {object} CopyPiece
 * @property {"copy"} op
 * @property {number} n
 * @property {string} name
 * @property {number} size
 * @property {number} at
 */
/**
 * To readers: what has changed.
 * @typedef {object} MarksChanged
 * @property {"changed"} op
 * @property {Array<MarkChange>} changes
 * @property {number} revision
 */
/**
 * Words that an expert marked, and why.
 * @typedef {object} KeySpan
 * @property {string} source
 * @property {string} edition
 * @property {string} paragraph
 * @property {number} start
 * @property {number} end
 * @property {string} quote
 * @property {string} prefix
 * @property {string} suffix
 * @property {string} id
 * @property {Array<string>} tags
 * @property {string} reason
 * @property {string} [also]
 * @property {boolean} [optional]
 */
/**
 * How a reader's marks stand to one of the expert's.
 * @typedef {object} KeyPassage
 * @property {string} key
 * @property {string} state
 * @property {Array<string>} yours
 */
/**
 * How a reader's marks stand to the expert's.
 * @typedef {object} Agreement
 * @property {Array<KeyPassage>} passages
 * @property {Array<string>} extra
 * @property {number} found
 * @property {number} of
 */
/**
 * To readers: the expert's marks, beside the learner's as they are now.
 * @typedef {object} ExpertKey
 * @property {"key"} op
 * @property {Array<KeySpan>} spans
 * @property {Agreement} agreement
 * @property {string} [at]
 * @property {string} [edition]
 */
/**
 * To readers: the text is open.
 * @typedef {object} Unlocked
 * @property {"unlocked"} op
 */
/**
 * To readers: what became of a file, in plain sentences.
 * @typedef {object} Copied
 * @property {"copied"} op
 * @property {number} n
 * @property {Array<string>} lines
 */
/**
 * A paragraph of an edition; ``status`` of a learner's own copy: exact, changed or missing.
 * @typedef {object} ParagraphJson
 * @property {string} id
 * @property {string} voice
 * @property {string} text
 * @property {Array<Array<number>>} quotes
 * @property {string} [status]
 */
/**
 * The guide, or the full text.
 * @typedef {object} EditionJson
 * @property {string} name
 * @property {string} label
 * @property {Array<ParagraphJson>} paragraphs
 */
/**
 * A mark without a place, and why.
 * @typedef {object} Unplaced
 * @property {AnnotationJson} annotation
 * @property {string} reason
 */
/**
 * What a source is called.
 * @typedef {object} SourceNames
 * @property {string} siglum
 * @property {string} title
 * @property {string} short
 */
/**
 * What a mark can say.
 * @typedef {object} TagJson
 * @property {string} id
 * @property {string} name
 * @property {string} definition
 * @property {string} example
 * @property {number} colour
 * @property {string} line
 */
/**
 * An annotation task.
 * @typedef {object} Task
 * @property {string} id
 * @property {string} prompt
 * @property {number} about
 * @property {boolean} committed
 */
/**
 * All that a reader shows.
 * @typedef {object} ReaderSetup
 * @property {SourceNames} source
 * @property {Array<EditionJson>} editions
 * @property {Record<string, Array<Array<number>>>} links
 * @property {Array<TagJson>} tags
 * @property {Task | null} task
 * @property {Array<AnnotationJson>} annotations
 * @property {Array<Unplaced>} unplaced
 * @property {string} locked
 * @property {boolean} readonly
 * @property {number} revision
 * @property {string} course
 */
/**
 * To readers: all that stands, for one that has missed something, or because a full text has come.
 * @typedef {object} ReaderState
 * @property {"state"} op
 * @property {Array<AnnotationJson>} annotations
 * @property {Array<Unplaced>} unplaced
 * @property {boolean} committed
 * @property {string} locked
 * @property {number} revision
 * @property {Array<EditionJson>} editions
 * @property {Record<string, Array<Array<number>>>} links
 */
/** @typedef {AddMark | ChangeMark | RemoveMark} MarkChange */
/** @typedef {AddMark | ChangeMark | RemoveMark | Commit | OpenLocked | Refresh | CopyPiece} FromReader */
/** @typedef {Ack | Refused | MarksChanged | ExpertKey | Unlocked | Copied | ReaderState} ToReader */
/**
 * A row of a rubric: the words of each level, from 0 up.
 * @typedef {object} Row
 * @property {string} id
 * @property {string} name
 * @property {Array<string>} levels
 */
/**
 * A sample answer, and what a reader said of it.
 * @typedef {object} Sample
 * @property {string} level
 * @property {string} text
 * @property {string} comment
 */
/**
 * A question that people read.
 * @typedef {object} ReadQuestion
 * @property {string} id
 * @property {string} prompt
 * @property {number} points
 * @property {Array<number> | null} words
 * @property {Array<Row>} rows
 * @property {Array<Sample>} samples
 */
/**
 * An answer to be read, and what it was given so far.
 * @typedef {object} ReadAnswer
 * @property {string} id
 * @property {string} label
 * @property {string} code
 * @property {string} text
 * @property {Record<string, number>} levels
 * @property {string} comment
 * @property {string} at
 */
/**
 * All that a grading page shows.
 * @typedef {object} GradingSetup
 * @property {ReadQuestion} question
 * @property {string} marker
 * @property {string} note
 * @property {Array<ReadAnswer>} answers
 */
/**
 * From a grading page: an answer's levels and its comment are these now.
 * @typedef {object} GiveLevels
 * @property {"levels"} op
 * @property {number} n
 * @property {string} answer
 * @property {Record<string, number>} levels
 * @property {string} comment
 */
/**
 * To grading pages: an answer's levels and its comment are these now.
 * @typedef {object} LevelsChanged
 * @property {"changed"} op
 * @property {number} n
 * @property {string} answer
 * @property {Record<string, number>} levels
 * @property {string} comment
 * @property {string} at
 */
/** @typedef {GiveLevels} FromGradingPage */
/** @typedef {Ack | Refused | LevelsChanged} ToGradingPage */
export {};
