import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import type { TableRow } from '../../../../../shared/contract/table-rows.ts';
import type { RowTarget } from './row-target.ts';
import type { StagedRow } from './staged-row.ts';
import { takeStep } from './staged-steps.ts';
import type { StagedTable } from './staged-table.ts';

export interface CellEdit {
  row: RowTarget;
  column: string;
  /** Undefined: back to what was read; in a new row back to the default. */
  value: StagedValue | undefined;
}

/**
 * Gives cells their values, all in one step. A value that equals what was read is no change; rows that are to be deleted
 * stay as they are.
 */
export function stageCells(table: StagedTable, edits: readonly CellEdit[]): StagedTable {
  const states = new Map<string, StagedRow | null>();
  for (const [target, ofRow] of byRow(edits)) {
    const state = table.rows.get(target.id) ?? null;
    if (state?.kind !== 'delete') states.set(target.id, editRow(table.columns, state, target, ofRow));
  }
  return takeStep(table, states);
}

function byRow(edits: readonly CellEdit[]): Iterable<readonly [RowTarget, CellEdit[]]> {
  const found = new Map<string, readonly [RowTarget, CellEdit[]]>();
  for (const edit of edits) {
    const known = found.get(edit.row.id);
    if (known === undefined) found.set(edit.row.id, [edit.row, [edit]]);
    else known[1].push(edit);
  }
  return found.values();
}

function editRow(
  columns: readonly string[],
  state: Exclude<StagedRow, { kind: 'delete' }> | null,
  target: RowTarget,
  edits: readonly CellEdit[],
): StagedRow | null {
  const values: Record<string, StagedValue> = { ...state?.values };
  if (state?.kind === 'insert' || target.kind === 'new') {
    if (state === null) return null;
    for (const { column, value } of edits) {
      if (value === undefined || isDefault(value)) delete values[column];
      else values[column] = value;
    }
    return sameValues(state.values, values) ? state : { ...state, values };
  }
  const base = state?.base ?? target.base;
  for (const { column, value } of edits) {
    if (value === undefined || value === baseValue(columns, base, column)) delete values[column];
    else values[column] = value;
  }
  if (Object.keys(values).length === 0) return null;
  if (state !== null && sameValues(state.values, values)) return state;
  return { kind: 'update', id: target.id, key: target.key, base, values };
}

export const isDefault = (value: StagedValue): value is { default: true } =>
  typeof value === 'object' && value !== null;

/** What was read there; undefined where only its beginning was. */
export function baseValue(
  columns: readonly string[],
  base: TableRow,
  column: string,
): string | null | undefined {
  const cell = base.cells[columns.indexOf(column)];
  return typeof cell === 'object' && cell !== null ? undefined : cell;
}

function sameValues(
  one: Readonly<Record<string, StagedValue>>,
  other: Readonly<Record<string, StagedValue>>,
): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && sameValue(one[name], other[name]))
  );
}

const sameValue = (one: StagedValue | undefined, other: StagedValue | undefined): boolean =>
  one === other || (one != null && other != null && typeof one === 'object' && typeof other === 'object');
