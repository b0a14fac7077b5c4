import { expect, test } from 'vitest';
import { LogBuffer } from './log-buffer.ts';

const line = (text: string) => ({ atMs: 1, stream: 'stdout' as const, text });

test('gives at most 1,000 lines at a time, in order', () => {
  const buffer = new LogBuffer();
  for (let index = 0; index < 2_500; index++) buffer.push(line(String(index)));
  const batches = [buffer.take(), buffer.take(), buffer.take(), buffer.take()];
  expect(batches.map((batch) => batch?.lines.length)).toEqual([1_000, 1_000, 500, undefined]);
  expect(batches[1]?.lines[0]?.text).toBe('1000');
});

test('drops the oldest and counts them', () => {
  const buffer = new LogBuffer();
  for (let index = 0; index < 50_000; index++) buffer.push(line(String(index)));
  const batch = buffer.take();
  expect(batch?.dropped).toBe(30_000);
  expect(batch?.lines[0]?.text).toBe('30000');
  expect(buffer.take()?.dropped).toBe(0);
});

test('is bounded by size too', () => {
  const buffer = new LogBuffer();
  for (let index = 0; index < 3_000; index++) buffer.push(line('x'.repeat(16_000)));
  expect(buffer.size).toBeLessThan(1_100);
});
