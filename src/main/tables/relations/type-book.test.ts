import { expect, test } from 'vitest';
import type { RawType } from './raw-relation.ts';
import { createTypeBook } from './type-book.ts';

const plain: Omit<RawType, 'oid' | 'name'> = {
  ...{ kind: 'b', category: 'U', length: -1, baseOid: 0, modifier: -1, notNull: false, expression: null },
  ...{ checks: null, elementOid: 0, fields: null, isOrdered: false, labels: null },
};
const type = (oid: number, name: string, more: Partial<RawType> = {}): RawType => ({
  ...plain,
  oid,
  name,
  ...more,
});
const integer = type(23, 'integer', { category: 'N', length: 4, isOrdered: true });
const json = type(114, 'json');
const varchar = type(1043, 'character varying', { category: 'S', isOrdered: true });
const domain = (oid: number, baseOid: number, more: Partial<RawType> = {}) =>
  type(oid, `public.d${oid}`, { kind: 'd', baseOid, ...more });

test('a domain over a domain is what the innermost is made of', () => {
  const inner = domain(5, 1043, { modifier: 7, checks: ['inner'], notNull: true });
  const outer = domain(6, 5, { checks: ['outer'], expression: "'x'" });
  expect(createTypeBook([outer, inner, varchar])(6, -1)).toMatchObject({
    ...{ oid: 1043, modifier: 7, sqlName: 'character varying', valueType: 'text', notNull: true },
    ...{ checks: ['outer', 'inner'], expression: "'x'", hasOrder: true },
  });
});

test('an array of a domain is told by the domain', () => {
  const baseOf = createTypeBook([type(8, 'public._d5', { elementOid: 5 }), domain(5, 23), integer]);
  expect(baseOf(8, -1)).toMatchObject({ sqlName: 'public.d5[]', valueType: 'array', hasOrder: true });
});

test('a composite type has an order if all of its parts have one', () => {
  const pair = (oid: number, fields: number[]) => type(oid, `public.p${oid}`, { kind: 'c', fields });
  const baseOf = createTypeBook([pair(10, [23, 1043]), pair(11, [10, 114]), integer, json, varchar]);
  expect([baseOf(10, -1).hasOrder, baseOf(11, -1).hasOrder, baseOf(114, -1).hasOrder]).toEqual([
    true,
    false,
    false,
  ]);
});

test('enums, ranges and multiranges have an order without a class of their own', () => {
  const kinds = ['e', 'r', 'm', 'b'].map((kind, at) => type(20 + at, kind, { kind }));
  const baseOf = createTypeBook(kinds);
  expect(kinds.map(({ oid }) => baseOf(oid, -1).hasOrder)).toEqual([true, true, true, false]);
});
