/** What `COPY … FROM STDIN` is fed, as the server takes it. */
export interface CopyInput extends AsyncIterable<Uint8Array> {
  /** Why it could not be read to its end: the copy was then ended with an error. */
  readonly failure: { error: unknown } | null;
  /** Passes over what the server did not want. Never throws. */
  skipRest(): Promise<void>;
}
