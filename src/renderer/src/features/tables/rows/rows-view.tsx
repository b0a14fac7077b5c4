import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import type { GridHandle } from '../../../components/data-grid/data-grid.tsx';
import { rangeOf, selectCell } from '../../../components/data-grid/grid-selection.ts';
import { TableSkeleton } from '../../../components/table-skeleton.tsx';
import type { PagePlace } from '../../../stores/table-view-store.ts';
import { toPlainCells } from '../../results/copy/to-plain-cells.ts';
import { isFiltered } from '../filter/is-filtered.ts';
import { PageBar } from '../paging/page-bar.tsx';
import { moveOfKey, pageMoves } from '../paging/page-moves.ts';
import type { TableSubject } from '../table-subject.ts';
import { clampSelection } from './clamp-selection.ts';
import { RowCell } from './row-cell.tsx';
import { RowsCopyMenu } from './rows-copy-menu.tsx';
import { RowsGrid } from './rows-grid.tsx';
import { RowsNotices } from './rows-notices.tsx';
import styles from './rows-view.module.css';
import { useCellMenu } from './use-cell-menu.ts';
import { usePageTop } from './use-page-top.ts';
import { useRowCopying } from './use-row-copying.ts';
import { useRows } from './use-rows.ts';
import { useShownRows } from './use-shown-rows.ts';

interface RowsViewProps {
  subject: TableSubject;
  onExport: () => void;
}

const firstCell = selectCell({ row: 0, column: 0 });

/** The rows of a relation, page by page. Another relation or other columns are another view: give it another `key`. */
export function RowsView({ subject, onExport }: RowsViewProps) {
  const t = useTranslations('tables');
  const { relation, view, change } = subject;
  const rows = useRows(subject);
  const grid = useRef<GridHandle>(null);
  const shown = useShownRows(relation, rows.shown?.page ?? null);
  const [viewing, setViewing] = useState(false);
  const rowCount = shown.rows.length;
  const selection = clampSelection(view.selection ?? firstCell, {
    rows: rowCount,
    columns: relation.columns.length,
  });
  const { active } = selection;
  const selected = rangeOf(selection);
  const copying = useRowCopying(subject, shown.rows, onExport);
  const copy = () => copying.copy(selected, toPlainCells);
  const open = () => setViewing(true);
  const menu = useCellMenu({
    subject,
    row: shown.rows[active.row],
    column: active.column,
    onOpen: open,
    onCopy: copy,
  });
  usePageTop(grid, rows.shown?.at, active.column);

  const go = (page: PagePlace) => change({ page, selection: selectCell({ row: 0, column: active.column }) });
  const onKeyDown = (event: KeyboardEvent) => {
    const move = moveOfKey(event);
    if (move === null) return;
    event.preventDefault();
    const to = pageMoves(rows.shown)[move];
    if (to !== null && subject.blocked === null) go(to);
  };
  const turnFilter = () => change({ filterOpen: !view.filterOpen, filterDraft: null });
  const noRows = t(isFiltered(view.filter) ? 'rows.noneMatch' : 'rows.none');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys for pages work wherever the focus is in it
    <div className={styles.view} onKeyDown={onKeyDown}>
      <div className={styles.tools}>
        <Button aria-expanded={view.filterOpen} aria-keyshortcuts="Control+F" onClick={turnFilter}>
          {t('filter.open')}
        </Button>
      </div>
      <RowsNotices
        subject={subject}
        rows={rows}
        activeColumn={relation.columns[active.column]?.name ?? null}
      />
      <div className={styles.body}>
        {rows.shown === null ? (
          <div className={styles.frame}>{rows.error === null && <TableSkeleton />}</div>
        ) : (
          <RowsGrid
            ref={grid}
            subject={subject}
            source={shown.source}
            selection={selection}
            menu={menu}
            busy={rows.reading}
            note={rowCount === 0 ? noRows : null}
            onOpen={open}
            onEscape={viewing ? () => setViewing(false) : undefined}
            onCopy={copy}
            onFilter={turnFilter}
          />
        )}
        {viewing && (
          <RowCell
            subject={subject}
            row={shown.rows[active.row]}
            column={active.column}
            number={active.row + 1}
            onClose={() => {
              setViewing(false);
              grid.current?.focus();
            }}
          />
        )}
      </div>
      <PageBar subject={subject} rows={rows} onGo={go}>
        <RowsCopyMenu {...{ subject, rowCount, selected, copying, onExport }} />
      </PageBar>
    </div>
  );
}
