import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EngineStatus } from '../../shared/contract/engine.ts';
import type { EngineEvent } from '../docker/engine-types.ts';
import { ChangeFeed } from './change-feed.ts';

const everything = [
  'engine',
  'containers',
  'images',
  'volumes',
  'networks',
  'operations',
  'restore-points',
  'settings',
  'consoles',
  'catalog',
  'history',
];

/** Stands in for the engine connection: tells what the test says. */
class Source {
  readonly events = new Set<(event: EngineEvent) => void>();
  readonly statuses = new Set<(status: Pick<EngineStatus, 'state'>) => void>();

  onEvent(listener: (event: EngineEvent) => void): () => void {
    this.events.add(listener);
    return () => this.events.delete(listener);
  }

  onStatus(listener: (status: Pick<EngineStatus, 'state'>) => void): () => void {
    this.statuses.add(listener);
    return () => this.statuses.delete(listener);
  }

  event(type: string, action: string): void {
    for (const listener of this.events) listener({ type, action, actorId: 'x', attributes: {}, atMs: 0 });
  }

  status(state: EngineStatus['state']): void {
    for (const listener of this.statuses) listener({ state });
  }
}

let source: Source;
let feed: ChangeFeed;
beforeEach(() => {
  vi.useFakeTimers();
  source = new Source();
  feed = new ChangeFeed(source);
});
afterEach(() => {
  feed.dispose();
  vi.useRealTimers();
});

test('the first message names every topic', async () => {
  const watch = feed.watch(new AbortController().signal);
  expect((await watch.next()).value?.topics).toEqual(everything);
});

test('an event is told at once, those that follow within 50 ms together', () => {
  const told: string[][] = [];
  feed.onChange((topics) => told.push([...topics]));
  source.event('container', 'start');
  expect(told).toEqual([['containers']]);
  source.event('volume', 'create');
  source.event('container', 'die');
  source.event('container', 'destroy');
  expect(told).toHaveLength(1);
  vi.advanceTimersByTime(50);
  expect(told).toEqual([['containers'], ['volumes', 'containers']]);
});

test('a reader that is slow gets one message, not many', async () => {
  const watch = feed.watch(new AbortController().signal);
  await watch.next();
  for (let index = 0; index < 1_000; index++) {
    feed.publish('operations');
    feed.publish('settings');
    vi.advanceTimersByTime(60);
  }
  expect((await watch.next()).value?.topics.sort()).toEqual(['operations', 'settings']);
  const waiting = watch.next();
  feed.publish('volumes');
  vi.advanceTimersByTime(60);
  expect((await waiting).value?.topics).toEqual(['volumes']);
});

test('a connected engine makes everything stale, a lost one only itself', () => {
  const told: string[][] = [];
  feed.onChange((topics) => told.push([...topics]));
  source.status('unreachable');
  vi.advanceTimersByTime(100);
  source.status('connected');
  expect(told).toEqual([['engine'], everything]);
});

test('what only looks is not told', () => {
  const told: string[][] = [];
  feed.onChange((topics) => told.push([...topics]));
  source.event('container', 'archive-path');
  source.event('volume', 'mount');
  vi.advanceTimersByTime(100);
  expect(told).toEqual([]);
});

test('the watch ends with its signal and leaves nothing behind', async () => {
  const stop = new AbortController();
  const watch = feed.watch(stop.signal);
  await watch.next();
  const waiting = watch.next();
  stop.abort();
  expect((await waiting).done).toBe(true);
  feed.publish('volumes');
  expect((await watch.next()).done).toBe(true);
});

test('dispose stops listening to the engine', () => {
  feed.dispose();
  expect(source.events.size + source.statuses.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
