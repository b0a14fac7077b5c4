import type { ContainerInspect } from '../../docker/engine-types.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import type { EngineHandle } from '../engine-handle.ts';
import { lastWords } from './last-words.ts';

/** Exit codes of an end that somebody asked for: SIGINT, SIGKILL and SIGTERM. */
const askedFor = new Set([0, 130, 137, 143]);

interface Entry {
  end: string;
  line: string | null;
}

/**
 * Finds the line of a container's log that says why it does not run; read once per end, in the background, so that no
 * list waits for logs.
 */
export class DecisiveLineReader {
  readonly #entries = new Map<string, Entry>();
  readonly #engine: EngineHandle;
  readonly #onFound: () => void;

  /** @param onFound called when a line was found that `lineOf` had not answered yet. */
  constructor(engine: EngineHandle, onFound: () => void) {
    this.#engine = engine;
    this.#onFound = onFound;
  }

  /** Null while it runs well, while the log is being read, and where it cannot be read. */
  lineOf({ Id, State }: ContainerInspect, crashLooping: boolean): string | null {
    const failed = crashLooping || State.Restarting || (!State.Running && !askedFor.has(State.ExitCode));
    if (!failed || State.Status === 'created') return null;
    const known = this.#entries.get(Id);
    if (known?.end === State.FinishedAt) return known.line;
    // Between the tries of a loop the line of the try before still tells.
    const entry: Entry = { end: State.FinishedAt, line: known?.line ?? null };
    this.#entries.set(Id, entry);
    void this.#read(Id, entry);
    return entry.line;
  }

  retain(ids: ReadonlySet<string>): void {
    for (const id of this.#entries.keys()) if (!ids.has(id)) this.#entries.delete(id);
  }

  async #read(id: string, entry: Entry): Promise<void> {
    const line = await lastWords(this.#engine.client(), id).then(
      (lines) => lines[0] ?? null,
      (error: unknown) => {
        if (error instanceof AppFailure) return null;
        throw error;
      },
    );
    if (line === entry.line || this.#entries.get(id) !== entry) return;
    entry.line = line;
    this.#onFound();
  }
}
