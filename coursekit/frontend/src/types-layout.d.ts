// What the layout of a lesson and the page that shows it hand to each other.

declare global {
  interface RawCell {
    code: boolean;
    source: string;
  }
  type LessonPhase = "waits" | "runs" | "ready" | "late"; // late: it is left to the learner
  /** A page that shows a lesson or an exercise, cell by cell: a notebook of JupyterLab, a page of its own. */
  interface LessonPage {
    /** The whole of it. */
    node: HTMLElement;
    /** Names it among the lessons, as "lessons/00-name.ipynb". */
    path: string;
    /** What of it scrolls. */
    scroller: HTMLElement;
    cells(): { node: HTMLElement }[];
    raw(): RawCell[];
    /** Tell when cells have come or gone. */
    changed(listener: () => void): void;
    /** Somebody has come to this cell. */
    at(cell: number): void;
    /** Go to another lesson or exercise. */
    open(path: string): void;
    /** Run it, and tell how far that is; the function returned gives up. */
    begin(told: (phase: LessonPhase) => void): () => void;
    /** Whether it begins by itself. */
    trusted: boolean;
    /** What the line of progress says while it is that far, where that is not what a notebook says. */
    words?: Partial<Record<LessonPhase, string>>;
  }
  /** Author: nothing is folded; plain: nothing of the layout is there. */
  interface LessonSwitches {
    readonly author: boolean;
    readonly plain: boolean;
    watch(listener: () => void): () => void;
  }
}
export {};
