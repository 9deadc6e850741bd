// What a page, its worker and the browser's storage hand to each other.

declare global {
  /** A file of the learner's own; without content: it is gone. */
  interface KeptFile {
    name: string;
    content: Uint8Array | null;
  }
  interface Work {
    /** deleted: when all of it was last deleted on request (ms); 0: never. Who has loaded it before then, may not write. */
    load(): Promise<{ deleted: number; journal: string; files: { name: string; content: Uint8Array }[] }>;
    /** Resolves once all of it is kept; rejects where none of it is. */
    keep(journal: string, files: KeptFile[]): Promise<void>;
    /** Keep this journal in the place of the one before. False, and nothing done, where another page has written meanwhile. */
    replace(journal: string, files: KeptFile[]): Promise<boolean>;
    /** What other pages have kept since the last call; `whole`: it stands in the place of all that was known. */
    newer(): Promise<{ journal: string; whole: boolean }>;
  }
  /** base: the site, as a whole address; work: the name under which the browser keeps it; page, version: name what it shows; due: what that is changes with the day. */
  interface Opening {
    type: "open";
    base: string;
    static: string;
    runtime: string;
    work: string;
    page: string;
    version: string;
    unit: string;
    due?: boolean;
    cells: [number, string][];
  }
  /** What keeps what Python writes: python is the worker's part in it (coursekit/site/worker.py). */
  type ToWorker =
    | Opening
    /** Start what the page that will be opened so needs. */
    | { type: "prepare"; opening: Opening }
    | { type: "send"; view: string; content: any; buffers: ArrayBuffer[] }
    | { type: "save" }
    | { type: "bring"; content: ArrayBuffer }
    /** Try to keep once more what could not be kept. */
    | { type: "keep" }
    | { type: "look" }
    /** Keep what is shown now for the next visit. */
    | { type: "remember" }
    /** Say and keep where the learner is in the course. */
    | { type: "home" };
  type FromWorker =
    | { type: "heard" }
    | { type: "progress"; part: number; of: number; words: string }
    | { type: "ready" }
    | { type: "html"; output: string; html: string }
    /** widget: what it is, told when it is told of first. */
    | { type: "traits"; view: string; widget?: string; traits: any }
    | { type: "message"; view: string; content: any }
    | Kept
    | { type: "saved"; content: Uint8Array }
    /** changed: there is more here than before. */
    | { type: "brought"; words: string; changed: boolean }
    /** fatal: nothing more will come. */
    | { type: "failed"; why: string; fatal?: boolean };
  /** Where what one does is kept now; in the page alone: why, in words. deleted: when that was done on request, in another page (ms). */
  type Kept = { type: "kept"; where: "browser" | "page"; why?: string; empty?: boolean; deleted?: number };
}
export {};
