import { api } from './implementer.ts';

export const networks = api.networks.router({
  list: api.networks.list.handler(({ context }) => context.services.listNetworks()),
});
