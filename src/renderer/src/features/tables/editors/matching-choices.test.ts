import { expect, it } from 'vitest';
import { matchingChoices } from './matching-choices.ts';

const choices = ['unpaid', 'paid', 'Packed', 'NULL'].map((label) => ({ value: label, label }));

it.each([
  ['', ['unpaid', 'paid', 'Packed', 'NULL']],
  ['pa', ['paid', 'Packed', 'unpaid']],
  ['PACK', ['Packed']],
  ['none', []],
])('%j finds %j', (text, labels) => {
  expect(matchingChoices(choices, text).map(({ label }) => label)).toEqual(labels);
});
