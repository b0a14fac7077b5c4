import { expect, it } from 'vitest';
import { linkErrorHelp, sqlErrorHelp } from './error-help.ts';

it.each([
  ['42P01', 'relation "t" does not exist', 'show-tables'],
  ['57014', 'canceling statement due to statement timeout', 'statement-timeout'],
  ['57014', 'canceling statement due to user request', 'cancelled'],
  ['25P02', 'current transaction is aborted', 'rollback'],
  ['53300', 'sorry, too many clients already', 'too-many-connections'],
  ['42601', 'syntax error at or near "x"', null],
])('%s %s', (sqlState, message, help) => {
  expect(sqlErrorHelp({ sqlState, message })).toBe(help);
});

it.each([
  [{ code: 'password-failed' }, true, 'type-password'],
  [{ code: 'database-unreachable' }, false, 'start'],
  [{ code: 'database-unreachable' }, true, null],
  [{ code: 'database-error', sqlState: '53300' }, true, 'too-many-connections'],
  [{ code: 'internal' }, true, null],
] as const)('%j', (error, up, help) => {
  expect(linkErrorHelp(error, up)).toBe(help);
});
