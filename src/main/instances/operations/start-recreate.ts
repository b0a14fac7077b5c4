import { AppFailure } from '../../lib/app-failure.ts';
import { containerLock } from '../../operations/operation-locks.ts';
import { isInitialising } from '../state/initialisation.ts';
import { recreateUnavailable } from './action-availability.ts';
import type { InstanceOperationDeps } from './instance-operation-deps.ts';
import { readInstanceSubject } from './read-instance-subject.ts';
import { nameOf } from './replace-container-steps.ts';
import { noExchange, replacementOf } from './replacement-of.ts';

/**
 * Makes the instance's container again with everything kept; answers the operation's id. A stopped one stays stopped.
 * @throws AppFailure `not-found`, `busy`, `unavailable`, `initialising`, `engine-unreachable`
 */
export async function startRecreate(deps: InstanceOperationDeps, idOrName: string): Promise<string> {
  const name = nameOf(await deps.engine.client().inspectContainer(idOrName));
  return deps.runner.start({
    kind: 'recreate',
    subject: name,
    locks: [containerLock(name)],
    async plan(operationId) {
      const subject = await readInstanceSubject(deps, name);
      const reason = recreateUnavailable(subject.action);
      if (reason !== null) throw new AppFailure({ code: 'unavailable', action: 'recreate', reason });
      if (await isInitialising(deps, subject.inspect.Id)) {
        throw new AppFailure({ code: 'initialising', name });
      }
      return { plan: await replacementOf(deps, operationId, subject, noExchange) };
    },
  });
}
