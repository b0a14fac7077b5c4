import { expect, test } from 'vitest';
import { freeInstanceName } from './free-instance-name.ts';

test.each([
  [[], 'postgres'],
  [['postgres-2'], 'postgres'],
  [['postgres'], 'postgres-2'],
  [['postgres', 'postgres-2-data', 'postgres-3'], 'postgres-4'],
])('%j leaves %s', (taken, name) => {
  expect(freeInstanceName(taken)).toBe(name);
});
