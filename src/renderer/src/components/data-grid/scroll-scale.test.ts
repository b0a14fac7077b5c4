import { describe, expect, it } from 'vitest';
import { canvasPx, contentTop, maxCanvasPx, scrollTopOf } from './scroll-scale.ts';

const small = { contentPx: 5_000, viewPx: 500 };
const huge = { contentPx: 260_000_000, viewPx: 500 };

describe('scroll scale', () => {
  it('is exact as long as a browser can lay the content out', () => {
    expect(canvasPx(small)).toBe(5_000);
    expect(contentTop(small, 1_234.5)).toBe(1_234.5);
    expect(scrollTopOf(small, 1_234.5)).toBe(1_234.5);
  });

  it('reaches both ends of content of any height', () => {
    expect(canvasPx(huge)).toBe(maxCanvasPx);
    expect(contentTop(huge, 0)).toBe(0);
    expect(contentTop(huge, maxCanvasPx - 500)).toBe(260_000_000 - 500);
    expect(scrollTopOf(huge, 260_000_000 - 500)).toBe(maxCanvasPx - 500);
  });

  it('is its own inverse', () => {
    for (const top of [0, 1, 777_777, 129_999_750, 259_999_400]) {
      expect(contentTop(huge, scrollTopOf(huge, top))).toBeCloseTo(top, 3);
    }
  });

  it('never leaves the content', () => {
    expect(contentTop(small, 9_999)).toBe(4_500);
    expect(contentTop(small, -20)).toBe(0);
    expect(scrollTopOf({ contentPx: 100, viewPx: 500 }, 50)).toBe(0);
  });
});
