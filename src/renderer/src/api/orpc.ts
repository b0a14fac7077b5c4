import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { client } from './client.ts';

/** Query keys and options of every procedure. */
export const orpc = createTanstackQueryUtils(client);
