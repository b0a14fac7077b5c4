import { describe, expect, it } from 'vitest';
import type { Catalog } from '../../../../../shared/contract/catalog.ts';
import { offerNames, type Written } from './offer-names.ts';

const catalog: Catalog = {
  searchPath: ['app', 'public'],
  schemas: ['app', 'public', 'Old'],
  relations: [
    {
      schema: 'public',
      name: 'customers',
      kind: 'table',
      columns: [
        ['id', 'bigint'],
        ['Full Name', 'text'],
      ],
    },
    { schema: 'app', name: 'orders', kind: 'view', columns: [['order', 'integer']] },
    { schema: 'Old', name: 'customers', kind: 'table', columns: [['legacy', 'text']] },
  ],
  functions: [
    { schema: 'pg_catalog', name: 'now', arguments: '', returns: 'timestamp with time zone' },
    { schema: 'Old', name: 'gone', arguments: 'integer', returns: 'void' },
    { schema: 'Old', name: 'gone', arguments: 'text', returns: 'void' },
  ],
  cut: false,
};

const offered = (written: Partial<Written>) =>
  offerNames(catalog, { statement: '', qualifier: [], wordBefore: '', ...written }).map(({ label }) => label);

describe('offerNames', () => {
  it('offers the columns after an alias, in their order, quoted where needed', () => {
    const statement = 'select c. from customers c';
    expect(offered({ statement, qualifier: ['c'] })).toEqual(['id', '"Full Name"']);
  });

  it('prefers what the statement calls by that name to a schema or table of it', () => {
    expect(offered({ statement: 'select public. from orders public', qualifier: ['public'] })).toEqual([
      '"order"',
    ]);
  });

  it('finds a table by its schema, and without one along the search path', () => {
    expect(offered({ qualifier: ['Old', 'customers'] })).toEqual(['legacy']);
    expect(offered({ qualifier: ['customers'] })).toEqual(['id', '"Full Name"']);
  });

  it('offers what a schema holds, functions of one name once', () => {
    expect(offered({ qualifier: ['Old'] })).toEqual(['customers', 'gone']);
  });

  it('offers only tables and schemas where a table stands', () => {
    expect(offered({ wordBefore: 'FROM' })).toEqual(['customers', 'orders', 'app', 'public', '"Old"']);
  });

  it('offers columns of the tables in the statement first, then aliases and the rest', () => {
    const all = offered({ statement: 'select from customers c', wordBefore: 'select' });
    expect(all.slice(0, 3)).toEqual(['id', '"Full Name"', 'c']);
    expect(all).toContain('now');
    expect(all).not.toContain('gone');
  });

  it('offers nothing below what it does not know', () => {
    expect(offered({ qualifier: ['nothing'] })).toEqual([]);
  });
});
