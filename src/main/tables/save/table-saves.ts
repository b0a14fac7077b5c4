import type { RelationPlace } from '../../../shared/contract/relations.ts';
import type { RowChange, SaveOutcome } from '../../../shared/contract/row-changes.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import type { DatabasePlace, TableSessions } from '../table-sessions.ts';
import { askWhetherSaved } from '../transactions/ask-whether-saved.ts';
import type { RanSave } from './run-save.ts';
import { saveInTransaction } from './save-in-transaction.ts';
import type { SaveJob } from './save-job.ts';
import { KeptSaves } from './undo/kept-saves.ts';
import { toUndoJob } from './undo/to-undo-job.ts';

export interface SaveWish extends RelationPlace {
  identity: string[] | null;
  fingerprint: string;
  changes: RowChange[];
  confirmed: boolean;
}

export interface UndoWish {
  saveId: string;
  confirmed: boolean;
}

/** Saves staged changes, and takes saves back. */
export class TableSaves {
  readonly #kept = new KeptSaves();

  constructor(
    private readonly sessions: TableSessions,
    private readonly lockTimeoutMs = 10_000,
  ) {}

  /**
   * Writes all changes in one transaction, or nothing. A signal that fires before COMMIT stops it; later it is ignored.
   * @throws AppFailure `cancelled`, `not-found`, `database-unreachable`, `password-failed`, `engine-unreachable`,
   * `database-error`: nothing was saved
   */
  save({ relation, ...wish }: SaveWish, signal?: AbortSignal): Promise<SaveOutcome> {
    const { identity: picked, fingerprint, changes, confirmed } = wish;
    const main = { name: relation, picked, fingerprint, changes };
    return this.#run(wish, { main, others: [], confirmed, undone: null }, signal);
  }

  /**
   * Puts all rows of a save back as they were, in one transaction, or none: conflicts where somebody changed one since.
   * It can be tried again unless it succeeded.
   * @throws AppFailure `not-found` for a save that is not kept (any more), else as {@link save}
   */
  async undoSave({ saveId, confirmed }: UndoWish, signal?: AbortSignal): Promise<SaveOutcome> {
    const save = this.#kept.take(saveId);
    const job = save === null ? null : toUndoJob(save, confirmed);
    if (save === null || job === null)
      throw new AppFailure({ code: 'not-found', kind: 'save', name: saveId });
    let isDone = false;
    try {
      const outcome = await this.#run(save.place, job, signal);
      isDone = outcome.outcome === 'saved' || outcome.outcome === 'unknown';
      return outcome;
    } finally {
      if (!isDone) this.#kept.putBack(saveId, save);
    }
  }

  async #run(
    { instance, database }: DatabasePlace,
    job: SaveJob,
    signal: AbortSignal | undefined,
  ): Promise<SaveOutcome> {
    const startedMs = performance.now();
    const place = { instance, database };
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    if (signal?.aborted === true) abort();
    signal?.addEventListener('abort', abort, { once: true });
    // What is being committed cannot be called back, only lost sight of.
    const onCommit = (): void => signal?.removeEventListener('abort', abort);
    try {
      const ended = await this.sessions.use(place, stop.signal, (session) =>
        saveInTransaction(session, job, { lockTimeoutMs: this.lockTimeoutMs, onCommit }),
      );
      const saved = (ran: RanSave, server: string) =>
        this.#saved(ran, { place, job, server, durationMs: performance.now() - startedMs });
      switch (ended.end) {
        case 'not-saved':
          return ended.outcome;
        case 'committed':
          return saved(ended.ran, ended.server);
        case 'in-doubt': {
          const answer = await askWhetherSaved(this.sessions, place, ended.transaction);
          if (answer === 'saved') return saved(ended.ran, ended.transaction.server);
          if (answer === 'unknown') return { outcome: 'unknown' };
          const reason = 'the connection was lost before the changes were saved';
          throw new AppFailure({ code: 'database-unreachable', reason });
        }
      }
    } finally {
      onCommit();
    }
  }

  #saved(
    { rows, counts, kept, undoRefused }: RanSave,
    {
      place,
      job,
      server,
      durationMs,
    }: { place: DatabasePlace; job: SaveJob; server: string; durationMs: number },
  ): SaveOutcome {
    const relation = job.main.name;
    const isKept = kept !== null && job.undone === null;
    const saveId = isKept ? this.#kept.keep({ place, relation, server, ...kept }) : null;
    return {
      outcome: 'saved',
      saveId,
      undoRefused: job.undone === null ? undoRefused : null,
      counts,
      rows,
      durationMs,
    };
  }
}
