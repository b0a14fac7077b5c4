import { expect, test } from 'vitest';
import type { Operation } from '../../shared/contract/operations.ts';
import { tellOperations } from './tell-operations.ts';

test('the begin and the end of an operation make containers stale too, its progress does not', () => {
  const told: string[] = [];
  const operation = { id: 'one', state: 'running' } as Operation;
  let list: Operation[] = [];
  let change = () => {};
  const runner = {
    list: () => list,
    onChange: (listener: () => void) => {
      change = listener;
      return () => {};
    },
  };
  tellOperations(runner, { publish: (...topics) => void told.push(topics.join()) });
  list = [operation];
  change();
  change();
  list = [{ ...operation, state: 'succeeded' }];
  change();
  expect(told).toEqual(['operations,containers', 'operations', 'operations,containers']);
});
