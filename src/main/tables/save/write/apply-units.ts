import type { ServerError, SessionQuery } from '../../../postgres/console-connection.ts';
import { ServerFailure } from '../../../postgres/server-failure.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import { inSavepoint } from '../../transactions/in-savepoint.ts';
import { isAboutRows } from '../../transactions/is-about-rows.ts';
import type { RowWork, WorkUnit, WrittenRow } from './row-work.ts';
import { halves } from './to-units.ts';

export interface FailedUnit {
  unit: WorkUnit;
  error: ServerError;
}

/** What the server said no word about, but did not write: see {@link ApplyOptions.onMissed}. */
export interface MissedRows {
  unit: WorkUnit;
  rows: readonly RowWork[];
}

export interface ApplyOptions {
  /** Runs the statement of a unit. */
  write(unit: WorkUnit): Promise<WrittenRow[]>;
  /** Writes rows that `write` passed over, or says what keeps them; may throw what ends it all. */
  onMissed(missed: MissedRows): Promise<WrittenRow[]>;
}

export interface Applied {
  written: { facts: RelationFacts; rows: WrittenRow[] }[];
  /** Not written, and why; nothing: all were. */
  failed: FailedUnit[];
}

/** More are not looked into; the save is refused as it is. */
const maxOpenUnits = 20;

/**
 * Writes all units. What the server refuses is tried again after the others, as it may only be the order that is wrong
 * (a key that another row still has, a row that is still referred to). When nothing moves any more, units are halved
 * until the rows at fault stand alone.
 * @throws ServerFailure what is not about single rows
 */
export async function applyUnits(
  session: SessionQuery,
  units: readonly WorkUnit[],
  options: ApplyOptions,
): Promise<Applied> {
  const written: Applied['written'] = [];
  let left: readonly WorkUnit[] = units;
  const givenUp: FailedUnit[] = [];
  for (;;) {
    const failed: FailedUnit[] = [];
    for (const unit of left) {
      const tried = await inSavepoint(session, () => writeAll(unit, options));
      if (tried.ok) written.push({ facts: unit.facts, rows: tried.value });
      else if (isAboutRows(tried.error)) failed.push({ unit, error: tried.error });
      else throw new ServerFailure(tried.error);
    }
    if (failed.length === 0) return { written, failed: givenUp };
    const moves = failed.length < left.length;
    if (!moves && failed.every(({ unit }) => unit.rows.length === 1)) {
      return { written, failed: [...failed, ...givenUp] };
    }
    const next = moves ? failed : failed.flatMap(split);
    const open = moves ? next.length : maxOpenUnits;
    givenUp.push(...next.slice(open));
    left = next.slice(0, open).map(({ unit }) => unit);
  }
}

async function writeAll(unit: WorkUnit, { write, onMissed }: ApplyOptions): Promise<WrittenRow[]> {
  const written = await write(unit);
  if (written.length >= unit.rows.length) return written;
  const done = new Set(written.map(({ work }) => work));
  const rows = unit.rows.filter((row) => !done.has(row));
  return [...written, ...(await onMissed({ unit, rows }))];
}

function split({ unit, error }: FailedUnit): FailedUnit[] {
  if (unit.rows.length === 1) return [{ unit, error }];
  return halves(unit).map((half) => ({ unit: half, error }));
}
