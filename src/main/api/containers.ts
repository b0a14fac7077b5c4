import type { Services } from '../create-services.ts';
import type { SimpleKind } from '../instances/operations/plan-simple.ts';
import { api } from './implementer.ts';

export const containers = api.containers.router({
  list: api.containers.list.handler(({ context }) => context.services.containers.list()),
  start: api.containers.start.handler(({ context, input }) => run(context.services, 'start', input.id)),
  stop: api.containers.stop.handler(({ context, input }) => run(context.services, 'stop', input.id)),
  restart: api.containers.restart.handler(({ context, input }) => run(context.services, 'restart', input.id)),
  remove: api.containers.remove.handler(({ context, input }) => run(context.services, 'remove', input.id)),
});

/** Any container, whatever runs in it. One that is initialising is stopped as an instance, once the person said so. */
async function run({ instances }: Services, kind: SimpleKind, id: string) {
  return { operationId: await instances.simple(kind, id, { isInstance: false, evenIfInitialising: false }) };
}
