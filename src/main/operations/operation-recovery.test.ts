import { afterEach, beforeEach, expect, test } from 'vitest';
import { elsewhere, home, lasting, RunnerBench } from './runner-bench.test-support.ts';
import { testPlan } from './test-plan.test-support.ts';

let bench: RunnerBench;

beforeEach(async () => {
  bench = await RunnerBench.open();
});

afterEach(() => bench.dispose());

test('what was under way when the process ended is interrupted at the next start', async () => {
  const { begun, run: wait } = lasting();
  const facts = { volume: 'shop-data', made: false };
  const steps = [{ name: 'create-volume' as const }, { name: 'wait-until-ready' as const, run: wait }];
  const id = await bench.start(testPlan(steps, { facts }).plan);
  await begun;

  const later = testPlan([{ name: 'create-volume' }, { name: 'wait-until-ready' }]);
  bench.restored = () => later.plan;
  await bench.reopen();
  expect(bench.runner.get(id)).toMatchObject({ state: 'interrupted', recovery: { canFinish: false } });
  await bench.runner.assessInterrupted();
  expect(bench.runner.get(id).recovery).toEqual({ canFinish: true, canRollBack: true, elsewhere: null });
  await expect(bench.start(testPlan([]).plan)).rejects.toMatchObject({ appError: { operationId: id } });
  await bench.runner.finish(id);
  expect((await bench.runner.ended(id)).state).toBe('succeeded');
  expect(later.trace).toEqual(['run wait-until-ready']);
});

test('an interrupted one that nothing can be done about lets go of its subject', async () => {
  const { begun, run: wait } = lasting();
  const id = await bench.start(testPlan([{ name: 'wait-until-ready', run: wait }]).plan);
  await begun;
  const recovery = { canFinish: false, canRollBack: false };
  bench.restored = () => testPlan([{ name: 'wait-until-ready' }], { recovery }).plan;
  await bench.reopen();
  await bench.runner.assessInterrupted();
  await expect(bench.runner.finish(id)).rejects.toMatchObject({ appError: { code: 'not-found' } });
  expect((await bench.run(testPlan([]))).state).toBe('succeeded');
});

test('is carried on only on the engine that it began on, and keeps nobody off on another one', async () => {
  const { begun, run: wait } = lasting();
  const id = await bench.start(
    testPlan([{ name: 'create-volume' }, { name: 'wait-until-ready', run: wait }]).plan,
  );
  await begun;

  const later = testPlan([{ name: 'create-volume' }, { name: 'wait-until-ready' }]);
  bench.restored = () => later.plan;
  bench.engine = elsewhere;
  await bench.reopen();
  await bench.runner.assessInterrupted();
  expect(bench.runner.get(id).recovery).toEqual({
    canFinish: false,
    canRollBack: false,
    elsewhere: home.address,
  });
  await expect(bench.runner.rollBack(id)).rejects.toMatchObject({ appError: { code: 'not-found' } });
  expect((await bench.run(testPlan([]))).state).toBe('succeeded');
  expect(later.trace).toEqual([]);

  bench.engine = home;
  await bench.runner.assessInterrupted();
  expect(bench.runner.get(id).recovery).toEqual({ canFinish: true, canRollBack: true, elsewhere: null });
  await expect(bench.start(testPlan([]).plan)).rejects.toMatchObject({ appError: { operationId: id } });
  await bench.runner.rollBack(id);
  expect((await bench.runner.ended(id)).state).toBe('rolled-back');
});

test('another engine in the middle: what was made on the first is not taken back on the second', async () => {
  const test = testPlan([
    { name: 'create-volume' },
    {
      name: 'create-container',
      async run() {
        bench.engine = elsewhere;
        return 'done';
      },
    },
    { name: 'start-container' },
  ]);
  const left = await bench.run(test);
  expect(left).toMatchObject({ state: 'interrupted', recovery: { elsewhere: home.address } });
  expect(test.trace).toEqual(['run create-volume', 'run create-container']);
  bench.engine = home;
  await bench.runner.rollBack(left.id);
  expect((await bench.runner.ended(left.id)).state).toBe('rolled-back');
  expect(test.trace.slice(2)).toEqual(['undo create-container', 'undo create-volume']);
});

test('facts that are not understood any more do not keep the app from starting', async () => {
  const { begun, run: wait } = lasting();
  const id = await bench.start(testPlan([{ name: 'wait-until-ready', run: wait }]).plan);
  await begun;
  bench.restored = () => {
    throw new Error('no such fact');
  };
  await bench.reopen();
  await bench.runner.assessInterrupted();
  expect(bench.runner.get(id)).toMatchObject({ state: 'interrupted', recovery: { canFinish: false } });
  expect((await bench.run(testPlan([]))).state).toBe('succeeded');
});

test('a step that does not listen holds up the end, but not the settling before it', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<'done'>((resolve) => {
    release = () => resolve('done');
  });
  const test = testPlan([{ name: 'stop-container', run: () => held }, { name: 'remove-container' }]);
  const id = await bench.start(test.plan);
  await bench.runner.settle(0);
  expect(bench.runner.hasRunning()).toBe(true);
  await expect(bench.start(testPlan([]).plan)).rejects.toMatchObject({ appError: { code: 'cancelled' } });
  release();
  await bench.reopen();
  expect(bench.runner.get(id).state).toBe('interrupted');
  expect(test.trace).toEqual(['run stop-container']);
});
