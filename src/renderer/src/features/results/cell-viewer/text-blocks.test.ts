import { expect, it } from 'vitest';
import { textBlocks } from './text-blocks.ts';

it.each([
  ['nothing', '', 0],
  ['a short text', 'a\nb', 1],
  ['lines', 'x'.repeat(99).concat('\n').repeat(1_000), 4],
  ['one long line', 'x'.repeat(100_000), 4],
])('cuts %s without losing any of it', (_name, text, count) => {
  const blocks = textBlocks(text);
  expect(blocks.join('')).toBe(text);
  expect(blocks).toHaveLength(count);
});

it('ends blocks with lines', () => {
  const blocks = textBlocks('x'.repeat(99).concat('\n').repeat(1_000));
  expect(blocks.every((block) => block.endsWith('\n'))).toBe(true);
});
