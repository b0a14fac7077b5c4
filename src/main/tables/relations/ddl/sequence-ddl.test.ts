import { expect, test } from 'vitest';
import type { DdlSequence } from './raw-ddl.ts';
import { createSequence, sequenceOptions } from './sequence-ddl.ts';

const usual: DdlSequence = {
  ...{ sqlName: 'public.s', column: 'id', hasUsualName: true, call: '', type: 'integer', comment: null },
  ...{ start: '1', increment: '1', min: '1', max: '2147483647', cache: '1', cycles: false },
};

test('a sequence that nothing was said of has no options', () => {
  expect(sequenceOptions(usual)).toEqual([]);
  expect(sequenceOptions({ ...usual, type: 'bigint', max: '9223372036854775807' })).toEqual([]);
  const falling = { increment: '-1', start: '-1', max: '-1', min: '-2147483648' };
  expect(sequenceOptions({ ...usual, ...falling })).toEqual(['INCREMENT BY -1']);
});

test('all else is said', () => {
  const odd = { start: '5', increment: '3', min: '2', max: '99', cache: '7', cycles: true };
  expect(createSequence({ ...usual, ...odd, type: 'smallint' })).toBe(
    'CREATE SEQUENCE public.s AS smallint START WITH 5 INCREMENT BY 3 MINVALUE 2 MAXVALUE 99 CACHE 7 CYCLE',
  );
  expect(sequenceOptions({ ...usual, min: '2', start: '2' })).toEqual(['MINVALUE 2']);
});
