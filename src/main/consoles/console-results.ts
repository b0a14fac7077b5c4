import type { ResultColumn, ResultInfo } from '../../shared/contract/results.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Logger } from '../lib/logger.ts';
import type { ColumnTypes } from '../postgres/column-types.ts';
import type { WireStatement } from '../postgres/console-connection.ts';
import type { ResultStore } from '../results/result-store.ts';
import type { ResultWriter } from '../results/result-writer.ts';
import type { NewScriptResult } from './script/script-host.ts';

export interface ConsoleResultsOptions {
  consoleId: string;
  store: Pick<ResultStore, 'create' | 'info' | 'get' | 'release'>;
  /** Of the session that there is. */
  columnTypes(): Pick<ColumnTypes, 'columns'> | null;
  onChange(): void;
  log: Logger;
}

/** Of one run. */
const maxResults = 50;

/** A result that is made anew without its limit. */
export interface WholeResult {
  number: number;
  replaces: string;
  expanded: boolean;
}

interface Kept {
  id: string;
  number: number;
  expanded: boolean;
  /** What was sent, so that it can be sent again. */
  statement: WireStatement | null;
}

/** The results of a console's last run, in order. */
export class ConsoleResults {
  readonly #options: ConsoleResultsOptions;
  #kept: Kept[] = [];

  constructor(options: ConsoleResultsOptions) {
    this.#options = options;
  }

  infos(): ResultInfo[] {
    const { store } = this.#options;
    return this.#kept.map(({ id, expanded }) => ({ ...this.#withTypes(store.info(id)), expanded }));
  }

  /** Lets go of all, as the next run begins. */
  clear(): void {
    const { consoleId, store, log, onChange } = this.#options;
    this.#kept = [];
    store
      .release(consoleId)
      .catch((error: unknown) => log.error({ err: error }, 'results could not be removed'));
    onChange();
  }

  /** Null: a run has no more than {@link maxResults}. */
  add(
    result: NewScriptResult,
    statement: WireStatement | null,
    whole: WholeResult | null,
  ): ResultWriter | null {
    const { consoleId, store } = this.#options;
    if (whole === null && this.#kept.length >= maxResults) return null;
    const number = whole?.number ?? this.#kept.length + 1;
    const writer = store.create({
      consoleId,
      number,
      statement: result.statement,
      columns: result.columns,
      title: result.title,
      startedAtMs: result.startedAtMs,
      whole: whole !== null,
    });
    const { expanded } = whole ?? result;
    this.#keep({ id: writer.id, number, expanded, statement }, whole);
    this.#options.onChange();
    return this.#observed(writer);
  }

  /**
   * What has to be sent to get a result again, and which one that would replace.
   * @throws AppFailure `not-found` when it is none of the last run's, or none of the server's
   */
  again(resultId: string): { statement: WireStatement; whole: WholeResult } {
    const kept = this.#kept.find(({ id }) => id === resultId);
    if (kept === undefined || kept.statement === null) {
      throw new AppFailure({ code: 'not-found', kind: 'result', name: resultId });
    }
    const { statement, number, expanded } = kept;
    return { statement, whole: { number, expanded, replaces: resultId } };
  }

  /** Names that were learned since the rows came. */
  #withTypes(info: ResultInfo): ResultInfo {
    const types = this.#options.columnTypes();
    if (types === null || !info.columns.some(isUnnamed)) return info;
    const named = types.columns(info.columns.map((column) => ({ ...column, typeModifier: -1 })));
    return {
      ...info,
      columns: info.columns.map((column, at) => (isUnnamed(column) ? (named[at] ?? column) : column)),
    };
  }

  #keep(kept: Kept, whole: WholeResult | null): void {
    const { store, log } = this.#options;
    const index = whole === null ? -1 : this.#kept.findIndex(({ id }) => id === whole.replaces);
    if (whole === null || index < 0) {
      this.#kept.push(kept);
      return;
    }
    this.#kept[index] = kept;
    const before = store.get(whole.replaces);
    before.release().catch((error: unknown) => log.error({ err: error }, 'a result could not be removed'));
  }

  #observed(writer: ResultWriter): ResultWriter {
    const { onChange } = this.#options;
    return {
      id: writer.id,
      full: writer.full,
      info: () => writer.info(),
      rows(frames, count) {
        const held = writer.rows(frames, count);
        onChange();
        return held;
      },
      append(rows) {
        const held = writer.append(rows);
        onChange();
        return held;
      },
      async finish(end) {
        await writer.finish(end);
        onChange();
      },
    };
  }
}

function isUnnamed({ type, typeOid }: ResultColumn): boolean {
  return type === `oid ${typeOid}`;
}
