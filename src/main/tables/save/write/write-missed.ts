import type { SessionQuery } from '../../../postgres/console-connection.ts';
import { ServerFailure } from '../../../postgres/server-failure.ts';
import { toConflict } from '../check/to-conflict.ts';
import { findRows } from '../lookup/find-rows.ts';
import { keptBackError } from '../problems/own-errors.ts';
import { SaveStopped } from '../save-stopped.ts';
import type { MissedRows } from './apply-units.ts';
import type { RowWorkOf, WorkUnit, WrittenRow } from './row-work.ts';
import { writeUnit } from './write-unit.ts';

type Findable = RowWorkOf<'update'> | RowWorkOf<'delete'>;

/**
 * Looks after rows that a statement passed over. Of locked rows only this transaction itself can have changed them (a
 * trigger, a cascade): they are written as they are now. Else somebody did: a conflict.
 * @throws SaveStopped, ServerFailure `09000` when a row is as it was and yet was not written
 */
export async function writeMissed(
  session: SessionQuery,
  { unit, rows }: MissedRows,
  isLocked: boolean,
): Promise<WrittenRow[]> {
  const { facts } = unit;
  const findable = rows.filter((work): work is Findable => work.kind !== 'insert');
  if (findable.length === 0) throw new ServerFailure(keptBackError(facts));
  const { rows: found } = await findRows(session, facts, {
    keys: findable.map(({ key }) => key),
    lock: 'none',
  });
  const now = findable.map((work, at) => ({ work, current: found[at]?.[0] ?? null }));
  if (now.some(({ work, current }) => current?.version === work.found.version)) {
    throw new ServerFailure(keptBackError(facts));
  }
  const isGoneAsWanted = ({ work, current }: (typeof now)[number]) =>
    work.kind === 'delete' && current === null;
  const conflicts = now.filter((one) => (isLocked ? one.current === null && !isGoneAsWanted(one) : true));
  if (conflicts.length > 0) {
    throw new SaveStopped({
      outcome: 'conflicts',
      conflicts: conflicts.map(({ work, current }) => toConflict(facts, work.row, current ?? undefined)),
    });
  }
  const gone = now.filter(isGoneAsWanted).map(({ work }): WrittenRow => ({ work, now: { key: work.key } }));
  const again = now.flatMap(({ work, current }) => (current === null ? [] : [{ ...work, found: current }]));
  return again.length === 0 ? gone : [...gone, ...(await writeAgain(session, unit, again))];
}

async function writeAgain(
  session: SessionQuery,
  unit: WorkUnit,
  rows: readonly Findable[],
): Promise<WrittenRow[]> {
  const written = await writeUnit(
    session,
    unit.kind === 'delete'
      ? { ...unit, rows: rows.filter((work) => work.kind === 'delete') }
      : { ...unit, kind: 'update', rows: rows.filter((work) => work.kind === 'update') },
  );
  if (written.length < rows.length) throw new ServerFailure(keptBackError(unit.facts));
  return written;
}
