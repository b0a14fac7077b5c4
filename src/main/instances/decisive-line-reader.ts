import type { ContainerInspect } from '../docker/engine-types.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { EngineHandle } from './engine-handle.ts';
import { lastWords } from './last-words.ts';

/** Exit codes of an end that somebody asked for: SIGINT, SIGKILL and SIGTERM. */
const askedFor = new Set([0, 130, 137, 143]);

/**
 * Finds the line of a container's log that says why it does not run; read once per end. Null while it runs well, and
 * where the log cannot be read.
 */
export class DecisiveLineReader {
  readonly #lines = new Map<string, { end: string; line: Promise<string | null> }>();
  readonly #engine: EngineHandle;

  constructor(engine: EngineHandle) {
    this.#engine = engine;
  }

  /** @throws AppFailure `engine-unreachable` */
  lineOf(inspect: ContainerInspect, crashLooping: boolean): Promise<string | null> {
    const { State, Id } = inspect;
    const failed = crashLooping || State.Restarting || (!State.Running && !askedFor.has(State.ExitCode));
    if (!failed || State.Status === 'created') return Promise.resolve(null);
    // Between the tries of a loop the line of the try before still tells.
    const end = State.FinishedAt;
    const known = this.#lines.get(Id);
    if (known?.end === end) return known.line;
    const line = this.#read(Id);
    this.#lines.set(Id, { end, line });
    line.catch(() => this.#lines.delete(Id));
    return line;
  }

  retain(ids: ReadonlySet<string>): void {
    for (const id of this.#lines.keys()) if (!ids.has(id)) this.#lines.delete(id);
  }

  async #read(id: string): Promise<string | null> {
    try {
      return (await lastWords(this.#engine.client(), id))[0] ?? null;
    } catch (error) {
      const code = error instanceof AppFailure ? error.appError.code : null;
      if (code === 'engine-refused' || code === 'not-found') return null;
      throw error;
    }
  }
}
