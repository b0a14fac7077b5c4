import { describe, expect, it } from 'vitest';
import { firstText, valueOfPasted, valueOfText } from './edit-draft.ts';

const column = { valueType: 'text', notNull: false, defaultText: null } as const;
const unset = { default: true } as const;

describe('valueOfText', () => {
  it.each([
    ['a text stays', column, 'old', 'old', undefined],
    ['another text', column, 'old', 'new', 'new'],
    ['a text where there was none', column, null, 'new', 'new'],
    ['a cleared text', column, 'old', '', ''],
    ['nothing where there was nothing', column, null, '', undefined],
    ['nothing where the default is', column, unset, '', undefined],
    ['a cleared text that must be given', { ...column, notNull: true }, 'old', '', null],
    ['a cleared text that has a default', { ...column, notNull: true, defaultText: "'x'" }, 'old', '', ''],
    ['a cleared number', { ...column, valueType: 'integer' as const }, '1', '', null],
    ['an empty text that must be given', { ...column, notNull: true }, '', '', undefined],
    ['lines of Windows', column, 'a\r\nb', 'a\nb\nc', 'a\r\nb\r\nc'],
    ['lines of Windows as they were', column, 'a\r\nb', 'a\nb', undefined],
    ['mixed lines as they were', column, 'a\r\nb\nc', 'a\nb\nc', undefined],
    ['mixed lines, changed', column, 'a\r\nb\nc', 'a\nb\nd', 'a\nb\nd'],
  ])('%s', (_name, of, before, text, after) => {
    expect(valueOfText(of, before, text)).toEqual(after);
  });
});

it('begins with the value, or with what was typed', () => {
  expect(firstText('old', { kind: 'keep' })).toBe('old');
  expect(firstText(null, { kind: 'keep' })).toBe('');
  expect(firstText(unset, { kind: 'keep' })).toBe('');
  expect(firstText('old', { kind: 'replace', text: 'x' })).toBe('x');
});

it('takes nothing for NULL, and an empty text for one where it can be', () => {
  expect(valueOfPasted(column, null)).toBe(null);
  expect(valueOfPasted(column, '')).toBe('');
  expect(valueOfPasted({ valueType: 'integer' }, '')).toBe(null);
  expect(valueOfPasted({ valueType: 'integer' }, '1')).toBe('1');
});

it('leaves the value as it is when an input method makes nothing of the keys', () => {
  const start = { kind: 'compose' } as const;
  expect(firstText('old', start)).toBe('');
  expect(valueOfText(column, 'old', '', start)).toBe(undefined);
  expect(valueOfText(column, 'old', 'é', start)).toBe('é');
  expect(valueOfText(column, 'old', '', { kind: 'replace', text: '' })).toBe('');
});
