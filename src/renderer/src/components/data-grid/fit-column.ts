import { cellText } from './cell-text.ts';
import type { GridColumn, GridValue } from './grid-source.ts';

const paddingPx = 22;
const headGapPx = 8;
const keySignPx = 16;
const orderSignPx = 24;
/** The style sheet has it, too. */
const arrowPx = 18;
const narrowestPx = 48;
/** Of a column nobody has widened where room is short: long texts leave some for the others. */
const widestFirstPx = 380;
export const widestPx = 2_000;
const mostCharacters = 400;
/** By which a column may be wider than its first values. */
const mostGrowthPx = 40;

export const clampWidth = (widthPx: number, widest = widestPx): number =>
  Math.round(Math.min(Math.max(narrowestPx, widthPx), widest));

/**
 * Width at which name, type and the longest of the values can be read. Numbers get room for a count of all rows, as
 * keys grow. `measure` answers the pixels of a text.
 */
export function fitColumn(
  { name, type, align, isKey = false, canSort = false, leads = false }: GridColumn,
  values: readonly GridValue[],
  rowCount: number,
  measure: (text: string) => number,
): number {
  let longest = align === 'right' ? String(rowCount) : '';
  for (const value of values) {
    const text = value === null ? 'NULL' : typeof value === 'string' ? value : value.start;
    if (text.length > longest.length) longest = text;
  }
  const { pieces } = cellText(longest, mostCharacters, '');
  const signsPx = (isKey ? keySignPx : 0) + (canSort ? orderSignPx : 0);
  const headPx = measure(name) + headGapPx + measure(type) + signsPx;
  return (
    Math.max(headPx, measure(pieces.map(({ text }) => text).join('')) + (leads ? arrowPx : 0)) + paddingPx
  );
}

/**
 * Widths to begin with: what each column wants and some more, where the room allows it, as later values may be longer;
 * else long ones are cut, no shorter than `widestFirstPx`.
 */
export function firstWidths(wanted: readonly number[], roomPx: number): number[] {
  const ascending = wanted.toSorted((a, b) => a - b);
  let leftPx = roomPx;
  let capPx = widestFirstPx;
  for (const [index, widthPx] of ascending.entries()) {
    const sharePx = leftPx / (ascending.length - index);
    if (widthPx > sharePx) {
      capPx = Math.max(capPx, sharePx);
      break;
    }
    capPx = Math.max(capPx, widthPx);
    leftPx -= widthPx;
  }
  const fitted = wanted.map((widthPx) => clampWidth(widthPx, Math.min(capPx, widestPx)));
  const sparePx = Math.max(0, roomPx - fitted.reduce((sum, widthPx) => sum + widthPx, 0));
  const morePx = Math.min(mostGrowthPx, Math.floor(sparePx / fitted.length));
  return fitted.map((widthPx) => clampWidth(widthPx + morePx));
}
