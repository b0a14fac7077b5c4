/**
 * The tallest element that every browser lays out exactly (Firefox ends at 17.8, Chromium at 33.5 million px). Taller
 * content is scrolled in proportion.
 */
export const maxCanvasPx = 16_000_000;

/** How a scroller of limited height stands for content of any height. */
export interface ScrollScale {
  /** Height of all of the content. */
  contentPx: number;
  /** Height of what can be seen of it. */
  viewPx: number;
}

export const canvasPx = ({ contentPx }: ScrollScale): number => Math.min(contentPx, maxCanvasPx);

export const isScaled = ({ contentPx }: ScrollScale): boolean => contentPx > maxCanvasPx;

const contentRange = ({ contentPx, viewPx }: ScrollScale) => Math.max(0, contentPx - viewPx);
const canvasRange = (scale: ScrollScale) => Math.max(0, canvasPx(scale) - scale.viewPx);

export const clampTop = (scale: ScrollScale, topPx: number): number =>
  Math.min(Math.max(0, topPx), contentRange(scale));

/** Where in the content a scroll position stands. */
export function contentTop(scale: ScrollScale, scrollTop: number): number {
  if (!isScaled(scale)) return clampTop(scale, scrollTop);
  return clampTop(scale, (scrollTop / canvasRange(scale)) * contentRange(scale));
}

/** The scroll position that stands for a place in the content. */
export function scrollTopOf(scale: ScrollScale, topPx: number): number {
  const top = clampTop(scale, topPx);
  return isScaled(scale) ? (top / contentRange(scale)) * canvasRange(scale) : top;
}
