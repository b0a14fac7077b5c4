import * as z from 'zod';
import { procedure } from './base.ts';

export const networks = {
  /** User-defined networks that a new instance can join. */
  list: procedure.output(z.array(z.object({ name: z.string(), driver: z.string() }))),
};
