import type { ForeignKey } from '../../../../shared/contract/relations.ts';
import type { SideEffect } from '../../../../shared/contract/row-changes.ts';
import type { SessionQuery } from '../../../postgres/console-connection.ts';
import { readRelationFacts } from '../../relations/read-relation-facts.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import { inSavepoint } from '../../transactions/in-savepoint.ts';
import { type FoundRow, findRows } from '../lookup/find-rows.ts';
import { countReferring } from './count-referring.ts';

/** Rows of one relation that a foreign key takes along, as they are before. */
export interface CaughtRows {
  facts: RelationFacts;
  action: SideEffect['action'];
  /** Columns that the foreign key changes. */
  columns: readonly string[];
  rows: FoundRow[];
}

export interface SideEffects {
  effects: SideEffect[];
  /** Parents before children. */
  caught: CaughtRows[];
  /** Not all rows could be read: too many, too deep, or not to be seen by this role. */
  isPartial: boolean;
}

/** More rows of one table are counted and not read. */
const maxRows = 50_000;
const maxDepth = 50;

/** Whether a row will not refer any more by this foreign key to what it refers to now. */
export type MovedAway = (key: ForeignKey, row: FoundRow) => boolean;

interface Walk extends SideEffects {
  isMovedAway: MovedAway;
  session: SessionQuery;
  /** Places of rows that go anyway. */
  going: Set<string>;
}

/** What the server will do to other rows when these are deleted: each row once, by the first foreign key that takes it. */
export async function findSideEffects(
  session: SessionQuery,
  facts: RelationFacts,
  deleted: readonly FoundRow[],
  isMovedAway: MovedAway,
): Promise<SideEffects> {
  const going = new Set(deleted.map(({ place }) => place));
  const walk: Walk = { session, going, isMovedAway, effects: [], caught: [], isPartial: false };
  await follow(walk, facts, deleted, 0);
  const { effects, caught, isPartial } = walk;
  return {
    effects: mergeEqual(effects),
    caught: caught.map((one) =>
      one.action === 'delete' ? one : { ...one, rows: one.rows.filter(({ place }) => !going.has(place)) },
    ),
    isPartial,
  };
}

async function follow(
  walk: Walk,
  facts: RelationFacts,
  rows: readonly FoundRow[],
  depth: number,
): Promise<void> {
  if (rows.length === 0) return;
  for (const key of facts.relation.referencedBy) {
    const action = actionOf(key);
    if (action === null) continue;
    if (depth === maxDepth) {
      walk.isPartial = true;
      return;
    }
    const tried = await inSavepoint(walk.session, () => findReferring(walk, key, action, facts, rows));
    if (!tried.ok) {
      walk.isPartial = true;
      continue;
    }
    const { value: caught } = tried;
    if (caught !== null && action === 'delete') await follow(walk, caught.facts, caught.rows, depth + 1);
  }
}

async function findReferring(
  walk: Walk,
  key: ForeignKey,
  action: SideEffect['action'],
  to: RelationFacts,
  rows: readonly FoundRow[],
): Promise<CaughtRows | null> {
  const { session, going, isMovedAway } = walk;
  const { from, name, fromColumns, toColumns } = key;
  const keys = rows.flatMap(({ cells }) => {
    const values = toColumns.map(
      (column) => cells[to.relation.columns.findIndex((one) => one.name === column)],
    );
    const whole = values.filter((value) => typeof value === 'string');
    return whole.length === values.length ? [whole] : [];
  });
  const facts = await readRelationFacts(session, from, null);
  const count = await countReferring(session, facts, fromColumns, keys);
  if (count === 0) return null;
  if (count > maxRows) {
    walk.effects.push({ relation: from, constraint: name, action, rows: count });
    walk.isPartial = true;
    return null;
  }
  const found = await findRows(session, facts, { keys, columns: fromColumns, lock: 'update' });
  const caught = found.rows.flat().filter((row) => !going.has(row.place) && !isMovedAway(key, row));
  if (caught.length === 0) return null;
  walk.effects.push({ relation: from, constraint: name, action, rows: caught.length });
  if (action === 'delete') for (const { place } of caught) going.add(place);
  const part = { facts, action, columns: fromColumns, rows: caught };
  walk.caught.push(part);
  return part;
}

function actionOf({ onDelete }: ForeignKey): SideEffect['action'] | null {
  switch (onDelete) {
    case 'cascade':
      return 'delete';
    case 'set null':
      return 'set-null';
    case 'set default':
      return 'set-default';
    case 'no action':
    case 'restrict':
      return null;
  }
}

/** A table that refers to itself is met once for each generation. */
function mergeEqual(effects: readonly SideEffect[]): SideEffect[] {
  const merged = new Map<string, SideEffect>();
  for (const effect of effects) {
    const { relation, constraint } = effect;
    const id = JSON.stringify([relation.schema, relation.name, constraint]);
    merged.set(id, { ...effect, rows: effect.rows + (merged.get(id)?.rows ?? 0) });
  }
  return Array.from(merged.values());
}
