import { expect, test } from 'vitest';
import { askBeforeRun } from './ask-before-run.ts';
import type { AskedSession } from './asked-session.ts';

const asked = (signal: AbortSignal): AskedSession => ({
  ...{ signal, standardConformingStrings: true, session: async () => null, log: () => undefined },
});
const request = { text: 'select 1; \\dt', offset: 0, confirmed: false, values: {}, variables: new Map() };

test('counts what would run, and asks nothing about what does no harm', async () => {
  const answer = await askBeforeRun(asked(new AbortController().signal), request);
  expect(answer).toEqual({ question: null, statements: 2 });
});

test.each([true, false])('what was cancelled meanwhile does not begin (confirmed: %s)', async (confirmed) => {
  const asking = askBeforeRun(asked(AbortSignal.abort()), { ...request, confirmed });
  await expect(asking).rejects.toMatchObject({ appError: { code: 'cancelled' } });
});
