import { describe, expect, it } from 'vitest';
import { checkValue, requiredColumns } from './check-value.ts';
import { plainColumn as column } from './plain-column.test-support.ts';

const unset = { default: true } as const;

describe('checkValue', () => {
  it('asks for a value where there must be one', () => {
    expect(checkValue(column, null)).toBe(null);
    expect(checkValue({ ...column, notNull: true }, null)).toEqual({ problem: 'required' });
    expect(checkValue({ ...column, notNull: true }, '')).toBe(null);
    expect(checkValue({ ...column, notNull: true }, unset)).toEqual({ problem: 'required' });
    expect(checkValue({ ...column, notNull: true, defaultText: 'now()' }, unset)).toBe(null);
    expect(checkValue({ ...column, notNull: true, defaultText: 'now()' }, null)).toEqual({
      problem: 'required',
    });
  });

  it('counts characters, not what they take', () => {
    const short = { ...column, typeOid: 1043, maxLength: 2 };
    expect(checkValue(short, '😀😀')).toBe(null);
    expect(checkValue(short, '😀😀😀')).toEqual({ problem: 'too-long', most: 2, length: 3 });
    expect(checkValue(short, 'ab  ')).toBe(null);
  });

  it('says how far numbers go', () => {
    const whole = { ...column, valueType: 'integer' as const, integerBytes: 2 as const };
    expect(checkValue(whole, '32768')).toEqual({ problem: 'out-of-range', least: '-32768', most: '32767' });
    const price = {
      ...column,
      valueType: 'number' as const,
      typeOid: 1700,
      numeric: { precision: 4, scale: 2 },
    };
    expect(checkValue(price, '99.995')).toEqual({ problem: 'too-big', digits: 2 });
    expect(checkValue(price, '99.994')).toBe(null);
    expect(checkValue(price, '0.000e99999999')).toBe(null);
  });

  it('knows no text with U+0000, wherever it stands', () => {
    expect(checkValue(column, 'a\0')).toEqual({ problem: 'zero-character' });
  });

  it('looks through millions of characters', () => {
    const bytes = { ...column, valueType: 'bytea' as const, typeOid: 17 };
    expect(checkValue(bytes, `\\x${'ff'.repeat(4_000_000)}`)).toBe(null);
    expect(checkValue(bytes, `${'a'.repeat(4_000_000)}\\`)).toEqual({ problem: 'not-bytes' });
    const json = { ...column, valueType: 'json' as const, typeOid: 3802 };
    expect(checkValue(json, `"${'\\\\'.repeat(2_000_000)}"`)).toBe(null);
    const list = { ...column, valueType: 'array' as const, typeOid: 1009 };
    expect(checkValue(list, `{${'a,'.repeat(2_000_000)}b}`)).toBe(null);
  });
});

it('names the columns that a new row must have', () => {
  const columns = [
    { ...column, name: 'id', notNull: true, identity: 'always' as const },
    { ...column, name: 'name', notNull: true },
    { ...column, name: 'note' },
    { ...column, name: 'total', notNull: true, generated: 'a + b' },
    { ...column, name: 'at', notNull: true, defaultText: 'now()' },
  ];
  const required = (fillsNewRows: boolean) => requiredColumns({ columns, fillsNewRows });
  expect(required(false).map(({ name }) => name)).toEqual(['name']);
  expect(required(true)).toEqual([]);
});
