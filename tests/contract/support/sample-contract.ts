import { eventIterator, oc } from '@orpc/contract';
import { implement } from '@orpc/server';
import * as z from 'zod';
import { appErrorSchema } from '../../../src/shared/app-error.ts';

const procedure = oc.errors({ APP_ERROR: { status: 422, data: appErrorSchema } });

/** A contract with one procedure for each thing that the boundary promises. */
export const sampleContract = {
  add: procedure.input(z.object({ a: z.number().int(), b: z.number().int() })).output(z.number()),
  wrongOutput: procedure.output(z.number()),
  missing: procedure.input(z.object({ name: z.string() })).output(z.void()),
  failure: procedure.output(z.void()),
  crash: procedure.output(z.void()),
  count: procedure.input(z.object({ to: z.number() })).output(eventIterator(z.object({ n: z.number() }))),
  crashAfter: procedure.input(z.object({ values: z.number() })).output(eventIterator(z.number())),
  failAfter: procedure.input(z.object({ values: z.number() })).output(eventIterator(z.number())),
  ticks: procedure.input(z.object({ id: z.string() })).output(eventIterator(z.number())),
  deaf: procedure.input(z.object({ id: z.string() })).output(eventIterator(z.number())),
  hang: procedure.input(z.object({ id: z.string() })).output(z.void()),
  echoBlob: procedure
    .input(z.object({ name: z.string(), chunk: z.instanceof(Blob) }))
    .output(z.instanceof(Blob)),
};

export const sample = implement(sampleContract).$context<{
  seen: Pick<Map<string, string>, 'get' | 'set'>;
}>();
