// Files that are dropped or chosen, and the pieces in which they go: servers refuse messages as large as a file may be.

export const PIECE = 2_000_000; // bytes
/** What is thrown where the browser cannot read a file, as when it is a folder. */
export const UNREADABLE = Symbol("unreadable");

/**
 * Hand over a file piece by piece, each once the one before is on its way; an empty file is one empty piece.
 *
 * @param {File} file
 * @param {(at: number, piece: ArrayBuffer) => unknown} each  may return a promise; false stops it
 */
export async function inPieces(file, each) {
  for (let at = 0; at === 0 || at < file.size; at += PIECE) {
    const piece = await readPiece(file.slice(at, at + PIECE));
    if ((await each(at, piece)) === false) return;
  }
}

async function readPiece(/** @type {Blob} */ blob) {
  try {
    return await blob.arrayBuffer();
  } catch {
    throw UNREADABLE;
  }
}

const hasFiles = (/** @type {DragEvent} */ event) => event.dataTransfer?.types?.includes("Files") ?? false;

/**
 * Take files that are dropped onto `root`. Returns a function that stops it.
 *
 * @param {HTMLElement} root
 * @param {(files: FileList | File[]) => void} taken
 */
export function takeDropped(root, taken) {
  // Without these the browser would leave the lesson and open the file in its place.
  const over = (/** @type {DragEvent} */ event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = "copy";
    root.classList.add("ck-over");
  };
  const leave = (/** @type {DragEvent} */ event) => {
    if (!root.contains(/** @type {Node | null} */ (event.relatedTarget))) root.classList.remove("ck-over");
  };
  const drop = (/** @type {DragEvent} */ event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.stopPropagation();
    root.classList.remove("ck-over");
    taken(event.dataTransfer?.files ?? []);
  };
  /** @type {Record<string, (event: any) => void>} */
  const listeners = { dragenter: over, dragover: over, dragleave: leave, drop };
  for (const [event, listener] of Object.entries(listeners)) root.addEventListener(event, listener);
  return () => {
    for (const [event, listener] of Object.entries(listeners)) root.removeEventListener(event, listener);
  };
}
