import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Operation } from '../../shared/contract/operations.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { lasting, RunnerBench } from './runner-bench.test-support.ts';
import { testPlan } from './test-plan.test-support.ts';

let bench: RunnerBench;

beforeEach(async () => {
  bench = await RunnerBench.open();
});

afterEach(() => bench.dispose());

function failure(): never {
  throw new AppFailure({ code: 'not-ready', waitedMs: 5, lines: ["ALTER ROLE shop PASSWORD 'hush'"] });
}

test('steps run in order and are told with their commands and times', async () => {
  const test = testPlan([
    { name: 'stop-container' },
    { name: 'create-container', run: async () => 'skipped' },
  ]);
  const operation = await bench.run(test);
  expect(test.trace).toEqual(['run stop-container', 'run create-container']);
  expect(operation).toMatchObject({ state: 'succeeded', error: null, recovery: null });
  expect(operation.steps).toMatchObject([
    { name: 'stop-container', command: 'do stop-container', state: 'done', durationMs: expect.any(Number) },
    { name: 'create-container', state: 'skipped' },
  ]);
});

test('a failure takes back what happened, newest first, the failed step included', async () => {
  const test = testPlan([
    { name: 'create-volume' },
    { name: 'create-container' },
    { name: 'start-container', run: failure },
    { name: 'count-rows' },
  ]);
  const operation = await bench.run(test);
  expect(test.trace.slice(3)).toEqual([
    'undo start-container',
    'undo create-container',
    'undo create-volume',
  ]);
  expect(operation.state).toBe('failed');
  expect(operation.steps.map(({ state }) => state)).toEqual(['undone', 'undone', 'undone', 'pending']);
});

test('passwords of failed statements stay out of the error and the journal', async () => {
  const operation = await bench.run(testPlan([{ name: 'start-container', run: failure }]));
  expect(JSON.stringify(operation.error)).toContain('ALTER ROLE shop');
  expect(JSON.stringify(operation.error)).not.toContain('hush');
  expect(await readFile(join(bench.folder, 'operations.jsonl'), 'utf8')).not.toContain('hush');
});

test('a cancel ends the running step and takes everything back', async () => {
  const { begun, run: wait } = lasting();
  const test = testPlan([{ name: 'create-volume' }, { name: 'wait-until-ready', run: wait }]);
  const id = await bench.start(test.plan);
  await begun;
  bench.runner.cancel(id);
  expect(await bench.runner.ended(id)).toMatchObject({ state: 'cancelled', error: null });
  expect(test.trace).toContain('undo create-volume');
});

test('after a final step began there is no way back but forward', async () => {
  let broken = true;
  const test = testPlan([
    { name: 'rename-container' },
    {
      name: 'remove-old-container',
      final: true,
      run: async () => (broken ? failure() : 'done'),
    },
  ]);
  const left = await bench.run(test);
  expect(left).toMatchObject({ state: 'interrupted', error: { code: 'not-ready' } });
  expect(test.trace).not.toContain('undo rename-container');
  broken = false;
  await bench.runner.finish(left.id);
  expect((await bench.runner.ended(left.id)).state).toBe('succeeded');
  expect(test.trace.filter((entry) => entry === 'run rename-container')).toHaveLength(1);
});

test('what cannot be taken back now waits, and keeps others off until it is', async () => {
  let broken = true;
  const test = testPlan([
    { name: 'rename-container', undo: async () => (broken ? failure() : undefined) },
    { name: 'start-container', run: failure },
  ]);
  const left = await bench.run(test);
  expect(left.state).toBe('interrupted');
  await expect(bench.start(testPlan([]).plan)).rejects.toMatchObject({
    appError: { code: 'busy', subject: 'shop', operationId: left.id },
  });
  broken = false;
  await bench.runner.rollBack(left.id);
  expect((await bench.runner.ended(left.id)).state).toBe('rolled-back');
  expect((await bench.run(testPlan([]))).state).toBe('succeeded');
});

test('one at a time on a subject, any number on different ones', async () => {
  const { begun, run: wait } = lasting();
  const id = await bench.start(testPlan([{ name: 'wait-until-ready', run: wait }]).plan);
  await begun;
  expect(bench.runner.runningOn('shop')).toBe(id);
  expect(bench.runner.hasRunning()).toBe(true);
  await expect(bench.start(testPlan([]).plan)).rejects.toMatchObject({ appError: { code: 'busy' } });
  const other = await bench.start(testPlan([]).plan, ['container:other']);
  expect((await bench.runner.ended(other)).state).toBe('succeeded');
  bench.runner.cancel(id);
  await bench.runner.ended(id);
  expect(bench.runner.runningOn('shop')).toBeNull();
});

test('a plan that cannot be made leaves no operation and no lock', async () => {
  const refused = bench.runner.start({
    kind: 'reset',
    subject: 'shop',
    locks: ['container:shop'],
    plan: async () => failure(),
  });
  await expect(refused).rejects.toMatchObject({ appError: { code: 'not-ready' } });
  expect(bench.runner.list()).toEqual([]);
  expect((await bench.run(testPlan([]))).state).toBe('succeeded');
});

test('watching tells what runs at once, then every change, the last state always', async () => {
  const { begun, run: wait } = lasting();
  const id = await bench.start(testPlan([{ name: 'wait-until-ready', run: wait }]).plan);
  await begun;
  const states: string[] = [];
  for await (const operation of bench.runner.watch(new AbortController().signal)) {
    states.push(operation.state);
    if (operation.state === 'running') bench.runner.cancel(id);
    else break;
  }
  expect(states[0]).toBe('running');
  expect(states.at(-1)).toBe('cancelled');
});

test('a flood of progress is told at most ten times a second', async () => {
  const flood = testPlan([
    {
      name: 'pull-image',
      async run({ progress }) {
        const end = performance.now() + 350;
        while (performance.now() < end) {
          progress({ done: performance.now(), total: null, unit: 'bytes', layers: [] });
          await new Promise(setImmediate);
        }
        return 'done';
      },
    },
  ]);
  const seen: Operation[] = [];
  const id = await bench.start(flood.plan);
  for await (const operation of bench.runner.watch(new AbortController().signal)) {
    seen.push(operation);
    if (operation.endedAtMs !== null) break;
  }
  expect(seen.at(-1)).toEqual(bench.runner.get(id));
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.length).toBeLessThan(8);
});
