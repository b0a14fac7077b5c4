import type { SaveOutcome } from '../../../shared/contract/row-changes.ts';
import type { TableRow } from '../../../shared/contract/table-rows.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import { ServerFailure } from '../../postgres/server-failure.ts';
import { inSavepoint } from '../transactions/in-savepoint.ts';
import { type CheckedParts, checkParts } from './check/check-parts.ts';
import { rowsNow } from './lookup/rows-now.ts';
import { toTableRow } from './lookup/to-table-row.ts';
import { tellProblems } from './problems/tell-problems.ts';
import type { CheckedPart, SaveJob } from './save-job.ts';
import { SaveStopped } from './save-stopped.ts';
import { keepParts } from './undo/keep-parts.ts';
import type { KeptPart } from './undo/kept-save.ts';
import { type ReadBefore, readBefore } from './undo/read-before.ts';
import { type Applied, applyUnits } from './write/apply-units.ts';
import { toUnits } from './write/to-units.ts';
import { writeMissed } from './write/write-missed.ts';
import { writeUnit } from './write/write-unit.ts';

type Saved = Extract<SaveOutcome, { outcome: 'saved' }>;

export interface RanSave {
  rows: Saved['rows'];
  counts: Saved['counts'];
  /** What takes it back. */
  kept: { parts: KeptPart[]; sizeBytes: number } | null;
  undoRefused: Saved['undoRefused'];
}

/**
 * Writes all changes within the transaction that the session is in, which the caller commits.
 * @throws SaveStopped when it cannot be, AppFailure, ServerFailure: the caller rolls back.
 */
export async function runSave(session: SessionQuery, job: SaveJob): Promise<RanSave> {
  const parts = await checkParts(session, job);
  const before = await readBefore(session, parts.main);
  if (before.effects.length > 0 && !job.confirmed) {
    throw new SaveStopped({ outcome: 'asked', effects: before.effects });
  }
  const written = await applyAll(session, [parts.main, ...parts.others]);
  return tellSaved(session, parts, written, before);
}

/** Deferred constraints are checked before the end; when one fails, all is done again with each checked at once. */
async function applyAll(session: SessionQuery, parts: readonly CheckedPart[]): Promise<Applied['written']> {
  const applied: Applied['written'] = [];
  let isWritten = false;
  await session.query('SET CONSTRAINTS ALL DEFERRED');
  const tried = await inSavepoint(session, async () => {
    applied.push(...(await applyOnce(session, parts)));
    isWritten = true;
    await session.query('SET CONSTRAINTS ALL IMMEDIATE');
  });
  if (tried.ok) return applied;
  if (!isWritten) throw new ServerFailure(tried.error);
  await session.query('SET CONSTRAINTS ALL IMMEDIATE');
  return applyOnce(session, parts);
}

/** @throws SaveStopped `refused` with what is wrong at each row */
async function applyOnce(session: SessionQuery, parts: readonly CheckedPart[]): Promise<Applied['written']> {
  const units = parts.flatMap(toUnits);
  const unlocked = new Set(parts.filter(({ checked }) => !checked.isLocked).map(({ facts }) => facts));
  const { written, failed } = await applyUnits(session, units, {
    write: (unit) => writeUnit(session, unit),
    onMissed: (missed) => writeMissed(session, missed, !unlocked.has(missed.unit.facts)),
  });
  if (failed.length === 0) return written;
  throw new SaveStopped({ outcome: 'refused', problems: await tellProblems(session, failed) });
}

async function tellSaved(
  session: SessionQuery,
  { main }: CheckedParts,
  written: Applied['written'],
  before: ReadBefore,
): Promise<RanSave> {
  const now = await mainNow(session, main, written);
  const kept = await keepParts(session, main, now, before);
  const count = (kind: string) => main.checked.works.filter((work) => work.kind === kind).length;
  return {
    rows: Array.from(now, ([row, is]) => ({ row, now: is })),
    counts: { inserted: count('insert'), updated: count('update'), deleted: count('delete') },
    ...(typeof kept === 'string'
      ? { kept: null, undoRefused: kept }
      : { kept: { parts: kept, sizeBytes: before.sizeBytes }, undoRefused: null }),
  };
}

/** The written rows as they are at the end, by their names. */
async function mainNow(
  session: SessionQuery,
  { facts }: CheckedPart,
  written: Applied['written'],
): Promise<Map<string, TableRow>> {
  const now = new Map<string, TableRow>();
  const unread: { row: string; key: string[] }[] = [];
  for (const { work, now: is } of written.flatMap((one) => (one.facts === facts ? one.rows : []))) {
    if (work.kind === 'delete') continue;
    if (!('key' in is)) {
      now.set(work.row, toTableRow(facts, is));
      continue;
    }
    const key = is.key.filter((part) => part !== null);
    if (key.length === is.key.length) unread.push({ row: work.row, key });
  }
  for (const [row, is] of await rowsNow(session, facts, unread)) now.set(row, is);
  return now;
}
