import { api } from './implementer.ts';

export const engine = api.engine.router({
  status: api.engine.status.handler(({ context }) => context.services.engineService.status()),
  retry: api.engine.retry.handler(({ context }) => context.services.engineService.retry()),
  choose: api.engine.choose.handler(({ context, input }) => context.services.engineService.choose(input)),
});
