import { api } from './implementer.ts';

export const operations = api.operations.router({
  list: api.operations.list.handler(({ context }) => context.services.operations.list()),
  get: api.operations.get.handler(({ context, input }) => context.services.operations.get(input.operationId)),
  watch: api.operations.watch.handler(({ context, signal = AbortSignal.abort() }) =>
    context.services.operations.watch(signal),
  ),
  cancel: api.operations.cancel.handler(({ context, input }) =>
    context.services.operations.cancel(input.operationId),
  ),
  finish: api.operations.finish.handler(async ({ context, input }) => ({
    operationId: await context.services.operations.finish(input.operationId),
  })),
  rollBack: api.operations.rollBack.handler(async ({ context, input }) => ({
    operationId: await context.services.operations.rollBack(input.operationId),
  })),
});
