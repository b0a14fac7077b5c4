import { api } from './implementer.ts';

export const containers = {
  list: api.containers.list.handler(({ context }) => context.services.containers.list()),
};
