import { expect, test } from 'vitest';
import type { AppError } from '../../shared/app-error.ts';
import { type LinkVerdict, linkVerdict } from './link-verdict.ts';

const unreachable: AppError = { code: 'database-unreachable', reason: 'connect ECONNREFUSED' };
const answered = (sqlState: string): AppError => ({ code: 'database-error', sqlState, reason: '' });

test.each<[string, AppError, boolean, LinkVerdict]>([
  ['the server starts up', unreachable, true, 'retry'],
  ['the container is stopped', unreachable, false, 'wait-for-engine'],
  [
    'the container is being made anew',
    { code: 'not-found', kind: 'container', name: 'shop' },
    false,
    'wait-for-engine',
  ],
  ['the engine is away', { code: 'engine-unreachable', tried: [] }, false, 'wait-for-engine'],
  ['a tunnel is refused', { code: 'engine-refused', status: 409, reason: '' }, true, 'retry'],
  ['too many connections', answered('53300'), true, 'retry'],
  ['no such database', answered('3D000'), true, 'person'],
  ['a role without login', answered('28000'), true, 'person'],
  ['a wrong password', { code: 'password-failed', user: 'ana' }, true, 'person'],
  ['a failure of our own', { code: 'internal', logId: 'x' }, true, 'person'],
])('%s', (_, error, runs, verdict) => {
  expect(linkVerdict(error, runs)).toBe(verdict);
});
