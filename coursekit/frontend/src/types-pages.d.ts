// What the parts of a page of the pages edition hand to each other.

declare global {
  /** What its builder writes into a page for us. */
  interface PageData {
    course: string;
    version: string;
    static: string;
    runtime: string;
    path: string;
    unit: string;
    base: string;
    cells: RawCell[];
    views: Record<string, { widget: string; traits: Traits }>;
    /** What is handed in from here; null on a page from which nothing is. */
    hand_in: PageHandIn | null;
    /** Whether it shows what is due, which nobody knows before Python does. */
    due: boolean;
    /** The versions of questions of the course that have another than the first. */
    versions: Record<string, number>;
  }
  /** What the front page was built with. */
  type FrontData = Pick<PageData, "course" | "version" | "static" | "runtime" | "base" | "versions">;
  /** An exercise, or a lesson, as its hand-ins name it; `texts`: the editions that its guides are. */
  interface PageHandIn {
    exercise: string;
    version: number;
    questions: string[];
    tasks: string[];
    texts: Record<string, Record<string, string>>;
  }
  /** What answers in the place of a worker that is gone; null where that cannot. */
  type StandIn = (view: string, content: any) => Promise<any> | null;
  type Traits = Record<string, any>;
  /** What a page is told: see the types of its worker. */
  interface Told {
    type: string;
    [key: string]: any;
  }
  /** awaited: it starts; ready: it answers; gone: it could not start, or has died. */
  type LinePhase = "awaited" | "ready" | "gone";
  /** The way to what answers the views of a page. */
  interface Line {
    readonly phase: LinePhase;
    /** Both reject where nothing will answer. */
    ask(message: object, transfer?: ArrayBuffer[]): Promise<void>;
    send(view: string, content: any, buffers?: ArrayBuffer[]): Promise<void>;
    on(listener: (told: Told) => void): void;
    start(): void;
  }
  /** What a line needs of a worker. */
  interface Answerer {
    postMessage(message: any, transfer?: Transferable[]): void;
    terminate(): void;
    onmessage: ((event: MessageEvent) => void) | null;
    onerror: ((event: ErrorEvent) => void) | null;
  }
}
export {};
