import { expect, it } from 'vitest';
import { readInBatches } from './read-in-batches.ts';

it('asks for what comes together at once, a few at a time, in order', async () => {
  const calls: string[][] = [];
  const read = readInBatches(async (names) => {
    calls.push(names);
    return Object.fromEntries(names.map((name) => [name, name.toUpperCase()]));
  }, 2);
  expect(await Promise.all(['a', 'b', 'c', 'd', 'e'].map(read))).toEqual(['A', 'B', 'C', 'D', 'E']);
  expect(calls).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
});

it('has one question under way at a time, and answers it before the next', async () => {
  const answers: (() => void)[] = [];
  const read = readInBatches(
    (names) =>
      new Promise<Record<string, number>>((resolve) => answers.push(() => resolve({ [`${names[0]}`]: 1 }))),
    1,
  );
  const [first, second] = [read('a'), read('b')];
  await expect.poll(() => answers.length).toBe(1);
  answers[0]?.();
  expect(await first).toBe(1);
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  expect(await second).toBe(1);
});

it('fails those of a batch that fails, and goes on', async () => {
  const read = readInBatches(async ([name]) => {
    if (name === 'bad') throw new Error('lost');
    return { [`${name}`]: 1 };
  }, 1);
  const [bad, good] = [read('bad'), read('good')];
  await expect(bad).rejects.toThrow('lost');
  expect(await good).toBe(1);
  expect(await read('later')).toBe(1);
});

it('answers undefined for what nobody knows', async () => {
  const read = readInBatches(async () => ({}), 5);
  expect(await read('gone')).toBeUndefined();
});
