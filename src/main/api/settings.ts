import { api } from './implementer.ts';

export const settings = api.settings.router({
  get: api.settings.get.handler(({ context }) => context.services.settings.get()),
  set: api.settings.set.handler(({ context, input }) => context.services.settings.set(input)),
});
