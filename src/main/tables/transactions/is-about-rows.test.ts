import { expect, test } from 'vitest';
import { keptBackError } from '../save/problems/own-errors.ts';
import { isAboutRows } from './is-about-rows.ts';

const base = keptBackError({ relation: { name: 'x' } });

test.each([
  ['23505', true],
  ['22P02', true],
  ['42501', true],
  ['44000', true],
  ['P0001', true],
  ['09000', true],
  ['55P03', false],
  ['40P01', false],
  ['57014', false],
  ['53100', false],
  ['25006', false],
  ['XX000', false],
])('%s: %s', (sqlState, expected) => {
  expect(isAboutRows({ ...base, sqlState })).toBe(expected);
});
