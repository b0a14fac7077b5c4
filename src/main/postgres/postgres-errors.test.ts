import { describe, expect, test } from 'vitest';
import { AppFailure } from '../lib/app-failure.ts';
import { toPostgresFailure } from './postgres-errors.ts';

const coded = (code: string, message = 'said so') => Object.assign(new Error(message), { code });

describe('toPostgresFailure', () => {
  test.each([
    [coded('28P01'), { code: 'password-failed', user: 'ann' }],
    [coded('28000'), { code: 'database-error', sqlState: '28000', reason: 'said so' }],
    [coded('EPROTO'), { code: 'database-unreachable', reason: 'said so' }],
    [
      new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a non-empty string'),
      { code: 'password-failed', user: 'ann' },
    ],
    [coded('57P03'), { code: 'database-unreachable', reason: 'said so' }],
    [coded('57P01'), { code: 'database-unreachable', reason: 'said so' }],
    [coded('08006'), { code: 'database-unreachable', reason: 'said so' }],
    [coded('3D000'), { code: 'database-error', sqlState: '3D000', reason: 'said so' }],
    [coded('42601'), { code: 'database-error', sqlState: '42601', reason: 'said so' }],
    [coded('XX000'), { code: 'database-error', sqlState: 'XX000', reason: 'said so' }],
    [coded('EPIPE'), { code: 'database-unreachable', reason: 'said so' }],
    [coded('ECONNREFUSED', ''), { code: 'database-unreachable', reason: 'ECONNREFUSED' }],
    [new Error('timeout expired'), { code: 'database-unreachable', reason: 'timeout expired' }],
    [
      new Error('Connection terminated unexpectedly'),
      { code: 'database-unreachable', reason: 'Connection terminated unexpectedly' },
    ],
  ])('%s', (error, expected) => {
    const failure = toPostgresFailure(error, 'ann');
    expect(failure).toBeInstanceOf(AppFailure);
    expect((failure as AppFailure).appError).toEqual(expected);
  });

  test.each([new TypeError('a bug'), coded('EPERM'), 'text', null])('leaves %s as it is', (error) => {
    expect(toPostgresFailure(error, 'ann')).toBe(error);
  });

  test('keeps detail, hint and query out', () => {
    const error = Object.assign(coded('23505'), { detail: 'Key (card)=(4111) already exists.' });
    expect(JSON.stringify(toPostgresFailure(error, 'ann'))).not.toContain('4111');
  });
});
