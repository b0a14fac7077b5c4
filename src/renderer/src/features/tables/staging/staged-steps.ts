import type { StagedRow } from './staged-row.ts';
import type { RowTransition, StagedTable } from './staged-table.ts';

/** Older steps can no longer be undone. */
const mostSteps = 500;

export type RowStates = ReadonlyMap<string, StagedRow | null>;

/** Makes rows what `next` says, as one step. What is already so is no step. */
export function takeStep(table: StagedTable, next: RowStates): StagedTable {
  const transitions: RowTransition[] = [];
  for (const [id, after] of next) {
    const before = table.rows.get(id) ?? null;
    if (before !== after) transitions.push({ id, before, after });
  }
  if (transitions.length === 0) return table;
  return {
    ...table,
    rows: withStates(table.rows, next),
    undo: [...table.undo, { number: table.nextStep, transitions }].slice(-mostSteps),
    redo: [],
    nextStep: table.nextStep + 1,
  };
}

export function undoStep(table: StagedTable): StagedTable {
  const step = table.undo.at(-1);
  if (step === undefined) return table;
  return {
    ...table,
    rows: withStates(table.rows, new Map(step.transitions.map(({ id, before }) => [id, before]))),
    undo: table.undo.slice(0, -1),
    redo: [...table.redo, step],
  };
}

export function redoStep(table: StagedTable): StagedTable {
  const step = table.redo.at(-1);
  if (step === undefined) return table;
  return {
    ...table,
    rows: withStates(table.rows, new Map(step.transitions.map(({ id, after }) => [id, after]))),
    undo: [...table.undo, step],
    redo: table.redo.slice(0, -1),
  };
}

/** Takes back everything at once; one `Undo` brings it back. */
export const discardAll = (table: StagedTable): StagedTable =>
  takeStep(table, new Map([...table.rows.keys()].map((id) => [id, null])));

/** The same rows with some of them in another state. */
export function withStates(
  rows: ReadonlyMap<string, StagedRow>,
  states: RowStates,
): ReadonlyMap<string, StagedRow> {
  const next = new Map(rows);
  for (const [id, state] of states) {
    if (state === null) next.delete(id);
    else next.set(id, state);
  }
  return next;
}
