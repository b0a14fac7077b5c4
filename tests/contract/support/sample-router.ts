import { AsyncIteratorClass } from '@orpc/server';
import { AppFailure } from '../../../src/main/lib/app-failure.ts';
import { sample } from './sample-contract.ts';

/** The sample contract, implemented. What becomes of a call is written into the context's `seen` under its id. */
export const sampleRouter = sample.router({
  add: sample.add.handler(({ input }) => input.a + input.b),
  wrongOutput: sample.wrongOutput.handler(() => JSON.parse('"secret text"')),
  missing: sample.missing.handler(({ input, errors }) => {
    throw errors.APP_ERROR({ data: { code: 'not-found', kind: 'container', name: input.name } });
  }),
  failure: sample.failure.handler(() => {
    throw new AppFailure({ code: 'password-failed', user: 'ana' });
  }),
  crash: sample.crash.handler(() => {
    throw new Error('password=s3cret');
  }),
  count: sample.count.handler(async function* ({ input }) {
    for (let n = 1; n <= input.to; n += 1) yield { n };
  }),
  crashAfter: sample.crashAfter.handler(async function* ({ input }) {
    for (let n = 1; n <= input.values; n += 1) yield n;
    throw new Error('password=s3cret');
  }),
  failAfter: sample.failAfter.handler(async function* ({ input }) {
    for (let n = 1; n <= input.values; n += 1) yield n;
    throw new AppFailure({ code: 'password-failed', user: 'ana' });
  }),
  ticks: sample.ticks.handler(async function* ({ input, context, signal }) {
    context.seen.set(input.id, 'running');
    try {
      yield 1;
      await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
    } finally {
      context.seen.set(input.id, 'ended');
    }
  }),
  deaf: sample.deaf.handler(({ input, context }) => {
    context.seen.set(input.id, 'running');
    let isFirst = true;
    return new AsyncIteratorClass<number, void, void>(
      () => {
        const next = isFirst
          ? Promise.resolve({ done: false as const, value: 1 })
          : new Promise<never>(() => {});
        isFirst = false;
        return next;
      },
      async () => {
        context.seen.set(input.id, 'ended');
      },
    );
  }),
  hang: sample.hang.handler(async ({ input, context, signal }) => {
    context.seen.set(input.id, 'running');
    await new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))).finally(
      () => context.seen.set(input.id, 'ended'),
    );
  }),
  echoBlob: sample.echoBlob.handler(({ input }) => input.chunk),
});
