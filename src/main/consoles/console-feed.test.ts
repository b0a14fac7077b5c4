import { describe, expect, test } from 'vitest';
import type { ConsoleState, ConsoleUpdate } from '../../shared/contract/consoles.ts';
import { ConsoleFeed } from './console-feed.ts';
import { ConsoleLog } from './console-log.ts';

const state: ConsoleState = {
  ...{ link: 'closed', reason: null, transaction: 'idle', database: 'shop', user: 'ana' },
  ...{ serverVersion: null, backendPid: null, running: null, expanded: false, timing: false, command: '' },
};

function openFeed() {
  const log = new ConsoleLog();
  const feed = new ConsoleFeed({ log, state: () => state, results: () => [] });
  const add = (text: string): void => {
    log.add({ kind: 'output', text });
    feed.touch('log');
  };
  return { log, feed, add };
}

async function next(updates: AsyncGenerator<ConsoleUpdate>): Promise<ConsoleUpdate> {
  const { value, done } = await updates.next();
  if (done === true) throw new Error('The feed ended');
  return value;
}

describe('what a window is told', () => {
  test('first everything, then what changed, together', async () => {
    const { feed, add } = openFeed();
    add('before');
    const updates = feed.watch(new AbortController().signal);
    expect(await next(updates)).toMatchObject({
      reset: true,
      state,
      results: [],
      entries: [{ text: 'before' }],
    });
    add('a');
    add('b');
    feed.touch('state');
    const update = await next(updates);
    expect(update).toMatchObject({ reset: false, state, entries: [{ text: 'a' }, { text: 'b' }] });
    expect(update.results).toBeUndefined();
    feed.touch('results');
    expect(await next(updates)).toEqual({ reset: false, entries: [], forgotten: 0, results: [] });
  });

  test('a flood in pieces of 500, and how many were let go of', async () => {
    const { feed, add } = openFeed();
    const updates = feed.watch(new AbortController().signal);
    await next(updates);
    for (let index = 1; index <= 10_600; index += 1) add(`${index}`);
    const first = await next(updates);
    expect(first).toMatchObject({ forgotten: 600, entries: { length: 500 } });
    expect(first.entries[0]).toMatchObject({ text: '601' });
    expect((await next(updates)).entries[0]).toMatchObject({ text: '1101' });
  });

  test('each of several windows gets everything', async () => {
    const { feed, add } = openFeed();
    const windows = [1, 2].map(() => feed.watch(new AbortController().signal));
    for (const updates of windows) await next(updates);
    add('a');
    for (const updates of windows) expect((await next(updates)).entries).toMatchObject([{ text: 'a' }]);
  });

  test('ends with the window and with the console', async () => {
    const { feed } = openFeed();
    const gone = new AbortController();
    const [left, closed] = [feed.watch(gone.signal), feed.watch(new AbortController().signal)];
    for (const updates of [left, closed]) await next(updates);
    const ends = [left.next(), closed.next()];
    gone.abort();
    expect(await ends[0]).toMatchObject({ done: true });
    feed.dispose();
    expect(await ends[1]).toMatchObject({ done: true });
  });
});
