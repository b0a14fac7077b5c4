import { listUserNetworks } from '../networks/network-list.ts';
import { api } from './implementer.ts';

export const networks = api.networks.router({
  list: api.networks.list.handler(({ context }) => listUserNetworks(context.services.engine.client())),
});
