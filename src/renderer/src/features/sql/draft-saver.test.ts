import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type Draft, DraftSaver } from './draft-saver.ts';

let draft: Draft;
let saved: string[];
let outcomes: unknown[];
let answer: () => Promise<void>;

const saver = () =>
  new DraftSaver(
    async ({ text }) => {
      await answer();
      saved.push(text);
    },
    () => draft,
    (cause) => outcomes.push(cause),
  );

beforeEach(() => {
  vi.useFakeTimers();
  draft = { text: 'a', caret: 1 };
  saved = [];
  outcomes = [];
  answer = async () => undefined;
});
afterEach(() => {
  vi.useRealTimers();
});

it('saves a moment after the last change, once', async () => {
  const one = saver();
  one.changed(1);
  draft = { text: 'ab', caret: 2 };
  one.changed(2);
  expect(saved).toEqual([]);
  await vi.runAllTimersAsync();
  expect(saved).toEqual(['ab']);
  expect(outcomes).toEqual([null]);
});

it('saves at once on flush, and nothing when nothing changed', async () => {
  const one = saver();
  one.changed(1);
  await one.flush();
  await one.flush();
  expect(saved).toEqual(['a']);
  expect(vi.getTimerCount()).toBe(0);
});

it('has one save under way at a time, and saves the newest text last', async () => {
  const gates: (() => void)[] = [];
  answer = () => new Promise((resolve) => gates.push(resolve));
  const one = saver();
  one.changed(1);
  const first = one.flush();
  draft = { text: 'b', caret: 1 };
  one.changed(1);
  const second = one.flush();
  await vi.runAllTimersAsync();
  expect(gates).toHaveLength(1);
  gates[0]?.();
  await first;
  await vi.runAllTimersAsync();
  expect(gates).toHaveLength(2);
  gates[1]?.();
  await second;
  expect(saved).toEqual(['a', 'b']);
});

it('tells a failure, and tries again with the next flush', async () => {
  const lost = new Error('lost');
  answer = () => Promise.reject(lost);
  const one = saver();
  one.changed(1);
  await one.flush();
  expect(outcomes).toEqual([lost]);
  answer = async () => undefined;
  await one.flush();
  expect(saved).toEqual(['a']);
});

it('a draft that cannot be read is a failure like others', async () => {
  const gone = new Error('the editor is gone');
  const one = new DraftSaver(
    async () => undefined,
    () => {
      throw gone;
    },
    (cause) => outcomes.push(cause),
  );
  one.changed(1);
  await one.flush();
  await one.flush();
  expect(outcomes).toEqual([gone, gone]);
});

it('saves what is left when it ends', async () => {
  const one = saver();
  one.changed(1);
  one.dispose();
  await vi.runAllTimersAsync();
  expect(saved).toEqual(['a']);
  expect(vi.getTimerCount()).toBe(0);
});
