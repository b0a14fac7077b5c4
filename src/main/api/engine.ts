import { api } from './implementer.ts';

export const engine = api.engine.router({
  status: api.engine.status.handler(({ context }) => context.services.engine.status()),
  retry: api.engine.retry.handler(({ context }) => context.services.engine.retry()),
  choose: api.engine.choose.handler(({ context, input }) => context.services.engine.choose(input)),
});
