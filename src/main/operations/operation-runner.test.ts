import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Operation } from '../../shared/contract/operations.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { createSilentLogger } from '../lib/logger.ts';
import type { OperationPlan } from './operation-plan.ts';
import { OperationRunner } from './operation-runner.ts';
import { type TestPlan, testPlan } from './test-plan.test-support.ts';

const home = { id: 'home', address: 'unix:///home.sock' };
const elsewhere = { id: 'elsewhere', address: 'unix:///elsewhere.sock' };
let engine = home;
let folder: string;
let runner: OperationRunner;
let restore: () => OperationPlan | null = () => null;

beforeEach(async () => {
  engine = home;
  folder = await mkdtemp(join(tmpdir(), 'howdah-runner-'));
  runner = await open();
});

afterEach(async () => {
  await runner.dispose(0);
  await rm(folder, { recursive: true });
});

function open(): Promise<OperationRunner> {
  return OperationRunner.open({
    journalFile: join(folder, 'operations.jsonl'),
    engine: { inUse: () => engine, info: () => engine },
    restore: () => restore(),
    logger: createSilentLogger(),
  });
}

async function run({ plan }: TestPlan): Promise<Operation> {
  return runner.ended(await start(plan));
}

function start(plan: OperationPlan, locks = ['container:shop']): Promise<string> {
  return runner.start({ kind: 'reset', subject: 'shop', locks, plan: async () => ({ plan }) });
}

function failure(): never {
  throw new AppFailure({ code: 'not-ready', waitedMs: 5, lines: ["ALTER ROLE shop PASSWORD 'hush'"] });
}

/** A step that stays until the operation is cancelled, and whoever waits for it to begin. */
function lasting() {
  let tellBegun: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => {
    tellBegun = resolve;
  });
  const run = (tools: { signal: AbortSignal }) => {
    tellBegun();
    return new Promise<'done'>((_, reject) => {
      tools.signal.addEventListener('abort', () => reject(tools.signal.reason));
    });
  };
  return { begun, run };
}

test('steps run in order and are told with their commands and times', async () => {
  const test = testPlan([
    { name: 'stop-container' },
    { name: 'create-container', run: async () => 'skipped' },
  ]);
  const operation = await run(test);
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
  const operation = await run(test);
  expect(test.trace.slice(3)).toEqual([
    'undo start-container',
    'undo create-container',
    'undo create-volume',
  ]);
  expect(operation.state).toBe('failed');
  expect(operation.steps.map(({ state }) => state)).toEqual(['undone', 'undone', 'undone', 'pending']);
});

test('passwords of failed statements stay out of the error and the journal', async () => {
  const operation = await run(testPlan([{ name: 'start-container', run: failure }]));
  expect(JSON.stringify(operation.error)).toContain('ALTER ROLE shop');
  expect(JSON.stringify(operation.error)).not.toContain('hush');
  expect(await readFile(join(folder, 'operations.jsonl'), 'utf8')).not.toContain('hush');
});

test('a cancel ends the running step and takes everything back', async () => {
  const { begun, run: wait } = lasting();
  const test = testPlan([{ name: 'create-volume' }, { name: 'wait-until-ready', run: wait }]);
  const id = await start(test.plan);
  await begun;
  runner.cancel(id);
  expect(await runner.ended(id)).toMatchObject({ state: 'cancelled', error: null });
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
  const left = await run(test);
  expect(left).toMatchObject({ state: 'interrupted', error: { code: 'not-ready' } });
  expect(test.trace).not.toContain('undo rename-container');
  broken = false;
  await runner.finish(left.id);
  expect((await runner.ended(left.id)).state).toBe('succeeded');
  expect(test.trace.filter((entry) => entry === 'run rename-container')).toHaveLength(1);
});

test('what cannot be taken back now waits, and keeps others off until it is', async () => {
  let broken = true;
  const test = testPlan([
    { name: 'rename-container', undo: async () => (broken ? failure() : undefined) },
    { name: 'start-container', run: failure },
  ]);
  const left = await run(test);
  expect(left.state).toBe('interrupted');
  await expect(start(testPlan([]).plan)).rejects.toMatchObject({
    appError: { code: 'busy', subject: 'shop', operationId: left.id },
  });
  broken = false;
  await runner.rollBack(left.id);
  expect((await runner.ended(left.id)).state).toBe('rolled-back');
  expect((await run(testPlan([]))).state).toBe('succeeded');
});

test('one at a time on a subject, any number on different ones', async () => {
  const { begun, run: wait } = lasting();
  const id = await start(testPlan([{ name: 'wait-until-ready', run: wait }]).plan);
  await begun;
  expect(runner.runningOn('shop')).toBe(id);
  expect(runner.hasRunning()).toBe(true);
  await expect(start(testPlan([]).plan)).rejects.toMatchObject({ appError: { code: 'busy' } });
  const other = await start(testPlan([]).plan, ['container:other']);
  expect((await runner.ended(other)).state).toBe('succeeded');
  runner.cancel(id);
  await runner.ended(id);
  expect(runner.runningOn('shop')).toBeNull();
});

test('a plan that cannot be made leaves no operation and no lock', async () => {
  const refused = runner.start({
    kind: 'reset',
    subject: 'shop',
    locks: ['container:shop'],
    plan: async () => failure(),
  });
  await expect(refused).rejects.toMatchObject({ appError: { code: 'not-ready' } });
  expect(runner.list()).toEqual([]);
  expect((await run(testPlan([]))).state).toBe('succeeded');
});

test('what was under way when the process ended is interrupted at the next start', async () => {
  const { begun, run: wait } = lasting();
  const facts = { volume: 'shop-data', made: false };
  const steps = [{ name: 'create-volume' as const }, { name: 'wait-until-ready' as const, run: wait }];
  const id = await start(testPlan(steps, { facts }).plan);
  await begun;
  await runner.dispose(0);

  const later = testPlan([{ name: 'create-volume' }, { name: 'wait-until-ready' }]);
  restore = () => later.plan;
  runner = await open();
  expect(runner.get(id)).toMatchObject({ state: 'interrupted', recovery: { canFinish: false } });
  await runner.assessInterrupted();
  expect(runner.get(id).recovery).toEqual({ canFinish: true, canRollBack: true, elsewhere: null });
  await expect(start(testPlan([]).plan)).rejects.toMatchObject({ appError: { operationId: id } });
  await runner.finish(id);
  expect((await runner.ended(id)).state).toBe('succeeded');
  expect(later.trace).toEqual(['run wait-until-ready']);
});

test('an interrupted one that nothing can be done about lets go of its subject', async () => {
  const { begun, run: wait } = lasting();
  const id = await start(testPlan([{ name: 'wait-until-ready', run: wait }]).plan);
  await begun;
  await runner.dispose(0);
  const recovery = { canFinish: false, canRollBack: false };
  restore = () => testPlan([{ name: 'wait-until-ready' }], { recovery }).plan;
  runner = await open();
  await runner.assessInterrupted();
  await expect(runner.finish(id)).rejects.toMatchObject({ appError: { code: 'not-found' } });
  expect((await run(testPlan([]))).state).toBe('succeeded');
});

test('is carried on only on the engine that it began on, and keeps nobody off on another one', async () => {
  const { begun, run: wait } = lasting();
  const id = await start(testPlan([{ name: 'create-volume' }, { name: 'wait-until-ready', run: wait }]).plan);
  await begun;
  await runner.dispose(0);

  const later = testPlan([{ name: 'create-volume' }, { name: 'wait-until-ready' }]);
  restore = () => later.plan;
  engine = elsewhere;
  runner = await open();
  await runner.assessInterrupted();
  expect(runner.get(id).recovery).toEqual({ canFinish: false, canRollBack: false, elsewhere: home.address });
  await expect(runner.rollBack(id)).rejects.toMatchObject({ appError: { code: 'not-found' } });
  expect((await run(testPlan([]))).state).toBe('succeeded');
  expect(later.trace).toEqual([]);

  engine = home;
  await runner.assessInterrupted();
  expect(runner.get(id).recovery).toEqual({ canFinish: true, canRollBack: true, elsewhere: null });
  await expect(start(testPlan([]).plan)).rejects.toMatchObject({ appError: { operationId: id } });
  await runner.rollBack(id);
  expect((await runner.ended(id)).state).toBe('rolled-back');
});

test('another engine in the middle: what was made on the first is not taken back on the second', async () => {
  const test = testPlan([
    { name: 'create-volume' },
    {
      name: 'create-container',
      async run() {
        engine = elsewhere;
        return 'done';
      },
    },
    { name: 'start-container' },
  ]);
  const left = await run(test);
  expect(left).toMatchObject({ state: 'interrupted', recovery: { elsewhere: home.address } });
  expect(test.trace).toEqual(['run create-volume', 'run create-container']);
  engine = home;
  await runner.rollBack(left.id);
  expect((await runner.ended(left.id)).state).toBe('rolled-back');
  expect(test.trace.slice(2)).toEqual(['undo create-container', 'undo create-volume']);
});

test('facts that are not understood any more do not keep the app from starting', async () => {
  const { begun, run: wait } = lasting();
  const id = await start(testPlan([{ name: 'wait-until-ready', run: wait }]).plan);
  await begun;
  await runner.dispose(0);
  restore = () => {
    throw new Error('no such fact');
  };
  runner = await open();
  await runner.assessInterrupted();
  expect(runner.get(id)).toMatchObject({ state: 'interrupted', recovery: { canFinish: false } });
  expect((await run(testPlan([]))).state).toBe('succeeded');
});

test('watching tells what runs at once, then every change, the last state always', async () => {
  const { begun, run: wait } = lasting();
  const id = await start(testPlan([{ name: 'wait-until-ready', run: wait }]).plan);
  await begun;
  const states: string[] = [];
  for await (const operation of runner.watch(new AbortController().signal)) {
    states.push(operation.state);
    if (operation.state === 'running') runner.cancel(id);
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
  const id = await start(flood.plan);
  for await (const operation of runner.watch(new AbortController().signal)) {
    seen.push(operation);
    if (operation.endedAtMs !== null) break;
  }
  expect(seen.at(-1)).toEqual(runner.get(id));
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.length).toBeLessThan(8);
});
