import { beforeEach, expect, it } from 'vitest';
import type { ConsoleEntry, ConsoleUpdate } from '../../../../shared/contract/consoles.ts';
import { ConsoleFeed } from './console-feed.ts';

let tell: (update: ConsoleUpdate) => void;
let watching: AbortSignal;
let watches: number;
let feed: ConsoleFeed;

const entry = (id: number): ConsoleEntry => ({
  id,
  atMs: 0,
  kind: 'statement',
  text: '',
  place: null,
  command: 'SELECT 1',
  durationMs: 1,
  resultId: null,
});
const update = (ids: number[], reset = false): ConsoleUpdate => ({
  reset,
  entries: ids.map(entry),
  forgotten: 0,
  results: [],
});

beforeEach(() => {
  watches = 0;
  feed = new ConsoleFeed((onUpdate, signal) => {
    watches += 1;
    tell = onUpdate;
    watching = signal;
    return Promise.resolve();
  });
});

it('is watched once while somebody listens, and empties when nobody does', () => {
  const first = feed.subscribe(() => undefined);
  const second = feed.subscribe(() => undefined);
  expect(watches).toBe(1);
  tell(update([0, 1], true));
  expect(feed.entries.length).toBe(2);
  first();
  expect(watching.aborted).toBe(false);
  second();
  expect(watching.aborted).toBe(true);
  expect(feed.entries.length).toBe(0);
  tell(update([2]));
  expect(feed.entries.length).toBe(0);
});

it('counts what belongs to the last run, also what came before the call was answered', () => {
  feed.subscribe(() => undefined);
  tell(update([0, 1], true));
  expect(feed.outcome.statements).toBe(0);
  const first = feed.nextEntryId;
  tell(update([2, 3]));
  feed.beginRun(first);
  tell(update([4]));
  expect(feed.outcome.statements).toBe(3);
  feed.beginRun(feed.nextEntryId);
  expect(feed.outcome.statements).toBe(0);
});

it('counts a run once when everything is told again', () => {
  feed.subscribe(() => undefined);
  tell(update([0], true));
  feed.beginRun(feed.nextEntryId);
  tell(update([1, 2]));
  tell(update([0, 1, 2], true));
  expect(feed.outcome.statements).toBe(2);
  expect(feed.entries.length).toBe(3);
});

it('keeps the newest entries of a long log', () => {
  feed.subscribe(() => undefined);
  tell(update([], true));
  for (let at = 0; at < 12_500; at += 500)
    tell(update(Array.from({ length: 500 }, (_, index) => at + index)));
  expect(feed.entries.length).toBe(10_000);
  expect(feed.entries.at(0)?.id).toBe(2_500);
  expect(feed.entries.at(9_999)?.id).toBe(12_499);
  expect(feed.entries.forgotten).toBe(2_500);
});
