/** Sizes that the style sheet and the arithmetic of the grid share. */
export const rowPx = 26;
export const headPx = 28;
const digitPx = 7.3;
const gutterPaddingPx = 18;
const fewestDigits = 5;

/** Width of the row numbers: the same for all results of up to 99,999 rows, so that a growing one stands still. */
export function gutterWidth(rowCount: number): number {
  const digits = Math.max(fewestDigits, String(rowCount).length);
  return Math.ceil(digits * digitPx + gutterPaddingPx);
}
