import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeRowFrame, rowFrameEnd } from './row-frame.ts';
import { RowIndex } from './row-index.ts';
import '../../shared/repeatable-properties.test-support.ts';

test('finds the span of every row, however rows arrive', () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(lengths, fc.integer({ min: 1, max: 60 }), (given, chunkRows) => {
      const index = new RowIndex(100);
      const frames = given.map((length) => encodeRowFrame(['x'.repeat(length)]));
      for (let at = 0; at < frames.length; at += chunkRows) {
        const chunk = frames.slice(at, at + chunkRows);
        index.add(Buffer.concat(chunk), chunk.length);
      }
      const all = Buffer.concat(frames);
      expect([index.rowCount, index.sizeBytes]).toEqual([frames.length, all.length]);
      let offset = 0;
      for (const [row, frame] of frames.entries()) {
        const span = index.span(index.positionOf(row));
        expect(span).not.toBeNull();
        if (span === null) return;
        let at = span.offset;
        for (let current = span.firstRow; current < row; current += 1) at = rowFrameEnd(all, at);
        expect(at).toBe(offset);
        expect(span.endOffset).toBeGreaterThanOrEqual(offset + frame.length);
        expect(span.endOffset - span.offset).toBeLessThanOrEqual(100);
        offset += frame.length;
      }
    }),
  );
});

test('a row that is longer than a span has one of its own', () => {
  const index = new RowIndex(50);
  const frames = [1, 200, 1, 1].map((length) => encodeRowFrame(['x'.repeat(length)]));
  index.add(Buffer.concat(frames), frames.length);
  expect([0, 1, 2].map((position) => index.span(position)?.firstRow)).toEqual([0, 1, 2]);
  expect(index.positionOf(3)).toBe(2);
  expect(index.span(3)).toBeNull();
});

test('nothing came yet', () => {
  const index = new RowIndex();
  expect([index.positionOf(0), index.span(-1), index.span(0)]).toEqual([-1, null, null]);
});
