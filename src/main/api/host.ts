import { api } from './implementer.ts';

export const host = api.host.router({
  capabilities: api.host.capabilities.handler(({ context }) => context.services.host.capabilities()),
  openUrl: api.host.openUrl.handler(({ context, input }) => context.services.host.openUrl(input.url)),
});
