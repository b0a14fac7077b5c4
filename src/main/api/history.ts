import { api } from './implementer.ts';

export const history = api.history.router({
  search: api.history.search.handler(({ context, input }) => context.services.history.search(input)),
  clear: api.history.clear.handler(({ context, input }) => context.services.history.clear(input.instance)),
});
