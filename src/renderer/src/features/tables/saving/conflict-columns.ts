import type { Cell } from '../../../../../shared/contract/results.ts';
import type { SaveConflict, StagedValue } from '../../../../../shared/contract/row-changes.ts';
import { stagedValue } from '../staging/edited-rows.ts';
import type { StagedRow } from '../staging/staged-row.ts';

export interface ConflictColumn {
  name: string;
  read: Cell;
  /** Undefined: the row is gone. */
  theirs: Cell | undefined;
  /** Undefined: the row is to be deleted. */
  mine: Cell | StagedValue | undefined;
  theirsDiffers: boolean;
  mineDiffers: boolean;
}

/** Columns that are not the same in all versions of a row, and how many are. */
export function conflictColumns(
  columns: readonly string[],
  staged: Exclude<StagedRow, { kind: 'insert' }>,
  { current }: SaveConflict,
): { differing: ConflictColumn[]; same: number } {
  const differing = columns.flatMap((name, index): ConflictColumn[] => {
    const read = staged.base.cells[index] ?? null;
    const theirs = current === null ? undefined : (current.cells[index] ?? null);
    const value = stagedValue(staged, name);
    const mine = staged.kind === 'delete' ? undefined : value === undefined ? read : value;
    const theirsDiffers = theirs !== undefined && !isSame(read, theirs);
    const mineDiffers = value !== undefined;
    return theirsDiffers || mineDiffers || current === null
      ? [{ name, read, theirs, mine, theirsDiffers, mineDiffers }]
      : [];
  });
  return { differing, same: columns.length - differing.length };
}

function isSame(one: Cell, other: Cell): boolean {
  if (one === null || other === null || typeof one === 'string' || typeof other === 'string')
    return one === other;
  return one.start === other.start && one.lengthBytes === other.lengthBytes;
}
