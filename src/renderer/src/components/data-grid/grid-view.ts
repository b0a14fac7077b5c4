/** How a grid stands: to be found again as it was left. */
export interface GridView {
  topPx: number;
  leftPx: number;
  widths: readonly number[];
}
