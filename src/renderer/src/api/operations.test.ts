import { describe, expect, it } from 'vitest';
import type { Operation } from '../../../shared/contract/operations.ts';
import { mergeOperations } from './operations.ts';

const operation = (id: string, startedAtMs: number, change: Partial<Operation> = {}): Operation => ({
  id,
  kind: 'start',
  subject: 'db',
  state: 'running',
  steps: [],
  progress: null,
  startedAtMs,
  endedAtMs: null,
  cancellable: false,
  error: null,
  recovery: null,
  result: null,
  ...change,
});
const ended: Partial<Operation> = { state: 'succeeded', endedAtMs: 9 };
const states = (operations: readonly Operation[] | undefined) =>
  operations?.map(({ id, state }) => `${id} ${state}`);

describe('mergeOperations', () => {
  it('puts what only the feed knows in its place, newest first', () => {
    const merged = mergeOperations([operation('b', 2, ended), operation('a', 1, ended)], {
      c: operation('c', 3),
    });
    expect(states(merged)).toEqual(['c running', 'b succeeded', 'a succeeded']);
  });

  it('takes the newer snapshot of the feed', () => {
    expect(states(mergeOperations([operation('a', 1)], { a: operation('a', 1, ended) }))).toEqual([
      'a succeeded',
    ]);
  });

  it('believes the journal about an end that the feed missed', () => {
    expect(states(mergeOperations([operation('a', 1, ended)], { a: operation('a', 1) }))).toEqual([
      'a succeeded',
    ]);
  });

  it('is nothing before the journal is there', () => {
    expect(mergeOperations(undefined, { a: operation('a', 1) })).toBeUndefined();
  });
});
