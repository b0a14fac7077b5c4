/** A file that does not exist yet. */
export interface FileToSave {
  /** Suggested to the person, with its ending; safe to be written as it is. */
  fileName: string;
  contentType: string;
  /** Begins to make the content, for one reader. Whoever stops early returns the iterator. */
  content(): AsyncGenerator<Uint8Array>;
}

/**
 * `saved`: it is written, or the person named no place (null). `download`: the page fetches it by a ticket, and the
 * browser asks for the place.
 */
export type SaveOutcome = { way: 'saved'; path: string | null } | { way: 'download'; ticket: string };
