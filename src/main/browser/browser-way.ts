/** A program that was asked to show the page. */
export interface StartedBrowser {
  /** Resolves with the exit code when the program ends; null when a signal ended it. */
  exited: Promise<number | null>;
  /** Ends it, if it still runs. */
  close(): void;
}

/** One way to show the page. */
export interface BrowserWay {
  /** For people: "Chromium (/usr/bin/chromium)". */
  name: string;
  /** How long a page may take to arrive after the program handed the address over and ended with code 0. */
  handoverMs: number;
  /** @throws Error when the program cannot be started. */
  start(url: string): Promise<StartedBrowser>;
}
