import { describe, expect, it } from 'vitest';
import { chartPath } from './chart-path.ts';

const box = { width: 100, height: 22, windowMs: 1000, nowMs: 5000, top: 10 };

describe('chartPath', () => {
  it('puts now at the right and the largest value at the top', () => {
    const points = [
      { atMs: 4000, value: 0 },
      { atMs: 4500, value: 5 },
      { atMs: 5000, value: 10 },
    ];
    expect(chartPath(points, box)).toBe('M0.0 21.0 L50.0 11.0 L100.0 1.0');
  });

  it('leaves out what is older than the window and stops at the edges', () => {
    const points = [
      { atMs: 3999, value: 3 },
      { atMs: 4000, value: 99 },
      { atMs: 5000, value: -1 },
    ];
    expect(chartPath(points, box)).toBe('M0.0 1.0 L100.0 21.0');
  });

  it('draws nothing without two points, and a flat line without a scale', () => {
    expect(chartPath([{ atMs: 5000, value: 1 }], box)).toBe('');
    const flat = [4000, 5000].map((atMs) => ({ atMs, value: 0 }));
    expect(chartPath(flat, { ...box, top: 0 })).toBe('M0.0 21.0 L100.0 21.0');
  });
});
