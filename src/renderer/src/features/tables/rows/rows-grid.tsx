import { type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { classNames } from '../../../components/class-names.ts';
import { DataGrid, type GridHandle } from '../../../components/data-grid/data-grid.tsx';
import type { GridCell } from '../../../components/data-grid/grid-selection.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { MenuAt } from '../../../components/menu-at.tsx';
import type { MenuEntry } from '../../../components/menu-popup.tsx';
import { visibleText } from '../../../components/visible-text.ts';
import { firstPage } from '../../../stores/table-view-store.ts';
import type { TableEdit } from '../saving/use-table-edit.ts';
import type { TableSubject } from '../table-subject.ts';
import { cycleOrder } from './cycle-order.ts';
import { gridColumns } from './grid-columns.ts';
import styles from './rows-view.module.css';
import { useCellJumps } from './use-cell-jumps.ts';
import { useFocusOnArrival } from './use-focus-on-arrival.ts';
import { useMenuPlace } from './use-menu-place.ts';

interface RowsGridProps {
  ref: Ref<GridHandle>;
  subject: TableSubject;
  edit: Pick<TableEdit, 'source' | 'selection' | 'editing' | 'looks' | 'rows'>;
  /** What the context menu of the active cell offers. */
  menu: readonly MenuEntry[];
  busy: boolean;
  /** What is said where rows would stand; null: they stand there. */
  note: string | null;
  onOpen: (cell: GridCell) => void;
  onEscape: (() => void) | undefined;
  onCopy: () => void;
  onFilter: () => void;
}

/** The rows of a page in a grid: sorted by its heads, with a menu for the active cell. */
export function RowsGrid({ ref, subject, edit, menu, busy, note, ...does }: RowsGridProps) {
  const t = useTranslations('tables');
  const { place, relation, view, change, readable } = subject;
  const { selection } = edit;
  const columns = useMemo(() => gridColumns(relation), [relation]);
  const frame = useRef<HTMLDivElement>(null);
  const grid = useRef<GridHandle>(null);
  const menuPlace = useMenuPlace(frame, selection, (next) => change({ selection: next }));
  const [start] = useState(() =>
    view.grid?.fingerprint === relation.fingerprint ? view.grid.view : undefined,
  );
  const jumps = useCellJumps(subject, edit.rows);
  useFocusOnArrival(place, grid);
  useImperativeHandle(ref, () => ({
    focus: () => grid.current?.focus(),
    reveal: (cell) => grid.current?.reveal(cell),
    edit: (cell) => grid.current?.edit(cell),
  }));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its cells have a menu, which the grid's keys open, too
    <div
      ref={frame}
      className={classNames(styles.frame, !readable && styles.stale)}
      aria-busy={busy}
      onContextMenu={menuPlace.onContextMenu}
    >
      <DataGrid
        ref={grid}
        label={t('rows.grid', { name: visibleText(relation.name) })}
        columns={columns}
        source={edit.source}
        selection={selection}
        onSelect={(next) => change({ selection: next })}
        start={start}
        onLeave={(left) => change({ grid: { fingerprint: relation.fingerprint, view: left } })}
        onOpen={does.onOpen}
        onEscape={does.onEscape}
        onCopy={does.onCopy}
        onFind={does.onFilter}
        order={view.order.map(({ column, descending }) => ({
          column: relation.columns.findIndex(({ name }) => name === column),
          descending,
        }))}
        onSort={(index, additive) => {
          const column = relation.columns[index];
          if (column?.canSort === true)
            change({ order: cycleOrder(view.order, column.name, additive), page: firstPage });
        }}
        editing={edit.editing}
        jumpOf={jumps.jumpOf}
        onJump={jumps.onJump}
        cellLook={edit.looks.cellLook}
        rowLook={edit.looks.rowLook}
        onKey={(event) => {
          if (event.key === 'Enter' && event.altKey) {
            jumps.onJump(selection.active);
            return true;
          }
          const opens = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
          if (opens) menuPlace.openAtActiveCell();
          return opens;
        }}
      />
      {note !== null && (
        <div className={styles.overlay}>
          <EmptyState title={note} />
        </div>
      )}
      <MenuAt
        label={t('cell.menu')}
        at={menuPlace.at}
        entries={menu}
        onClose={menuPlace.close}
        finalFocus={() => frame.current?.querySelector<HTMLElement>('[role=grid]') ?? null}
      />
    </div>
  );
}
