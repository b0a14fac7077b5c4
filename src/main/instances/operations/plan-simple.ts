import * as z from 'zod';
import { dockerCommands } from '../../commands/docker-commands.ts';
import type { OperationPlan, Step } from '../../operations/operation-plan.ts';
import { waitUntilReady } from '../state/wait-until-ready.ts';
import { existingContainer } from './find-existing.ts';
import { forgetHalfInitialised, guardInitialisation } from './guard-initialisation.ts';
import type { PlanDeps } from './instance-operation-deps.ts';

export type SimpleKind = 'start' | 'stop' | 'restart' | 'remove';

const factsSchema = z.object({
  id: z.string(),
  name: z.string(),
  wasRunning: z.boolean(),
  stopTimeoutSeconds: z.number(),
  /** It runs Postgres: a start is over when it takes queries. */
  waits: z.object({ user: z.string(), port: z.number() }).nullable(),
});
export type SimpleFacts = z.infer<typeof factsSchema>;

/** Recovery of a big cluster after an unclean shutdown takes its time; the person can cancel the waiting. */
const startMs = 10 * 60_000;

/** Start, stop, restart or remove of any container. Nothing is taken back: these steps undo one another. */
export function planSimple(deps: PlanDeps, kind: SimpleKind, facts: SimpleFacts): OperationPlan {
  return {
    facts,
    steps: simpleSteps(deps, kind, facts),
    cancellable: kind === 'start' || kind === 'restart',
    guardsWhenInterrupted: false,
    async assess() {
      const found = await existingContainer(deps.engine.client(), facts.id);
      return { canFinish: found !== null, canRollBack: false };
    },
    result: () => ({
      containerId: kind === 'remove' ? null : facts.id,
      restorePointId: null,
      rowsBefore: null,
      rowsAfter: null,
    }),
  };
}

export function restoreSimple(deps: PlanDeps, kind: SimpleKind, facts: object): OperationPlan {
  return planSimple(deps, kind, factsSchema.parse(facts));
}

function simpleSteps(deps: PlanDeps, kind: SimpleKind, facts: SimpleFacts): Step[] {
  const ready = facts.waits === null ? [] : [readyStep(deps, facts, facts.waits)];
  switch (kind) {
    case 'start':
      return [startStep(deps, facts), ...ready];
    case 'stop':
      return [stopStep(deps, facts)];
    case 'restart':
      return [restartStep(deps, facts), ...ready];
    case 'remove':
      return [...(facts.wasRunning ? [stopStep(deps, facts)] : []), removeStep(deps, facts)];
  }
}

function startStep({ engine }: PlanDeps, { id, name }: SimpleFacts): Step {
  return {
    name: 'start-container',
    command: dockerCommands.start(name),
    async run() {
      await engine.client().startContainer(id);
      return 'done';
    },
  };
}

function stopStep(deps: PlanDeps, { id, name, stopTimeoutSeconds }: SimpleFacts): Step {
  const docker = () => deps.engine.client();
  return {
    name: 'stop-container',
    command: dockerCommands.stop(name, stopTimeoutSeconds),
    async run() {
      const inspect = await existingContainer(docker(), id);
      if (inspect === null) return 'skipped';
      await guardInitialisation(deps, inspect, () => docker().stopContainer(id, stopTimeoutSeconds));
      return 'done';
    },
  };
}

function restartStep(deps: PlanDeps, { id, name, stopTimeoutSeconds }: SimpleFacts): Step {
  const docker = () => deps.engine.client();
  return {
    name: 'restart-container',
    command: dockerCommands.restart(name, stopTimeoutSeconds),
    async run() {
      const inspect = await docker().inspectContainer(id);
      await guardInitialisation(deps, inspect, () => docker().restartContainer(id, stopTimeoutSeconds));
      return 'done';
    },
  };
}

function removeStep({ engine }: PlanDeps, { id, name }: SimpleFacts): Step {
  return {
    name: 'remove-container',
    command: dockerCommands.remove(name),
    async run() {
      await engine.client().removeContainer(id, { volumes: false });
      return 'done';
    },
  };
}

function readyStep(
  deps: PlanDeps,
  { id, name }: SimpleFacts,
  { user, port }: NonNullable<SimpleFacts['waits']>,
): Step {
  return {
    name: 'wait-until-ready',
    command: dockerCommands.waitUntilReady(name, user, port),
    async run({ signal }) {
      await waitUntilReady(deps, id, { timeoutMs: startMs, signal });
      await forgetHalfInitialised(deps, id);
      return 'done';
    },
  };
}
