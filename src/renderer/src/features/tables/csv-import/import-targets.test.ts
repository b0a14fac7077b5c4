import { describe, expect, it } from 'vitest';
import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import { plainColumn as plain } from '../../../../../shared/tables/plain-column.test-support.ts';
import { importTargets, mappingProblems, sequenceColumns } from './import-targets.ts';

const columns: RelationColumn[] = [
  { ...plain, name: 'id', notNull: true, defaultText: "nextval('customers_id_seq'::regclass)" },
  { ...plain, name: 'number', notNull: true, identity: 'always' },
  { ...plain, name: 'name', notNull: true },
  { ...plain, name: 'email', notNull: true },
  { ...plain, name: 'shout', notNull: true, generated: 'upper(name)', canInsert: false },
  { ...plain, name: 'note' },
];
const relation = { columns, fillsNewRows: false };

describe('where columns of a file go', () => {
  it('follows the suggestion until the person says something', () => {
    const preview = { header: ['Name', 'unknown'], columnCount: 2 };
    expect(importTargets({ targets: null }, preview, relation)).toEqual(['name', null]);
    expect(importTargets({ targets: ['note', null] }, preview, relation)).toEqual(['note', null]);
  });

  it('is suggested anew when the file turns out to have other columns', () => {
    const preview = { header: ['Name'], columnCount: 1 };
    expect(importTargets({ targets: ['note', null] }, preview, relation)).toEqual(['name']);
  });
});

describe('what a mapping lets expect', () => {
  it('names required columns that get nothing, but none that fill themselves', () => {
    expect(mappingProblems(['name', null], relation)).toEqual({
      twice: [],
      missing: ['email'],
      nothing: false,
    });
  });

  it('names what is filled twice, once, and sees when nothing is', () => {
    expect(mappingProblems(['name', 'email', 'name', 'name'], relation).twice).toEqual(['name']);
    expect(mappingProblems([null, null], relation).nothing).toBe(true);
  });

  it('knows which sequences fall behind', () => {
    expect(sequenceColumns(['number', 'name', 'id'], relation)).toEqual(['id', 'number']);
    expect(sequenceColumns(['name'], relation)).toEqual([]);
  });
});
