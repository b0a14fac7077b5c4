import type { OperationPlan, Recovery, Step } from './operation-plan.ts';

export interface TestPlan {
  plan: OperationPlan;
  /** What happened, in order: `run NAME`, `undo NAME`. */
  trace: string[];
}

type Behaviour = Partial<Step> & { name: Step['name'] };

/** A plan that only notes what it would do. */
export function testPlan(
  behaviours: readonly Behaviour[],
  {
    facts = {},
    recovery = { canFinish: true, canRollBack: true },
  }: { facts?: object; recovery?: Recovery } = {},
): TestPlan {
  const trace: string[] = [];
  const steps = behaviours.map(
    ({ run, undo, ...step }): Step => ({
      command: `do ${step.name}`,
      ...step,
      async run(tools) {
        trace.push(`run ${step.name}`);
        return run?.(tools) ?? 'done';
      },
      async undo(tools) {
        trace.push(`undo ${step.name}`);
        await undo?.(tools);
      },
    }),
  );
  const plan: OperationPlan = {
    ...{ facts, steps, cancellable: true, guardsWhenInterrupted: true },
    assess: async () => recovery,
    result: () => null,
  };
  return { plan, trace };
}
