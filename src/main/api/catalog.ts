import { api } from './implementer.ts';

export const catalog = api.catalog.router({
  databases: api.catalog.databases.handler(({ context, input }) =>
    context.services.catalog.databases(input.instance),
  ),
  read: api.catalog.read.handler(({ context, input }) =>
    context.services.catalog.read(input.instance, input.database),
  ),
});
