import { api } from './implementer.ts';

export const changes = api.changes.router({
  watch: api.changes.watch.handler(({ context, signal = AbortSignal.abort() }) =>
    context.services.changes.watch(signal),
  ),
});
