import type { StagedValue } from '../../../../shared/contract/row-changes.ts';
import type { RelationFacts } from '../../relations/relation-facts.ts';
import type { CheckedPart } from '../save-job.ts';
import type { RowWorkOf, WorkUnit } from './row-work.ts';
import { columnsOf } from './sent-columns.ts';

/** What one statement writes at most: rows, and characters of values that are sent for it. */
const maxRows = 10_000;
const maxCharacters = 16_000_000;

type Values = Readonly<Record<string, StagedValue>>;

/**
 * Updates, so that rows that are moved away from a deleted one do not go with it, then deletes, which make room for new
 * rows, then inserts; in as few statements as can be. Rows are inserted in their order, as numbers drawn for them should
 * follow it.
 */
export function toUnits({ facts, returnsFinalRows, checked: { works } }: CheckedPart): WorkUnit[] {
  const same = { facts, returnsFinalRows };
  const deletes = works.filter((work): work is RowWorkOf<'delete'> => work.kind === 'delete');
  const updates = works.filter((work): work is RowWorkOf<'update'> => work.kind === 'update');
  // Two saves of the same rows, which may not have locked them yet, come across them in the same order.
  updates.sort((one, other) => compareKeys(one.key, other.key));
  const inserts = works.filter((work): work is RowWorkOf<'insert'> => work.kind === 'insert');
  return [
    ...bySet(updates)
      .flatMap((rows) => chunks(rows, charactersOf))
      .map((rows): WorkUnit => ({ ...same, kind: 'update', rows })),
    ...chunks(deletes, () => 0).map((rows): WorkUnit => ({ ...same, kind: 'delete', rows })),
    ...stretches(facts, inserts)
      .flatMap((rows) => chunks(rows, charactersOf))
      .map((rows): WorkUnit => ({ ...same, kind: 'insert', rows })),
  ];
}

function compareKeys(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((part, index) => part !== other[index]);
  return at < 0 ? 0 : (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
}

/** The same rows as two units. */
export function halves(unit: WorkUnit): WorkUnit[] {
  switch (unit.kind) {
    case 'delete':
      return cut(unit.rows).map((rows) => ({ ...unit, rows }));
    case 'update':
      return cut(unit.rows).map((rows) => ({ ...unit, rows }));
    case 'insert':
      return cut(unit.rows).map((rows) => ({ ...unit, rows }));
  }
}

function cut<Row>(rows: readonly Row[]): Row[][] {
  const middle = Math.ceil(rows.length / 2);
  return [rows.slice(0, middle), rows.slice(middle)];
}

/** Rows of which the same columns are set. */
function bySet(rows: readonly RowWorkOf<'update'>[]): RowWorkOf<'update'>[][] {
  const sets = new Map<string, RowWorkOf<'update'>[]>();
  for (const row of rows) {
    const set = columnsOf(row.values);
    const known = sets.get(set);
    if (known === undefined) sets.set(set, [row]);
    else known.push(row);
  }
  return Array.from(sets.values());
}

/** Rows that follow each other and name the same columns; of views and foreign tables, and with no column, each alone. */
function stretches(
  { relation }: RelationFacts,
  rows: readonly RowWorkOf<'insert'>[],
): RowWorkOf<'insert'>[][] {
  const isStored = relation.kind === 'table' || relation.kind === 'partitioned-table';
  const none = columnsOf({});
  const all: RowWorkOf<'insert'>[][] = [];
  let last = '';
  for (const row of rows) {
    const set = columnsOf(onlySent(row.values));
    const current = all.at(-1);
    if (current === undefined || set !== last || set === none || !isStored) all.push([row]);
    else current.push(row);
    last = set;
  }
  return all;
}

/** A new row takes its defaults by not naming the columns. */
function onlySent(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value === null || typeof value === 'string'),
  );
}

function charactersOf({ values }: { values: Values }): number {
  let sum = 0;
  for (const value of Object.values(values)) if (typeof value === 'string') sum += value.length;
  return sum;
}

function chunks<Row>(rows: readonly Row[], sizeOf: (row: Row) => number): Row[][] {
  const all: Row[][] = [];
  let room = 0;
  for (const row of rows) {
    const size = sizeOf(row);
    const current = all.at(-1);
    if (current === undefined || current.length === maxRows || size > room) {
      all.push([row]);
      room = maxCharacters - size;
    } else {
      current.push(row);
      room -= size;
    }
  }
  return all;
}
