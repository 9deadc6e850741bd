// The kinds of question. A kind is one file in this folder, whose default export is `kind(view, room) -> control`;
// the file's name is the kind's. The bundle fills the list below with every file there is.
//
//   view     what the kernel gave: id, prompt, options… (no keys, no feedback)
//   room     labelId: id of the prompt, which names a single field
//            hintId: id of the instruction
//            changed({typing}): call it after every change; typing = more is likely to follow at once
//            submit(): as if Check were pressed (Enter in a field)
//            id, asks: of the question, its name and what it asks
//            askText(): asks for the text that one points into; it comes by told()
//   control  node: the element
//            hint: what to do and what counts, one or two sentences
//            read(): the answer as JSON, {} while blank
//            write(answer): show an answer; {} empties
//            slot(part): where a note on that part goes, or null for the common block
//   and, where a kind wants it,
//            words(part): the author's words for a part, where a note on it stands elsewhere
//            owns(part): whether it shows a note on that part itself
//            marked(mark): how far the work on this answer is: {keep: a change leaves the mark, label: of the
//                          main button, missing(): what must be done before it, or ""}; called whenever the state is drawn
//            point(): take what was selected in its text as pointed at, if anything was
//            place(lesson): the pane that its text stands in, or null; told(text): the text has come;
//            attend(): the question is being worked at
//            show(ref): show a passage in its own text; whether it could
//            destroy(): when the widget goes

/** @type {Record<string, (view: any, room: any) => any>} */
export const KINDS = {};
