import type { StagedValue } from '../../../../../shared/contract/row-changes.ts';
import type { TableRow } from '../../../../../shared/contract/table-rows.ts';
import { rowId } from './row-id.ts';
import { baseValue } from './stage-cells.ts';
import type { StagedRow } from './staged-row.ts';
import type { RowTransition, StagedColumns, StagedStep, StagedTable } from './staged-table.ts';

export interface SavedRows {
  /** As they were sent. */
  sent: ReadonlyMap<string, StagedRow>;
  /** How they are now, by the names they were sent under; deleted ones are not here. */
  now: ReadonlyMap<string, TableRow>;
  /** Steps from this number on were made after the rows were sent. */
  firstLaterStep: number;
}

/**
 * Takes over what was saved: saved rows are no longer staged, and what was done to them since they were sent is a change
 * of the rows as they are now. Steps up to the save are past; `Undo save` is for them.
 */
export function rebaseSaved(table: StagedTable, saved: SavedRows): StagedTable {
  const rows = new Map<string, StagedRow>();
  for (const [id, state] of table.rows) {
    if (!saved.sent.has(id)) rows.set(id, state);
  }
  for (const id of saved.sent.keys()) {
    const state = rebaseState(table, saved, id, table.rows.get(id) ?? null);
    if (state !== null) rows.set(state.id, state);
  }
  const isLater = ({ number }: StagedStep) => number >= saved.firstLaterStep;
  const rebase = (step: StagedStep) => rebaseStep(table, saved, step);
  return {
    ...table,
    rows,
    undo: table.undo.filter(isLater).map(rebase),
    // A step from before the save that was undone meanwhile stands in the way of those undone before it.
    redo: table.redo.every(isLater) ? table.redo.map(rebase) : [],
  };
}

function rebaseStep(table: StagedTable, saved: SavedRows, step: StagedStep): StagedStep {
  return {
    ...step,
    transitions: step.transitions.map((transition): RowTransition => {
      const { id } = transition;
      if (!saved.sent.has(id)) return transition;
      const before = rebaseState(table, saved, id, transition.before);
      const after = rebaseState(table, saved, id, transition.after);
      return { id: after?.id ?? before?.id ?? savedId(table, saved.now.get(id)) ?? id, before, after };
    }),
  };
}

/** What a state of a row that was sent means for the row as it is now. */
function rebaseState(
  table: StagedTable,
  { sent, now }: SavedRows,
  id: string,
  state: StagedRow | null,
): StagedRow | null {
  const was = sent.get(id);
  const base = now.get(id);
  if (was === undefined || state === was) return null;
  // It was deleted, and is wanted after all.
  if (base === undefined) return was.kind === 'insert' ? null : rowAgain(table, id, was.base, state);
  const key = keyOf(table, base);
  const name = key === null ? null : rowId(key);
  if (key === null || name === null) return null;
  if (state?.kind === 'delete' || (state === null && was.kind === 'insert')) {
    return { kind: 'delete', id: name, key, base };
  }
  const values = laterValues(table, was, state, base);
  return Object.keys(values).length === 0 ? null : { kind: 'update', id: name, key, base, values };
}

/** Values that were given to cells after the row was sent, or taken from them. */
function laterValues(
  { columns }: StagedTable,
  was: StagedRow,
  state: Exclude<StagedRow, { kind: 'delete' }> | null,
  base: TableRow,
): Record<string, StagedValue> {
  const sentValues = was.kind === 'delete' ? {} : was.values;
  const stateValues = state?.values ?? {};
  const values: Record<string, StagedValue> = {};
  for (const column of new Set([...Object.keys(sentValues), ...Object.keys(stateValues)])) {
    const value = Object.hasOwn(stateValues, column) ? stateValues[column] : takenBack(columns, was, column);
    if (value === undefined || sameSent(sentValues, column, value)) continue;
    if (value !== baseValue(columns, base, column)) values[column] = value;
  }
  return values;
}

/** What a cell is without the value that was sent; undefined where that is not at hand. */
function takenBack(columns: readonly string[], was: StagedRow, column: string): StagedValue | undefined {
  return was.kind === 'insert' ? { default: true } : baseValue(columns, was.base, column);
}

function sameSent(sent: Readonly<Record<string, StagedValue>>, column: string, value: StagedValue): boolean {
  if (!Object.hasOwn(sent, column)) return false;
  const before = sent[column];
  return (
    before === value ||
    (typeof before === 'object' && before !== null && typeof value === 'object' && value !== null)
  );
}

/** A row that is gone, to be inserted as it was and with what is staged for it. Values not at hand are left out. */
export function rowAgain(
  { columns, madeColumns }: StagedTable,
  id: string,
  base: TableRow,
  state: StagedRow | null,
): StagedRow | null {
  if (state?.kind === 'delete') return null;
  const values: Record<string, StagedValue> = {};
  for (const column of columns) {
    const value = baseValue(columns, base, column);
    if (value !== undefined && !madeColumns.includes(column)) values[column] = value;
  }
  return { kind: 'insert', id, values: { ...values, ...state?.values } };
}

/** Values of the columns that find a row; null where one is missing or not whole. */
export function keyOf({ columns, keyColumns }: StagedColumns, row: TableRow): string[] | null {
  const key = keyColumns.map((column) => row.cells[columns.indexOf(column)]);
  return key.every((value) => typeof value === 'string') ? key : null;
}

function savedId(table: StagedTable, now: TableRow | undefined): string | null {
  const key = now === undefined ? null : keyOf(table, now);
  return key === null ? null : rowId(key);
}
