import { type RefObject, useEffect, useRef, useState } from 'react';
import type { GridHandle } from '../../../components/data-grid/data-grid.tsx';
import { selectCell } from '../../../components/data-grid/grid-selection.ts';
import type { EditedRow } from '../staging/edited-rows.ts';
import type { TableSubject } from '../table-subject.ts';
import type { RowProblem } from './row-problem.ts';

interface GoToInput {
  subject: TableSubject;
  rows: readonly EditedRow[];
  grid: RefObject<GridHandle | null>;
  onlyChanged: boolean;
  showOnlyChanged: (only: boolean) => void;
  problems: readonly RowProblem[];
}

/** Brings a changed row into sight, wherever it is; once for each save that was refused the first that is at fault. */
export function useGoTo(input: GoToInput): (id: string, column: string | undefined) => void {
  const { subject, rows, grid, onlyChanged, showOnlyChanged, problems } = input;
  const [sought, seek] = useState<{ id: string; column: string | undefined } | null>(null);
  const told = useRef(problems);

  // biome-ignore lint/correctness/useExhaustiveDependencies: when it is sought, and when other rows are there
  useEffect(() => {
    if (sought === null) return;
    const row = rows.findIndex(({ id }) => id === sought.id);
    if (row < 0 && !onlyChanged) return showOnlyChanged(true);
    seek(null);
    if (row < 0) return;
    const column = subject.relation.columns.findIndex(({ name }) => name === sought.column);
    const cell = { row, column: Math.max(0, column) };
    subject.change({ selection: selectCell(cell) });
    grid.current?.reveal(cell);
    grid.current?.focus();
  }, [sought, rows]);

  useEffect(() => {
    const [first] = problems;
    if (first !== undefined && told.current !== problems) seek({ id: first.id, column: first.columns[0] });
    told.current = problems;
  }, [problems]);

  return (id, column) => seek({ id, column });
}
