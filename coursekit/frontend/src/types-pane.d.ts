// What the pane, the page around it and the widgets in it hand to each other.

declare global {
  interface ScrollPlace {
    top: number;
    p: string;
    off: number;
  }
  interface Stop {
    id: string;
    reads: boolean;
    place: ScrollPlace;
  }
  /** A passage that is referred to: a paragraph, or all from it to another one; and who refers to it. */
  interface Reference {
    source: string;
    paragraph: string;
    to?: string;
    quote?: string;
    /** The id of the question. */
    question?: string;
  }
  interface Trail {
    readonly empty: boolean;
    add(stop: Stop): void;
    back(is: (stop: Stop) => boolean): Stop | null;
  }
  /** A place of one's own in the browser's storage. */
  interface Drawer {
    get(): string | null;
    put(text: string | null): void;
  }
  /** A mounted sheet. */
  interface SheetLife {
    destroy(): void;
    /** Go to a paragraph and let it, or a quotation in it, flash; or all as far as the paragraph `to`. */
    show(paragraph: string, quote: string, how: { focus: boolean; to: string }): void;
    /** Begin at a paragraph, where it is not to begin at its top. */
    begin?(paragraph: string): void;
    /** What is selected in it. */
    picked?(): Span[];
    /** Select what was selected in the sheet before, of the same text. */
    pick?(spans: Span[]): void;
  }
  /** A document as one thing in a lesson needs it: to read, to mark for a task, to point into. */
  interface PaneSheet {
    id: string;
    siglum: string;
    title: string;
    label: string;
    /** What the label leaves out. */
    about: string;
    kind: "text" | "task" | "point";
    /** The element in the lesson that it belongs to. */
    anchor: HTMLElement;
    /** Its paragraphs. */
    ids: string[];
    /** Whether it can be read: it waits for no prediction. */
    ready(): boolean;
    /** The question that one points for. */
    asks?: string;
    /** Whether its question is answered and marked. */
    done?(): boolean;
    mount(slot: HTMLElement): SheetLife;
    /** Show its text only to be read; of what is only there to be read `mount` does so. */
    read?(slot: HTMLElement): SheetLife;
  }
  /** A card that can ask for passages. */
  interface Lender {
    passages(): Passages;
    ask(refs: string[]): void;
  }
  /** A question that is worked at, and what it says it rests on. */
  interface CardAtWork {
    question: string;
    refs: { source: string; from: string; to?: string }[];
  }
  interface Coming {
    from?: HTMLElement | null;
    focus?: boolean;
  }
  interface PaneLesson {
    element: HTMLElement;
    readonly offers: boolean;
    /** Whether it has documents, or is going to; null while nobody knows. */
    readonly has: boolean | null;
    awaits(documents: boolean): void;
    readonly shows: string;
    add(sheet: PaneSheet): () => void;
    knows(siglum: string, paragraph: string): boolean;
    open(id: string, coming?: Coming): boolean;
    follow(id: string, from?: HTMLElement | null): void;
    need(id: string, from?: HTMLElement | null): void;
    work(card: CardAtWork, how?: { comes?: boolean }): void;
    show(at: Reference, coming?: Coming): boolean;
    back(): boolean;
    picked(siglum: string): Span[];
    on(listener: () => void): () => void;
    stand(node: HTMLElement | null): void;
    readonly lent: ReturnType<typeof import("./pane/lent.js").createLent>;
  }
  interface Stage {
    readonly below: boolean;
    beside(lesson: PaneLesson): boolean;
    bring(lesson: PaneLesson, from?: HTMLElement | null): void;
    offer(lesson: PaneLesson): void;
    close(): void;
    turn(lesson: PaneLesson | null): void;
  }
  /** The place beside the lesson. */
  interface Side {
    readonly node: HTMLElement;
    readonly open: boolean;
    show(): void;
    hide(): void;
    /** Be gone while what is in front has no documents, and then be back as it was; a page of one lesson has no need of it. */
    rest?(on: boolean): void;
    onChange(listener: () => void): void;
  }
  type Reading = ReturnType<typeof import("./reader/reading.js").createReading>;
}
export {};
