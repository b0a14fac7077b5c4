import * as z from 'zod';
import { dockerCommands } from '../../commands/docker-commands.ts';
import type { DockerClient } from '../../docker/docker-client.ts';
import type { OperationPlan } from '../../operations/operation-plan.ts';
import { pullImage } from '../pull-image.ts';

const factsSchema = z.object({ reference: z.string() });

/** Pulling an image, with progress by layer. What a cancelled pull brought stays for the next one. */
export function planPull(engine: { client(): DockerClient }, reference: string): OperationPlan {
  return {
    facts: { reference },
    steps: [
      {
        name: 'pull-image',
        command: dockerCommands.pull(reference),
        async run({ signal, progress }) {
          await pullImage(engine.client(), reference, { signal, onProgress: progress });
          return 'done';
        },
      },
    ],
    cancellable: true,
    guardsWhenInterrupted: false,
    assess: async () => ({ canFinish: true, canRollBack: false }),
    result: () => null,
  };
}

/** The same plan in a later process. */
export function restorePull(engine: { client(): DockerClient }, facts: object): OperationPlan {
  return planPull(engine, factsSchema.parse(facts).reference);
}
