import type { InstanceSpec } from '../../../shared/instance-spec.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import { containerLock, volumeLock } from '../../operations/operation-locks.ts';
import { existingImage } from './find-existing.ts';
import type { InstanceOperationDeps } from './instance-operation-deps.ts';
import { planCreate } from './plan-create.ts';

/**
 * Checks the specification again and starts making the instance; answers the operation's id. A failure takes away what
 * the attempt made and nothing else.
 * @throws AppFailure `invalid-fields`, `busy`, `engine-unreachable`
 */
export function startCreate(deps: InstanceOperationDeps, spec: InstanceSpec): Promise<string> {
  const { storage } = spec;
  const usesVolume = storage.kind === 'named-volume' || storage.kind === 'existing-volume';
  return deps.runner.start({
    kind: 'create',
    subject: spec.name,
    locks: [containerLock(spec.name), ...(usesVolume ? [volumeLock(storage.name)] : [])],
    async plan(operationId) {
      const docker = deps.engine.client();
      const issues = await deps.checkSpec(spec);
      const errors = issues.filter(({ severity }) => severity === 'error');
      if (errors.length > 0) throw new AppFailure({ code: 'invalid-fields', issues: errors });
      return { plan: planCreate(deps, operationId, spec, await existingImage(docker, spec.image)) };
    },
  });
}
