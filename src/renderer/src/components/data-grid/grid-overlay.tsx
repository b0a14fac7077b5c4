import type { CSSProperties } from 'react';
import { classNames } from '../class-names.ts';
import type { ColumnLayout } from './column-layout.ts';
import type { GridEditing } from './grid-editing.ts';
import { headPx, rowPx } from './grid-metrics.ts';
import styles from './grid-overlay.module.css';
import type { GridCell } from './grid-selection.ts';
import type { EditedCell, GridEditor } from './use-grid-editing.ts';
import type { ViewportState } from './virtual-viewport.ts';

interface GridOverlayProps {
  layout: ColumnLayout;
  view: ViewportState;
  /** The row that rows are placed from. */
  anchor: number;
  gutterPx: number;
  active: GridCell;
  /** What there is to say of the active cell; null: nothing. */
  note: string | null;
  editing: GridEditing | undefined;
  editor: GridEditor | null;
  onType: () => void;
}

/**
 * What lies over the cells: the editor of one, and what there is to say of the active one, which its description and
 * the grid's status tell to others. It scrolls with them.
 */
export function GridOverlay(props: GridOverlayProps) {
  const { gutterPx, note, editor } = props;
  if (editor === null && note === null) return null;
  return (
    <div role="presentation" className={styles.layer} style={{ left: gutterPx }}>
      <EditorFrame {...props} edited={editor?.edited ?? null} />
      {note !== null && (
        // Told by the grid itself, in which nothing but rows may stand.
        <div
          aria-hidden="true"
          className={classNames(styles.note, editor?.refusal == null && styles.problem)}
          style={noteStyle(props)}
        >
          {note}
        </div>
      )}
    </div>
  );
}

const noteGapPx = 3;

/** By the active cell, towards the middle of what is in sight. */
function noteStyle({ layout, anchor, gutterPx, active, view }: GridOverlayProps): CSSProperties {
  const { [active.column]: startPx = 0 } = layout.starts;
  const { [active.column]: widthPx = 0 } = layout.widths;
  const roomPx = view.widthPx - gutterPx;
  const isLow = isNearEnd(active, view);
  const isRight = startPx - view.leftPx > roomPx / 2;
  return {
    top: (active.row - anchor + (isLow ? 0 : 1)) * rowPx + (isLow ? -noteGapPx : noteGapPx),
    left: isRight ? Math.min(startPx + widthPx, view.leftPx + roomPx) : Math.max(startPx, view.leftPx),
    maxWidth: Math.max(200, Math.min(420, roomPx)),
    transform: `translate(${isRight ? '-100%' : '0'}, ${isLow ? '-100%' : '0'})`,
  };
}

/** Room that is enough to the right of where an editor begins. */
const enoughPx = 320;

/** Whether an editor grows to the left of its cell, where there is more room, and how far it may. */
function placeAcross(
  startPx: number,
  widthPx: number,
  { leftPx, widthPx: viewPx }: ViewportState,
  gutterPx: number,
): { isLeft: boolean; mostWidthPx: number } {
  const rightPx = viewPx - gutterPx - (startPx - leftPx) - 4;
  const beforePx = startPx + widthPx - leftPx;
  const isLeft = rightPx > 0 && rightPx < enoughPx && beforePx > rightPx;
  return { isLeft, mostWidthPx: Math.max(widthPx, isLeft ? beforePx : rightPx) };
}

/** An editor stays in the document while its cell is scrolled away, and comes back into sight with the next key. */
function EditorFrame(props: GridOverlayProps & { edited: EditedCell | null }) {
  const { edited, editing, layout, view, anchor, gutterPx, onType } = props;
  if (edited === null || editing === undefined) return null;
  const { cell, rowKey, start, close } = edited;
  const { [cell.column]: startPx = 0 } = layout.starts;
  const { [cell.column]: widthPx = 0 } = layout.widths;
  const isLow = isNearEnd(cell, view);
  const { isLeft, mostWidthPx } = placeAcross(startPx, widthPx, view, gutterPx);
  const topInView = headPx + cell.row * rowPx - view.topPx;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot hold a part of its rows and columns
    // biome-ignore lint/a11y/useFocusableInteractive: the control in it has the focus
    // biome-ignore lint/a11y/useKeyWithClickEvents: clicks in it are not for the cells below
    <div
      role="row"
      className={styles.editor}
      data-grows={isLow ? 'up' : 'down'}
      data-side={isLeft ? 'left' : 'right'}
      style={{
        top: (cell.row - anchor + (isLow ? 1 : 0)) * rowPx,
        left: startPx + (isLeft ? widthPx : 0),
        minWidth: widthPx,
        transform: `translate(${isLeft ? '-100%' : '0'}, ${isLow ? '-100%' : '0'})`,
      }}
      onPointerDown={(event) => event.stopPropagation()}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDownCapture={onType}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <div key={`${rowKey} ${cell.column}`} role="gridcell" className={styles.place}>
        {editing.renderEditor({
          cell,
          widthPx,
          mostWidthPx,
          mostHeightPx: Math.max(rowPx, isLow ? topInView - headPx + rowPx : view.heightPx - topInView - 4),
          start,
          close,
        })}
      </div>
    </div>
  );
}

const rowsForGrowth = 6;

/** Whether there is more room above a cell than below it, and little below. */
function isNearEnd({ row }: GridCell, { topPx, heightPx }: ViewportState): boolean {
  const abovePx = row * rowPx - topPx;
  const belowPx = heightPx - headPx - abovePx - rowPx;
  return belowPx < rowsForGrowth * rowPx && abovePx > belowPx;
}
