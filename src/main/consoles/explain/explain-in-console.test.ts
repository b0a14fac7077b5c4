import { expect, test } from 'vitest';
import { explainInConsole } from './explain-in-console.ts';

const request = {
  ...{ text: 'select 1', offset: 0, analyze: false, confirmed: false, values: {} },
  variables: new Map<string, string>(),
};

/** A console that has no session, and to which none comes. */
const withoutSession = (signal: AbortSignal) => ({
  ...{ signal, standardConformingStrings: true, log: () => undefined },
  session: async () => null,
});

test('without a session there is no plan, and the reason is said', async () => {
  const unreachable = explainInConsole(withoutSession(new AbortController().signal), request);
  await expect(unreachable).rejects.toMatchObject({ appError: { code: 'database-unreachable' } });
  const cancelled = explainInConsole(withoutSession(AbortSignal.abort()), request);
  await expect(cancelled).rejects.toMatchObject({ appError: { code: 'cancelled' } });
});
