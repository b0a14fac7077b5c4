import { rowPx } from './grid-metrics.ts';
import { canvasPx, clampTop, contentTop, isScaled, type ScrollScale, scrollTopOf } from './scroll-scale.ts';

/** What of the content can be seen. `topPx` is a whole number of pixels of the content, whatever its height. */
export interface ViewportState {
  topPx: number;
  leftPx: number;
  widthPx: number;
  heightPx: number;
}

/** Where a virtual list or grid is scrolled to, outside React: followed from its scroller, or told to go somewhere. */
export class VirtualViewport {
  readonly #listeners = new Set<() => void>();
  #scroller: HTMLElement | null = null;
  #contentPx = 0;
  #state: ViewportState = { topPx: 0, leftPx: 0, widthPx: 0, heightPx: 0 };
  /** The scroll position that was set for `topPx`, which it may stand for only roughly. */
  #placedAt: number | null = null;

  /** Follows a scroller until the returned function is called. */
  readonly attach = (scroller: HTMLElement): (() => void) => {
    const life = new AbortController();
    const { signal } = life;
    this.#scroller = scroller;
    scroller.addEventListener('scroll', this.#onScroll, { passive: true, signal });
    scroller.addEventListener('wheel', this.#onWheel, { passive: false, signal });
    const observer = new ResizeObserver(() => this.#measure());
    observer.observe(scroller);
    this.#measure();
    return () => {
      life.abort();
      observer.disconnect();
      this.#scroller = null;
    };
  };

  /** Height of the content; its element must have `canvasPx` of it already. The place in it stays. */
  setContentHeight(contentPx: number): void {
    if (contentPx === this.#contentPx) return;
    this.#contentPx = contentPx;
    if (isScaled(this.#scale)) this.scrollTo({ topPx: this.#state.topPx });
    else this.#onScroll();
  }

  /** Height that the scrolled element is to have for content of `contentPx`. */
  canvasPx(contentPx: number): number {
    return canvasPx({ contentPx, viewPx: this.#state.heightPx });
  }

  scrollTo({ topPx, leftPx }: { topPx?: number; leftPx?: number }): void {
    const scroller = this.#scroller;
    if (scroller === null) return;
    if (leftPx !== undefined) scroller.scrollLeft = leftPx;
    const top = Math.round(clampTop(this.#scale, topPx ?? this.#state.topPx));
    scroller.scrollTop = scrollTopOf(this.#scale, top);
    this.#placedAt = scroller.scrollTop;
    this.#set({ topPx: top, leftPx: Math.round(scroller.scrollLeft) });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): ViewportState => this.#state;

  get #scale(): ScrollScale {
    return { contentPx: this.#contentPx, viewPx: this.#state.heightPx };
  }

  readonly #onScroll = (): void => {
    const scroller = this.#scroller;
    if (scroller === null) return;
    const leftPx = Math.round(scroller.scrollLeft);
    if (this.#placedAt !== null && Math.abs(scroller.scrollTop - this.#placedAt) < 1) {
      this.#set({ leftPx });
      return;
    }
    this.#placedAt = null;
    this.#set({ topPx: Math.round(contentTop(this.#scale, scroller.scrollTop)), leftPx });
  };

  /** Where one pixel of the scroller stands for many, a wheel still moves the content by its own pixels. */
  readonly #onWheel = (event: WheelEvent): void => {
    if (!isScaled(this.#scale) || event.ctrlKey || event.shiftKey || event.deltaY === 0) return;
    event.preventDefault();
    const unitPx = [1, rowPx, this.#state.heightPx][event.deltaMode] ?? 1;
    this.scrollTo({
      topPx: this.#state.topPx + event.deltaY * unitPx,
      leftPx: this.#state.leftPx + event.deltaX * unitPx,
    });
  };

  #measure(): void {
    if (this.#scroller === null) return;
    this.#set({ widthPx: this.#scroller.clientWidth, heightPx: this.#scroller.clientHeight });
    this.#onScroll();
  }

  #set(change: Partial<ViewportState>): void {
    const next = { ...this.#state, ...change };
    const same = (Object.keys(next) as (keyof ViewportState)[]).every(
      (key) => next[key] === this.#state[key],
    );
    if (same) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}
