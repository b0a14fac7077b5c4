import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { GridHandle } from '../../../components/data-grid/data-grid.tsx';
import { type GridCell, rangeOf, selectCell } from '../../../components/data-grid/grid-selection.ts';
import { TableSkeleton } from '../../../components/table-skeleton.tsx';
import type { PagePlace } from '../../../stores/table-view-store.ts';
import { toPlainCells } from '../../results/copy/to-plain-cells.ts';
import { isFiltered } from '../filter/is-filtered.ts';
import { turnFilter } from '../filter/turn-filter.ts';
import { PageBar } from '../paging/page-bar.tsx';
import { moveOfKey, pageMoves } from '../paging/page-moves.ts';
import { rowPosition } from '../paging/page-place.ts';
import { EditDialogs } from '../saving/edit-dialogs.tsx';
import { EditStatus } from '../saving/edit-status.tsx';
import { EditToolbar } from '../saving/edit-toolbar.tsx';
import { UndoSaveButton } from '../saving/undo-save-button.tsx';
import { pressEditKey, useEditCommands } from '../saving/use-edit-commands.ts';
import { useTableEdit } from '../saving/use-table-edit.ts';
import type { TableSubject } from '../table-subject.ts';
import { RowValue } from './row-value.tsx';
import { RowsCopyMenu } from './rows-copy-menu.tsx';
import { RowsGrid } from './rows-grid.tsx';
import { RowsNotices } from './rows-notices.tsx';
import styles from './rows-view.module.css';
import { useCellMenu } from './use-cell-menu.ts';
import { usePageTop } from './use-page-top.ts';
import { useRowCopying } from './use-row-copying.ts';
import { useRows } from './use-rows.ts';

interface RowsViewProps {
  subject: TableSubject;
  onExport: () => void;
}

/** The rows of a relation, page by page. Another relation or other columns are another view: give it another `key`. */
export function RowsView({ subject, onExport }: RowsViewProps) {
  const t = useTranslations('tables');
  const { relation, change } = subject;
  const rows = useRows(subject);
  const grid = useRef<GridHandle>(null);
  const [viewing, setViewing] = useState<GridCell | null>(null);
  // Another object each time: it is opened anew.
  const open = (cell: GridCell) => setViewing({ ...cell });
  const [previewing, setPreviewing] = useState(false);
  const edit = useTableEdit({
    subject,
    page: rows.shown?.page ?? null,
    firstRow: rows.shown === null ? 1 : (rowPosition(rows.shown.at, rows.shown.page).first ?? 1),
    grid,
    onOpen: open,
  });
  const commands = useEditCommands(edit);
  const { selection } = edit;
  const { active } = selection;
  const selected = rangeOf(selection);
  const rowCount = edit.rows.length;
  const copying = useRowCopying(subject, edit.rows, onExport);
  const copy = () => copying.copy(selected, toPlainCells);
  const row = edit.rows[active.row];
  const menu = useCellMenu({
    subject,
    row,
    column: active.column,
    onOpen: () => open(active),
    onCopy: copy,
  });
  usePageTop(grid, rows.shown?.at, active.column);

  const go = (page: PagePlace) => change({ page, selection: selectCell({ row: 0, column: active.column }) });
  const onKeyDown = (event: KeyboardEvent) => {
    const isInside = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (!isInside || pressEditKey(event, commands, edit.focusGrid)) return;
    const move = moveOfKey(event);
    if (move === null) return;
    event.preventDefault();
    const to = pageMoves(rows.shown)[move];
    if (to !== null && subject.blocked === null) go(to);
  };
  const closeValue = () => {
    setViewing(null);
    grid.current?.focus();
  };
  const noRows = t(rows.shown !== null && isFiltered(rows.shown.filter) ? 'rows.noneMatch' : 'rows.none');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its keys work wherever the focus is in it
    <div className={styles.view} onKeyDown={onKeyDown}>
      <EditToolbar edit={edit} commands={commands} onPreview={() => setPreviewing(true)} />
      <RowsNotices
        subject={subject}
        rows={rows}
        activeColumn={relation.columns[active.column]?.name ?? null}
        onLeaveFilter={() => {
          turnFilter(subject);
          grid.current?.focus();
        }}
      />
      <div className={styles.body}>
        {rows.shown === null ? (
          <div className={styles.frame}>{rows.error === null && <TableSkeleton />}</div>
        ) : (
          <RowsGrid
            ref={grid}
            subject={subject}
            edit={edit}
            menu={menu}
            busy={rows.reading}
            note={rowCount === 0 ? noRows : null}
            onOpen={open}
            onEscape={viewing === null ? undefined : closeValue}
            onCopy={copy}
            onFilter={() => turnFilter(subject)}
          />
        )}
        {viewing !== null && (
          <RowValue edit={edit} opening={isSameCell(viewing, active) ? viewing : null} onClose={closeValue} />
        )}
      </div>
      <EditStatus edit={edit} />
      <PageBar subject={subject} rows={rows} onGo={go} undo={<UndoSaveButton edit={edit} />}>
        <RowsCopyMenu {...{ subject, rowCount, selected, copying, onExport }} />
      </PageBar>
      <EditDialogs edit={edit} previewing={previewing} onClosePreview={() => setPreviewing(false)} />
    </div>
  );
}

const isSameCell = (one: GridCell, other: GridCell): boolean =>
  one.row === other.row && one.column === other.column;
