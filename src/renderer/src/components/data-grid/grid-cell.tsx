// biome-ignore-all lint/a11y/useSemanticElements: a table cannot hold a part of its rows and columns
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
import { memo } from 'react';
import { classNames } from '../class-names.ts';
import { visibleText } from '../visible-text.ts';
import { BooleanMark } from './boolean-mark.tsx';
import { cellText } from './cell-text.ts';
import styles from './grid-cell.module.css';
import type { CellLook } from './grid-looks.ts';
import type { GridValue } from './grid-source.ts';

export interface PlacedColumn {
  index: number;
  startPx: number;
  widthPx: number;
  align: 'left' | 'right';
  isBoolean: boolean;
  leads: boolean;
}

interface GridCellProps {
  /** Of the active cell. */
  id: string | undefined;
  column: PlacedColumn;
  /** Undefined while it is read. */
  value: GridValue | undefined;
  selected: boolean;
  highlight: string;
  look: CellLook | undefined;
  /** Undefined in a grid that is there to be read. */
  readOnly: boolean | undefined;
  /** Where its value leads. */
  jump: string | undefined;
}

/** No character is narrower. */
const narrowestCharacterPx = 4;

export function GridCell({ id, column, value, selected, highlight, look, readOnly, jump }: GridCellProps) {
  const problem = look?.problem;
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column.index + 1}
      aria-selected={selected}
      aria-readonly={readOnly}
      aria-invalid={problem !== undefined || undefined}
      title={problem}
      className={classNames(
        styles.cell,
        column.align === 'right' && styles.right,
        column.leads && styles.leads,
        selected && styles.selected,
        look?.isEdited === true && styles.edited,
        problem !== undefined && styles.invalid,
        id !== undefined && styles.active,
      )}
      style={{ left: column.startPx, width: column.widthPx }}
    >
      {look?.placeholder !== undefined ? (
        <span className={styles.placeholder}>{visibleText(look.placeholder)}</span>
      ) : column.isBoolean && typeof value === 'string' && value !== '' ? (
        <BooleanMark value={value} clickable={readOnly === false} />
      ) : (
        <CellValue value={value} widthPx={column.widthPx} highlight={highlight} />
      )}
      {jump !== undefined && <span aria-hidden="true" data-jump="" title={jump} className={styles.jump} />}
    </div>
  );
}

interface CellValueProps {
  value: GridValue | undefined;
  widthPx: number;
  highlight: string;
}

/** NULL is a word of its own look; an empty text is empty. */
const CellValue = memo(function CellValue({ value, widthPx, highlight }: CellValueProps) {
  if (value === undefined) return <span className={styles.bone} aria-hidden="true" />;
  if (value === null) return <span className={styles.null}>NULL</span>;
  const text = typeof value === 'string' ? value : value.start;
  const { pieces } = cellText(text, Math.ceil(widthPx / narrowestCharacterPx), highlight);
  const [first] = pieces;
  if (first === undefined) return null;
  if (pieces.length === 1 && !first.symbol && !first.match) return first.text;
  return pieces.map((piece, index) => {
    if (piece.match) {
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no identity and are drawn anew with the text
        <mark key={index} className={styles.match}>
          {piece.text}
        </mark>
      );
    }
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <span key={index} className={piece.symbol ? styles.symbol : undefined}>
        {piece.text}
      </span>
    );
  });
});
