import { useCallback } from 'react';
import { useTranslations } from 'use-intl';
import type { GridCell } from '../../../components/data-grid/grid-selection.ts';
import type { EditedRow } from '../staging/edited-rows.ts';
import type { TableSubject } from '../table-subject.ts';
import { jumpsFromValue, type RowJump } from './row-jumps.ts';
import { useJump } from './use-jump.ts';

interface CellJumps {
  /** Where the arrow of a cell leads; undefined: it has none. */
  jumpOf: (row: number, column: number) => string | undefined;
  onJump: (cell: GridCell) => void;
}

/** The way from a cell to the row that its foreign key refers to; of several the first, the menu has them all. */
export function useCellJumps({ place, relation }: TableSubject, rows: readonly EditedRow[]): CellJumps {
  const t = useTranslations('tables.cell');
  const { go, nameOf } = useJump({ place });
  const { schema } = place.relation;
  return {
    // biome-ignore lint/correctness/useExhaustiveDependencies: names differ by nothing but the schema
    jumpOf: useCallback(
      (row: number, column: number) => {
        const jump = firstJump(relation, rows, { row, column });
        return jump === null ? undefined : t('jump', { table: nameOf(jump.to) });
      },
      [relation, rows, schema, t],
    ),
    onJump: (cell) => {
      const jump = firstJump(relation, rows, cell);
      if (jump !== null) go(jump);
    },
  };
}

function firstJump(
  relation: TableSubject['relation'],
  rows: readonly EditedRow[],
  { row, column: index }: GridCell,
): RowJump | null {
  const cells = rows[row]?.cells;
  const column = relation.columns[index];
  return cells === undefined || column === undefined
    ? null
    : (jumpsFromValue(relation, cells, column.name)[0] ?? null);
}
