import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseTestArguments, STEPS } from './steps.mjs';

test('every step is a script of package.json', () => {
  const { scripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  expect(Object.keys(scripts)).toEqual(expect.arrayContaining(STEPS.map((step) => step.script)));
});

test('runs everything when nothing is said', () => {
  expect(parseTestArguments([])).toEqual({ setup: true, steps: STEPS });
});

test('runs what is asked for, in the order of the list', () => {
  const { setup, steps } = parseTestArguments(['--only=unit,types', '--no-setup']);
  expect([setup, steps.map((step) => step.name)]).toEqual([false, ['types', 'unit']]);
});

test.each([
  [['--only=units'], 'unknown check units'],
  [['--fast'], 'unknown option --fast'],
])('refuses %j', (args, message) => {
  expect(() => parseTestArguments(args)).toThrow(message);
});
