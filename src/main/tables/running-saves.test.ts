import { expect, it } from 'vitest';
import { RunningSaves } from './running-saves.ts';

const untilAborted = (signal: AbortSignal) =>
  new Promise<string>((resolve) => signal.addEventListener('abort', () => resolve('stopped')));

it('stops one save by its name, and no other', async () => {
  const saves = new RunningSaves();
  const left = new AbortController();
  const first = saves.run('1', undefined, untilAborted);
  const second = saves.run('2', left.signal, untilAborted);
  saves.cancel('1');
  expect(await first).toBe('stopped');
  left.abort();
  expect(await second).toBe('stopped');
});

it('knows nothing of a save that ended', async () => {
  const saves = new RunningSaves();
  const seen: AbortSignal[] = [];
  await saves.run('1', undefined, async (signal) => seen.push(signal));
  saves.cancel('1');
  expect(seen[0]?.aborted).toBe(false);
});
