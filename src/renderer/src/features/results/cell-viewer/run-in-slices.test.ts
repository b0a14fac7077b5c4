import { expect, it } from 'vitest';
import { runInSlices } from './run-in-slices.ts';

function* work(steps: number, stepMs: number): Generator<void, string> {
  for (let done = 0; done < steps; done += 1) {
    const until = performance.now() + stepMs;
    while (performance.now() < until);
    yield;
  }
  return 'done';
}

it('answers what the work comes to, others running in between', async () => {
  let between = 0;
  const timer = setInterval(() => {
    between += 1;
  }, 1);
  expect(await runInSlices(work(30, 2), new AbortController().signal)).toBe('done');
  clearInterval(timer);
  expect(between).toBeGreaterThan(0);
});

it('ends early when it is no longer wanted', async () => {
  const life = new AbortController();
  const result = runInSlices(work(30, 2), life.signal);
  life.abort();
  expect(await result).toBeNull();
});
