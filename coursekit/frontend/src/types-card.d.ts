// What the modules of a card, of the kinds of question and of the grading page hand to each other.

declare global {
  /** What a card shows of a question; each kind has more. */
  interface View {
    id: string;
    kind: string;
    prompt: string;
    purpose?: string;
    points?: number;
    rests_on?: string[];
    confidence?: boolean;
    hints?: number;
    card?: any[];
    [key: string]: any;
  }
  /** What a kind is given beside its view. */
  interface Room {
    labelId: string;
    hintId: string;
    changed(how: How): void;
    submit(): void;
    id: string;
    asks: string;
    askText(): void;
    means?(sure: number): string;
  }
  type Kind = (view: View, room: Room) => Control;
  /** Something to choose, to order, to put in a class. */
  interface Choice {
    id: string;
    text: string;
  }
  /** What an answer says of where words stand. */
  interface Pointed {
    spans?: Span[];
    nowhere?: boolean;
  }
  interface Column {
    id: string;
    name: string;
    type: string;
    help?: string;
    unit?: string;
    choices: Choice[];
  }
  interface TableRow {
    id: string;
    text: string;
    only?: string[];
    given?: Record<string, string>;
  }
  /** A control for one cell of a table: the fields it has, and what fits into it. */
  interface CellControl {
    node: HTMLElement;
    fields: (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[];
    read(): string;
    write(text: string): void;
    fits(text: string): string;
  }
  interface CellShape {
    label: string;
    state: string;
    changed(how: How): void;
  }
  interface CellRoom {
    label: string;
    changed(how: How): void;
    move(step: number, on: boolean): boolean;
    pasted(text: string): void;
  }
  /** A cell of a table with what stands around it. */
  type Filled = ReturnType<typeof import("./kinds/parts/cell.js").makeCell> & { node: HTMLElement; sign: HTMLElement; column: string; row: string };
  type Crossing = { paragraph: string; start: number; end: number };
  interface How {
    typing?: boolean;
  }
  /** Where an answer is given: made by a kind. */
  interface Control {
    node: Node;
    hint?: Child;
    read(): Answer;
    write(answer: Answer): void;
    slot(part: string): HTMLElement | null | undefined;
    words?(part: string): string | undefined;
    chosen?(part: string): boolean | undefined;
    owns?(part: string): boolean;
    show?(ref: string): boolean;
    told?(text: PointedText): void;
    place?(lesson: PaneLesson | null): void;
    attend?(): void;
    marked?(mark: Mark | null): any;
    destroy?(): void;
    [key: string]: any;
  }
  /** Where a card looks passages up. */
  interface Shelf {
    passages(): Passages;
    ask(refs: string[]): void;
    show(ref: string, event: MouseEvent): boolean | undefined;
  }
  /** One answer on a grading page. */
  interface GradingCard {
    id: string;
    label: string;
    node: HTMLElement;
    readonly state: "open" | "begun" | "read";
    read(): { levels: Record<string, number>; comment: string };
    write(given: { levels?: Record<string, number>; comment?: string }): void;
    saying(words: string): void;
    saved(at: string | undefined): void;
    focus(): void;
  }
  type HandInNow = import("./protocol.js").HandInNow;
  type HandedIn = import("./protocol.js").HandedIn;
  type Phase = "open" | "checking" | "marked";
  /** What a session tells its card. */
  interface Hooks {
    outbox?: Outbox;
    keeps(mark: Mark): boolean;
    onState(session: QuestionState): void;
    onStatus(status: Status): void;
    onHints?(hints: string[]): void;
    onText?(text: PointedText): void;
  }
  interface QuestionState {
    view: View;
    readonly mark: Mark | null;
    readonly phase: Phase;
    readonly passages: Passages;
  }
}
export {};
