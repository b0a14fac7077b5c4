import { afterAll, expect, test } from 'vitest';
import { docker } from '../../support/docker-cli.ts';
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
  'create-volume',
  'rename-container',
  'create-container',
  'copy-init-scripts',
  'keep-restore-point',
  'start-container',
  'wait-until-ready',
  'count-rows again',
  'remove-old-container',
];
/** Once the old container is gone there is a way forward only. */
const phasesOf = (step: number) =>
  steps[step] === 'remove-old-container' ? (['before'] as const) : (['before', 'ran'] as const);

/** From then on somebody may have written into the fresh volume: a roll back keeps it as a restore point. */
function wasServed(step: number, phase: 'before' | 'ran'): boolean {
  const start = steps.indexOf('start-container');
  return step > start || (step === start && phase === 'ran');
}

test.concurrent.each(steps.map((name, step) => [name, step] as const))(
  'a reset that is killed before and after %s is rolled back or finished, and no row is lost',
  async (_, step) => {
    const setUp = await openTestBench();
    const { dataDir, prefix } = setUp;
    const name = `${prefix}-db`;
    try {
      const made = await setUp.ended(
        setUp.operations.create(testSpec(name, { initScripts, restartPolicy: 'always' })),
      );
      expect(made.state).toBe('succeeded');
      await setUp.dispose();
      const seed = await checksum(name);
      const rows = await fill(name);

      for (const phase of phasesOf(step)) {
        const before = await volumesOf(prefix);
        await program.run({ dataDir, kind: 'reset', subject: name, step, phase });
        await afterKill(dataDir, async ({ deps }, left) => {
          expect(left.recovery).toEqual({ canFinish: true, canRollBack: true, elsewhere: null });
          await deps.runner.rollBack(left.id);
          expect(await deps.runner.ended(left.id)).toMatchObject({ state: 'rolled-back', error: null });
          const kept = deps.restorePoints.all().map(({ volume, reason }) => ({ volume, reason }));
          const after = await volumesOf(prefix);
          expect(after).toEqual(expect.arrayContaining(before));
          expect(after).toHaveLength(before.length + (wasServed(step, phase) ? 1 : 0));
          const added = after.filter((volume) => !before.includes(volume));
          expect(kept).toEqual(expect.arrayContaining(added.map((volume) => ({ volume, reason: 'undo' }))));
        });
        expect(await checksum(name)).toBe(rows);
        expect(await containersOf(prefix)).toEqual([name]);
        expect(await docker('inspect', '-f', '{{.HostConfig.RestartPolicy.Name}}', name)).toBe('always');
      }

      for (const phase of ['ran', 'before'] as const) {
        const before = await volumesOf(prefix);
        const used = await volumeOf(name);
        await program.run({ dataDir, kind: 'reset', subject: name, step, phase });
        await afterKill(dataDir, async ({ deps, operations, ended }, left) => {
          await deps.runner.finish(left.id);
          const finished = await deps.runner.ended(left.id);
          expect(finished).toMatchObject({ state: 'succeeded', error: null });
          expect(await checksum(name)).toBe(seed);
          expect(await containersOf(prefix)).toEqual([name]);
          expect(await volumesOf(prefix)).toEqual(expect.arrayContaining(before));
          const point = finished.result?.restorePointId ?? '';
          expect(deps.restorePoints.find(point)).toMatchObject({ volume: used, reason: 'reset' });
          if (phase === 'before') return;
          const undone = await ended(operations.undoReset(point));
          expect(undone).toMatchObject({ state: 'succeeded', error: null });
          expect(await checksum(name)).toBe(rows);
        });
      }
    } finally {
      await setUp.sweep();
    }
  },
  400_000,
);
