import type { RelationColumn } from '../../../../shared/contract/relations.ts';
import type { RowChange, StagedValue } from '../../../../shared/contract/row-changes.ts';
import type { TableRow } from '../../../../shared/contract/table-rows.ts';
import { keyOfRow } from '../lookup/key-of-row.ts';
import type { KeptPart, RowImage } from './kept-save.ts';

/** The changes that put rows back as they were; rows are only touched if they are still as the save left them. */
export function inverseChanges(part: KeptPart): RowChange[] {
  const { relation } = part;
  const changedRow = (row: string, now: TableRow) => ({
    row,
    key: keyOfRow(relation, now.cells) ?? [],
    version: now.version,
    before: now.cells,
  });
  return [
    ...part.inserted.map(({ row, now }): RowChange => ({ kind: 'delete', ...changedRow(row, now) })),
    ...part.updated.flatMap(({ image, edited, now }): RowChange[] => {
      const values = valuesOf(relation.columns, image, (column, at) => {
        if (!column.canUpdate) return false;
        // A long value may differ beyond what is known of it.
        return edited.includes(column.name) || (image.values[at] ?? null) !== now.cells[at];
      });
      const hasChanged = Object.keys(values).length > 0;
      return hasChanged ? [{ kind: 'update', ...changedRow(image.row, now), values }] : [];
    }),
    ...part.deleted.map((image): RowChange => {
      const values = valuesOf(
        relation.columns,
        image,
        ({ canInsert, identity }) => canInsert || identity === 'always',
      );
      return { kind: 'insert', row: image.row, values };
    }),
  ];
}

function valuesOf(
  columns: readonly RelationColumn[],
  { values }: RowImage,
  isWanted: (column: RelationColumn, at: number) => boolean,
): Record<string, StagedValue> {
  return Object.fromEntries(
    columns.flatMap((column, at) => (isWanted(column, at) ? [[column.name, values[at] ?? null]] : [])),
  );
}
