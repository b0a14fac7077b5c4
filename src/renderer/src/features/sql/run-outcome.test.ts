import { describe, expect, it } from 'vitest';
import type { ConsoleEntry } from '../../../../shared/contract/consoles.ts';
import { addToOutcome, emptyOutcome } from './run-outcome.ts';

const base = { id: 1, atMs: 0 };
const statement = (command: string): ConsoleEntry => ({
  ...base,
  kind: 'statement',
  text: 'select 1',
  place: null,
  command,
  durationMs: 2,
  resultId: null,
});
const failure = (reason: string): ConsoleEntry => ({
  ...base,
  kind: 'failure',
  text: null,
  error: { code: 'database-unreachable', reason },
});
const event = (name: Extract<ConsoleEntry, { kind: 'event' }>['event']): ConsoleEntry => ({
  ...base,
  kind: 'event',
  event: name,
  detail: null,
});
const told = (...entries: ConsoleEntry[]) => entries.reduce(addToOutcome, emptyOutcome);

describe('addToOutcome', () => {
  it('counts statements and what they took, and keeps the last command', () => {
    expect(told(statement('BEGIN'), statement('UPDATE 3'))).toMatchObject({
      statements: 2,
      durationMs: 4,
      lastCommand: 'UPDATE 3',
    });
  });

  it('keeps the first failure and counts the others', () => {
    const outcome = told(failure('first'), failure('second'));
    expect(outcome.failures).toBe(2);
    expect(outcome.failure).toEqual(failure('first'));
  });

  it('tells each thing that happened to the session once, the last time it did', () => {
    const { session } = told(
      event('connection-lost'),
      event('transaction-lost'),
      event('connection-lost'),
      event('reconnected'),
    );
    expect(session).toEqual(['transaction-lost', 'connection-lost', 'reconnected']);
  });

  it('forgets why there was no session once there is one, but not what broke off a statement', () => {
    expect(told(failure('password'), event('connected')).failure).toBeNull();
    expect(told(failure('terminated'), event('reconnected')).failure).toEqual(failure('terminated'));
  });

  it('knows that a person stopped it', () => {
    expect(told(event('cancelled')).cancelled).toBe(true);
  });
});
