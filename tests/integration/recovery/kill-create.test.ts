import { afterAll, expect, test } from 'vitest';
import { openTestBench } from '../../support/operations-bench.ts';
import { afterKill, checksum, containersOf, volumesOf } from '../../support/recovery-fixture.ts';
import { buildKillProgram } from '../../support/run-until-killed.ts';

const program = await buildKillProgram();
afterAll(() => program.dispose());

const steps = [
  'create-volume',
  'create-container',
  'copy-init-scripts',
  'start-container',
  'wait-until-ready',
];
/** From here on the container has the password and the scripts; before, nobody knows them any more. */
const firstFinishable = { step: steps.indexOf('copy-init-scripts'), phase: 'ran' };

test.concurrent.each(steps.map((name, step) => [name, step] as const))(
  'a create that is killed before and after %s leaves nothing, or is finished',
  async (_, step) => {
    const setUp = await openTestBench();
    const { dataDir, prefix } = setUp;
    await setUp.dispose();
    try {
      for (const phase of ['before', 'ran'] as const) {
        const subject = `${prefix}-${phase}`;
        const canFinish =
          step > firstFinishable.step || (step === firstFinishable.step && phase === firstFinishable.phase);

        await program.run({ dataDir, kind: 'create', subject, step, phase });
        await afterKill(dataDir, async ({ deps }, left) => {
          expect(left.recovery).toEqual({ canFinish, canRollBack: true, elsewhere: null });
          await deps.runner.rollBack(left.id);
          expect(await deps.runner.ended(left.id)).toMatchObject({ state: 'rolled-back', error: null });
        });
        expect(await containersOf(subject)).toEqual([]);
        expect(await volumesOf(subject)).toEqual([]);
        if (!canFinish) continue;

        await program.run({ dataDir, kind: 'create', subject, step, phase });
        await afterKill(dataDir, async ({ deps }, left) => {
          await deps.runner.finish(left.id);
          expect(await deps.runner.ended(left.id)).toMatchObject({ state: 'succeeded', error: null });
        });
        expect(await checksum(subject)).not.toBe('');
        expect(await volumesOf(subject)).toEqual([`${subject}-data`]);
      }
    } finally {
      await setUp.sweep();
    }
  },
  400_000,
);
