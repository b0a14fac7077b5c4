/** A file while it is run. Whoever opened it disposes it. */
export interface ScriptFile {
  /** For people: as it was named. */
  readonly name: string;
  /** Where it lies on this machine; null: the page sends it. */
  readonly path: string | null;
  readonly sizeBytes: number;
  /** Taken from it so far, of `sizeBytes`. */
  readonly readBytes: number;
  /**
   * Its bytes as they lie in it, once. Ends early, by an error or without a word, when the file is disposed.
   * @throws AppFailure `file-unusable`
   */
  bytes(): AsyncIterable<Buffer>;
  dispose(): void;
}
