import { afterAll, expect, test } from 'vitest';
import { openTestBench, testSpec } from '../../support/operations-bench.ts';
import {
  afterKill,
  checksum,
  containersOf,
  fill,
  initScripts,
  volumeOf,
  volumesOf,
} from '../../support/recovery-fixture.ts';
import { buildKillProgram } from '../../support/run-until-killed.ts';

const program = await buildKillProgram();
afterAll(() => program.dispose());

const steps = [
  'count-rows',
  'stop-container',
  'rename-container',
  'create-container',
  'copy-init-scripts',
  'keep-restore-point',
  'start-container',
  'wait-until-ready',
  'count-rows again',
  'remove-old-container',
];

test.concurrent.each(steps.map((name, step) => [name, step] as const))(
  'an undo that is killed before and after %s is rolled back or finished, and no row is lost',
  async (_, step) => {
    const setUp = await openTestBench();
    const { dataDir, prefix } = setUp;
    const name = `${prefix}-db`;
    try {
      await setUp.ended(setUp.operations.create(testSpec(name, { initScripts })));
      const old = await fill(name);
      const reset = { id: name, keepRestorePoint: true, typedName: '' };
      const point = (await setUp.ended(setUp.operations.reset(reset))).result?.restorePointId ?? '';
      await setUp.dispose();
      const fresh = await fill(name);
      const before = await volumesOf(prefix);
      const isLast = steps[step] === 'remove-old-container';

      for (const phase of isLast ? (['before'] as const) : (['before', 'ran'] as const)) {
        await program.run({ dataDir, kind: 'undo-reset', subject: point, step, phase });
        await afterKill(dataDir, async ({ deps }, left) => {
          expect(left.recovery).toEqual({ canFinish: true, canRollBack: true, elsewhere: null });
          await deps.runner.rollBack(left.id);
          expect(await deps.runner.ended(left.id)).toMatchObject({ state: 'rolled-back', error: null });
          expect(deps.restorePoints.all()).toMatchObject([{ id: point, volume: `${name}-data` }]);
        });
        expect(await checksum(name)).toBe(fresh);
        expect(await containersOf(prefix)).toEqual([name]);
        expect(await volumesOf(prefix)).toEqual(before);
      }

      let subject = point;
      for (const [phase, rows] of [
        ['ran', old],
        ['before', fresh],
      ] as const) {
        const replaced = await volumeOf(name);
        await program.run({ dataDir, kind: 'undo-reset', subject, step, phase });
        await afterKill(dataDir, async ({ deps }, left) => {
          const canRollBack = !isLast || phase === 'before';
          expect(left.recovery).toMatchObject({ canFinish: true, canRollBack });
          await deps.runner.finish(left.id);
          const finished = await deps.runner.ended(left.id);
          expect(finished).toMatchObject({ state: 'succeeded', error: null });
          subject = finished.result?.restorePointId ?? '';
          expect(deps.restorePoints.all()).toMatchObject([{ id: subject, volume: replaced, reason: 'undo' }]);
        });
        expect(await checksum(name)).toBe(rows);
        expect(await containersOf(prefix)).toEqual([name]);
        expect(await volumesOf(prefix)).toEqual(before);
      }
    } finally {
      await setUp.sweep();
    }
  },
  400_000,
);
