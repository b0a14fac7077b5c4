import { eventIterator } from '@orpc/contract';
import * as z from 'zod';
import { procedure } from './base.ts';

export const topicSchema = z.enum([
  'engine',
  'containers',
  'images',
  'volumes',
  'networks',
  'operations',
  'restore-points',
  'settings',
  'consoles',
  'catalog',
  'history',
]);
export type Topic = z.infer<typeof topicSchema>;

export const changes = {
  /**
   * Hints that something went stale, coalesced (at most one message per 50 ms), never data. The first message
   * arrives at once and names every topic, so that a page that (re)connects reads everything anew.
   */
  watch: procedure.output(eventIterator(z.object({ topics: z.array(topicSchema) }))),
};
