import { expect, it } from 'vitest';
import { placeOfEditing } from './place-of-editing.ts';

const text = { valueType: 'text' } as const;
const json = { valueType: 'json' } as const;
const cut = { start: 'a', lengthBytes: 9_000 };

it.each([
  ['a short text', text, 'a', undefined, 'here'],
  ['a text of many lines', text, '\n'.repeat(12), undefined, 'opened'],
  ['the beginning of a text', text, cut, undefined, 'opened'],
  ['JSON', json, '{}', { kind: 'keep' }, 'opened'],
  ['what is typed instead of JSON', json, '{}', { kind: 'replace', text: '[' }, 'here'],
  ['what is typed instead of a long text', text, cut, { kind: 'replace', text: 'b' }, 'here'],
  ['what an input method makes', json, '{}', { kind: 'compose' }, 'here'],
  ['a long text that is emptied', text, cut, { kind: 'replace', text: '' }, 'opened'],
] as const)('%s', (_name, column, value, start, place) => {
  expect(placeOfEditing(column, value, start)).toBe(place);
});
