import { describe, expect, it } from 'vitest';
import type { ImportOptions } from '../../../../../shared/contract/csv-import.ts';
import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import { importCommand } from './import-command.ts';

const column = (name: string, more: Partial<RelationColumn> = {}): RelationColumn => ({
  ...{ name, type: 'text', typeOid: 25, valueType: 'text', align: 'left', notNull: false, defaultText: null },
  ...{
    identity: null,
    generated: null,
    maxLength: null,
    integerBytes: null,
    numeric: null,
    enumLabels: null,
  },
  ...{ canSort: true, canInsert: true, canUpdate: true, comment: null, ...more },
});
const table = {
  schema: 'public',
  name: 'customers',
  columns: [column('id', { identity: 'always' }), column('name'), column('email')],
};
const options: ImportOptions = {
  encoding: 'UTF8',
  delimiter: ',',
  quote: '"',
  header: true,
  nullText: '',
  columns: ['name', 'email'],
  moveSequences: false,
};

describe('the command that imports the same', () => {
  it('is one line where all of the file goes into the table', () => {
    expect(importCommand(table, options, 'new.csv')).toBe(
      `\\copy "public"."customers" ("name", "email") FROM 'new.csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')`,
    );
  });

  it('names what is unusual of the file', () => {
    const german = { ...options, encoding: 'WIN1252', delimiter: ';', quote: "'", header: false } as const;
    expect(importCommand(table, { ...german, nullText: '\\N' }, "it's.csv")).toContain(
      `FROM 'it''s.csv' WITH (FORMAT csv, DELIMITER ';', QUOTE '''', NULL E'\\\\N', ENCODING 'WIN1252')`,
    );
  });

  it('converts what the server cannot read', () => {
    expect(importCommand(table, { ...options, encoding: 'UTF16LE' }, "a'b.csv")).toContain(
      `FROM PROGRAM 'iconv -f UTF-16LE -t UTF-8 ''a''\\''''b.csv''' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')`,
    );
  });

  it('takes a detour for what is left out, and moves sequences, all or nothing', () => {
    const sequence = `pg_get_serial_sequence('"public"."customers"', 'id')`;
    const wish = { ...options, columns: ['id', null, 'name'], moveSequences: true };
    expect(importCommand(table, wish, 'new.csv').split('\n')).toEqual([
      'BEGIN;',
      'CREATE TEMP TABLE imported ON COMMIT DROP AS SELECT "id", NULL::text AS left_out_2, "name" FROM "public"."customers" WITH NO DATA;',
      `\\copy imported FROM 'new.csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')`,
      'INSERT INTO "public"."customers" ("id", "name") OVERRIDING SYSTEM VALUE SELECT "id", "name" FROM imported;',
      `SELECT setval(${sequence}, greatest(max("id"), nextval(${sequence}) - 1)) FROM "public"."customers";`,
      'COMMIT;',
    ]);
  });
});
