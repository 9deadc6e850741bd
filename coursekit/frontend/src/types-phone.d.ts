// What a participant's page of the room is sent.

declare global {
  /** A vote as one's own page gets it; `own`: round -> what one said. */
  type PhoneVote = RoomVote & { own: Record<string, { answer: Answer; order: number }>; group: number | null };
  interface PhoneView {
    lesson: string;
    names: boolean;
    ended: boolean;
    vote: PhoneVote | null;
  }
  /** What a page must know before anybody joins. */
  interface RoomAbout {
    names: boolean;
    ended: boolean;
    lesson: string;
  }
  type LineState = "connecting" | "connected" | "lost";
}
export {};
