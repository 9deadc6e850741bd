// What the pages of the room are sent, as docs/room.md says, and hand to each other.

declare global {
  type RoomPhase = "first" | "closed" | "talk" | "second" | "settled" | "opened";
  interface RoomParagraph {
    id: string;
    text: string;
    voice?: string;
  }
  /** What everybody may see of what is asked. */
  interface Asked {
    kind: "choice" | "point" | "number" | "question";
    prompt: string;
    rider?: string;
    options?: Choice[];
    confidence?: boolean;
    unit?: string;
    least?: number | null;
    most?: number | null;
    hint?: string;
    source?: string;
    places?: number;
    nowhere?: boolean;
    paragraphs?: RoomParagraph[];
    card?: View;
    [key: string]: any;
  }
  interface SplitRow {
    words: string;
    count: number;
    per_cent: number;
    right: boolean;
  }
  interface SplitPart {
    about: string;
    rows: SplitRow[];
  }
  interface Split {
    people: number;
    few: boolean;
    parts: SplitPart[];
    said: string[];
    left_out?: string;
  }
  interface NumbersFound {
    people: number;
    few: boolean;
    median?: number;
    steps: { from: number; to: number; count: number }[];
    said: string[];
  }
  interface PointedPassage {
    at: string;
    paragraph: string;
    text: string;
    core: string;
    count: number;
    per_cent: number;
    division: number;
  }
  interface PointedFound {
    people: number;
    few: boolean;
    nowhere: number;
    /** Paragraph -> start and end in code points, and how many. */
    words: Record<string, [number, number, number][]>;
    passages: PointedPassage[];
    divided: number[];
    said: string[];
  }
  interface Sureness {
    people: number;
    few: boolean;
    bands: { least: number; most: number; people: number; right: number }[];
    sure_and_wrong: number | null;
    said: string[];
  }
  interface Shift {
    people: number;
    few: boolean;
    stayed?: number;
    rows: { from: string; people: number; to: Record<string, number> }[];
    courses: Record<string, number>;
    said: string[];
  }
  interface RoundFound {
    round: number;
    split: Split | null;
    numbers: NumbersFound | null;
    pointed: PointedFound | null;
    sureness: Sureness | null;
  }
  interface RoomExpert {
    passages: { at: string; paragraph: string; quote: string; reason: string; ranges: [number, number][]; count: number | null }[];
    said: string[];
  }
  interface RoomResults {
    rounds: RoundFound[];
    shift: Shift | null;
    reasons: { option: string; words: string; right: boolean | null }[];
    expert: RoomExpert | null;
    /** Why nothing came of it. */
    why?: string;
  }
  /** Where people join, as the server has it; `code`: the picture to be scanned. */
  interface RoomDoor {
    address: string;
    reach: "here" | "network" | "proxy";
    code: { size: number; path: string } | null;
  }
  interface RoomVote {
    id: string;
    phase: RoomPhase;
    since: number;
    until: number | null;
    round: number;
    /** When the session began in which it was held, where it is shown again; "" for a vote of this one. */
    earlier?: string;
    asked: Asked;
    results?: RoomResults;
  }
  interface ScreenView {
    lesson: string;
    ended: boolean;
    code: string;
    join: string;
    door?: RoomDoor | null;
    vote: (RoomVote & { counted: number | null; groups: number }) | null;
  }
  type ConsoleVote = RoomVote & {
    counted: Record<string, number>;
    hands: Record<string, Record<string, number>>;
    groups: number;
    laid_over: boolean;
    note: string;
    results: RoomResults;
  };
  interface Planned {
    from: "notes" | "lesson";
    prompt: string;
    item: Record<string, any>;
    expected?: string;
    cases?: string[];
  }
  interface ConsoleView {
    lesson: string;
    ended: boolean;
    code: string;
    join: string;
    projected: string;
    door?: RoomDoor | null;
    names: boolean;
    tells_count: boolean;
    joined: number;
    people: string[];
    here: Record<"participant" | "projected" | "console", number>;
    plan: Planned[];
    sources?: { siglum: string; title: string; paragraphs: [string, string][] }[];
    votes: { id: string; phase: RoomPhase; prompt: string; earlier?: string }[];
    vote: ConsoleVote | null;
  }
}
export {};
