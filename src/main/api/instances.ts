import { connectionOf } from '../instances/access/connection-view.ts';
import { checkSpec } from '../instances/form/check-spec.ts';
import { specDefaults } from '../instances/form/spec-defaults.ts';
import { inspectView } from '../instances/inspect-view.ts';
import { instanceDetail } from '../instances/instance-detail.ts';
import { watchLiveStats } from '../instances/live-stats.ts';
import { api } from './implementer.ts';

export const instances = api.instances.router({
  list: api.instances.list.handler(({ context }) => context.services.directory.list()),
  get: api.instances.get.handler(({ context, input }) => instanceDetail(context.services, input.id)),
  connection: api.instances.connection.handler(({ context: { services }, input }) =>
    connectionOf({ engine: services.engine, access: services.access }, input.id, input.reveal),
  ),
  savePassword: api.instances.savePassword.handler(({ context, input }) =>
    context.services.access.savePassword(input.id, input.password),
  ),
  inspect: api.instances.inspect.handler(({ context, input }) =>
    inspectView(context.services.engine, input.id, input.reveal),
  ),
  stats: api.instances.stats.handler(({ context: { services }, input, signal = AbortSignal.abort() }) =>
    watchLiveStats({ engine: services.engine, access: services.access }, input.id, signal),
  ),
  defaults: api.instances.defaults.handler(({ context: { services } }) =>
    specDefaults({ engine: services.engine, images: services.images, directory: services.directory }),
  ),
  check: api.instances.check.handler(({ context, input }) => checkSpec(context.services.checkDeps, input)),
  create: api.instances.create.handler(async ({ context, input }) => ({
    operationId: await context.services.instances.create(input),
  })),
  start: api.instances.start.handler(async ({ context, input }) => ({
    operationId: await context.services.instances.simple('start', input.id, {
      isInstance: true,
      evenIfInitialising: true,
    }),
  })),
  stop: api.instances.stop.handler(async ({ context, input: { id, ...options } }) => ({
    operationId: await context.services.instances.simple('stop', id, { isInstance: true, ...options }),
  })),
  restart: api.instances.restart.handler(async ({ context, input: { id, ...options } }) => ({
    operationId: await context.services.instances.simple('restart', id, { isInstance: true, ...options }),
  })),
  remove: api.instances.remove.handler(async ({ context, input }) => ({
    operationId: await context.services.instances.simple('remove', input.id, {
      isInstance: true,
      evenIfInitialising: true,
    }),
  })),
  removePreview: api.instances.removePreview.handler(({ context, input }) =>
    context.services.instances.previewRemove(input.id),
  ),
  recreate: api.instances.recreate.handler(async ({ context, input }) => ({
    operationId: await context.services.instances.recreate(input.id),
  })),
  resetPreview: api.instances.resetPreview.handler(({ context, input }) =>
    context.services.instances.previewReset(input.id),
  ),
  reset: api.instances.reset.handler(async ({ context, input }) => ({
    operationId: await context.services.instances.reset(input),
  })),
  undoReset: api.instances.undoReset.handler(async ({ context, input }) => ({
    operationId: await context.services.instances.undoReset(input.restorePointId),
  })),
});
