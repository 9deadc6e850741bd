// What the modules of the front end hand to each other. The messages are in protocol.js, which is made.

declare global {
  type Annotation = import("./protocol.js").AnnotationJson;
  type Span = import("./protocol.js").SpanJson;
  type MarkChange = import("./protocol.js").MarkChange;
  type Edition = import("./protocol.js").EditionJson;
  type Paragraph = import("./protocol.js").ParagraphJson;
  type TagKind = import("./protocol.js").TagJson;
  type ReaderSetup = import("./protocol.js").ReaderSetup;
  type Unplaced = import("./protocol.js").Unplaced & { unsaved?: boolean };
  type ExpertKey = import("./protocol.js").ExpertKey;
  type KeySpan = import("./protocol.js").KeySpan;
  type KeyPassage = import("./protocol.js").KeyPassage;
  type Answer = import("./protocol.js").Answer;
  type Mark = import("./protocol.js").Mark;
  type MarkNote = import("./protocol.js").Note;
  type Passage = import("./protocol.js").Passage;
  type PointedText = import("./protocol.js").PointedText;
  type Passages = Record<string, Passage>;
  type ReadAnswer = import("./protocol.js").ReadAnswer;
  type DeskNow = import("./protocol.js").DeskNow;
  type DeskCell = import("./protocol.js").DeskCell;
  type DeskMade = import("./protocol.js").DeskMade;
  type DeskRole = import("./protocol.js").DeskFile["role"];
  type ReadQuestion = import("./protocol.js").ReadQuestion;

  /** What a host gives a view: anywidget's model, or what stands in for it. */
  interface Model {
    get(name: string): any;
    on(event: string, listener: (content?: any) => void): void;
    off(event: string, listener: (content?: any) => void): void;
    send(content: object, callbacks?: unknown, buffers?: ArrayBuffer[]): unknown;
  }
  interface Message {
    op: string;
    n?: number;
    [key: string]: any;
  }
  interface Status {
    state: "idle" | "saving" | "waiting" | "saved" | "failed" | "refused" | "hint";
    text: string;
    at?: string;
  }
  /** A message that is kept in the browser: number, time (ms), what it says. */
  interface Entry {
    n: number;
    t: number;
    m: Message;
  }
  interface Pending {
    entry: Entry;
    kept: boolean;
    sent: number;
    group: string;
  }
  interface BridgeOptions {
    outbox?: Outbox;
    course?: string;
    what?: string;
    patience?: number;
    onStatus?(status: Status): void;
    onMessage?(content: any): void;
    onAcked?(message: Message, content: any): void;
    onRefused?(message: Message, why: string): void;
    stale?(entry: Entry): boolean;
  }
  interface Outbox {
    all(): Entry[];
    /** Whether the browser keeps a message, or this page alone. */
    keeps(n: number): boolean;
    put(entry: Entry, instead?: number[]): boolean;
    drop(numbers: number[]): void;
  }

  type Child = Node | string | number | boolean | null | undefined | readonly Child[];
  interface Props {
    class?: string | readonly unknown[];
    on?: Record<string, (event: any) => unknown>;
    data?: Record<string, unknown>;
    style?: Record<string, string>;
    [name: string]: any;
  }

  /** A text that can be asked for places in code points and in UTF-16 units. */
  interface Units {
    value: string;
    length: number;
    unit(point: number): number;
    point(unit: number, up?: boolean): number;
    slice(start: number, end: number): string;
  }
  /** One paragraph on the page. */
  interface Item {
    edition: string;
    paragraph: string;
    node: HTMLElement;
    leaf: Text;
    text: Units;
  }
  /** Units of an item. */
  interface Stretch {
    item: Item;
    start: number;
    end: number;
  }
  /** Code points of a paragraph. */
  interface Place {
    edition: string;
    paragraph: string;
    start: number;
    end: number;
    own?: boolean;
  }
  /** A word in a list of texts: a paragraph's index and a word's in it. */
  interface Spot {
    i: number;
    w: number;
  }
  type Link = [number, number, number, number] | number[];
  type Painted = [Text, number, number];

  interface SurfaceOptions {
    covered?(): number;
    onPick?(pick: Stretch[]): void;
    onPoint?(item: Item, unit: number): void;
    onKey?(event: KeyboardEvent, at: { item: Item; unit: number }): unknown;
  }
  interface Row {
    id: string;
    side: HTMLElement;
    mark: HTMLElement;
    element: HTMLElement;
    cells: Map<string, { node: HTMLElement; item: Item | null }>;
    tall?: number;
  }
  /** A mark in a row, as it is listed. */
  interface Listed {
    annotation: Annotation;
    places: Place[];
    at: number;
    words: string;
    from: string;
    until: string;
    elsewhere: string;
  }
  interface Step {
    redo: MarkChange;
    undo: MarkChange;
    join: string;
  }
  interface Marks {
    marks: Map<string, Annotation>;
    done: Step[];
    undone: Step[];
  }
  interface Applied {
    state: Marks;
    before: Annotation | null;
    after: Annotation | null;
    inverse: MarkChange | null;
    change?: MarkChange | null;
  }
  interface Sending {
    group?: string;
    replaces?: string[];
    hold?: "put" | "drop";
  }
  type Send = (op: string, data?: object, options?: Sending) => number;
  type Lost = ReturnType<typeof import("./reader/lost.js").createLost>;
  type Placing = ReturnType<typeof import("./reader/placing.js").createPlacing>;
  type Editor = ReturnType<typeof import("./reader/editor.js").createEditor>;
  type TextPane = ReturnType<typeof import("./reader/text-pane.js").createTextPane>;
  type Expert = ReturnType<typeof import("./reader/expert.js").createExpert>;
  type Texts = { value: string; readonly words: number[][] }[];
  /** A text that words can be picked in. */
  interface Surface {
    items(): Item[];
    pick(): Stretch[];
    put(ranges: Stretch[]): void;
    letGo(): void;
  }
  interface Picked {
    paragraph: string;
    start: number;
    end: number;
    quote: string;
  }
  interface PassageView {
    paragraphs: { id: string; text: string; voice?: string }[];
    label?: string;
    edition?: string;
    onSelect?(list: Picked[]): void;
    onKey?(event: KeyboardEvent): unknown;
    onPoint?(at: { paragraph: string; at: number }): void;
  }
  interface Laned {
    start: number;
    end: number;
    lane?: number;
  }
  /** A colour that is to be, or is, under words of a row. */
  interface Wanted extends Laned {
    id: string;
    tag: TagKind | undefined;
    item: Item;
    edition?: string;
    undo?(): void;
  }
  /** A passage as the comparison with the expert lists it. */
  interface Compared {
    paragraph: string;
    start: number;
    end: number;
    words: string;
    text: string;
    reason?: string;
    also?: string;
    state: string;
  }
  /** What a reader can do. */
  interface App {
    setup: ReaderSetup;
    placing: Placing;
    tags: Map<string, TagKind>;
    readonly: boolean;
    active: string;
    filter: string;
    key: ExpertKey | null;
    editing: { save(): void } | null;
    lost: Lost;
    readonly marks: Map<string, Annotation>;
    readonly canUndo: boolean;
    readonly canRedo: boolean;
    on(event: string, listener: (...data: any[]) => void): void;
    tell(event: string, ...data: unknown[]): void;
    watch(watcher: (event: string) => void): () => void;
    forget(): void;
    spansOf(points: Place[]): Span[] | null;
    tagName(id: string): string;
    mark(points: Place[], tag: string): Annotation | null;
    change(id: string, changes: import("./protocol.js").AnnotationChanges, join?: string): void;
    typing(id: string, changes: import("./protocol.js").AnnotationChanges | null, join: string): void;
    remove(id: string): void;
    undo(): void;
    redo(): void;
    activate(id: string): void;
    setFilter(tag: string): void;
    receive(changes: MarkChange[]): void;
    layOut(editions: Edition[], links: Record<string, Link[]>): void;
    reset(state: { annotations: Annotation[]; unplaced?: Unplaced[] }): void;
    refused(message: Message, why?: string): void;
  }
}
export {};
