import { describe, expect, it } from 'vitest';
import { exportCommand } from './export-command.ts';

const customers = { schema: 'public', name: 'customers', kind: 'table' as const, columns: [] };
const plain = { delimiter: ',', header: true, nullText: '' } as const;

describe('the command that writes the same file', () => {
  it('copies a whole table by name', () => {
    expect(exportCommand({ relation: customers, rest: '' }, plain, 'customers.csv')).toBe(
      `\\copy "public"."customers" TO 'customers.csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')`,
    );
  });

  it('selects the rows of a view, and those of a filter', () => {
    expect(
      exportCommand(
        { relation: { ...customers, name: 'Active "ones"', kind: 'view' }, rest: '' },
        plain,
        'a.csv',
      ),
    ).toContain('\\copy (SELECT * FROM "public"."Active ""ones""") TO');
    expect(
      exportCommand({ relation: customers, rest: ' WHERE "is_active" ORDER BY "name"' }, plain, 'a.csv'),
    ).toContain('(SELECT * FROM "public"."customers" WHERE "is_active" ORDER BY "name") TO');
  });

  it('names only what differs from the usual', () => {
    expect(
      exportCommand(
        { relation: customers, rest: '' },
        { delimiter: '\t', header: false, nullText: "\\N'" },
        "It's.tsv",
      ),
    ).toBe(
      `\\copy "public"."customers" TO 'It''s.tsv' WITH (FORMAT csv, DELIMITER E'\\t', NULL E'\\\\N''', ENCODING 'UTF8')`,
    );
  });

  it('is no \\copy where the query has several lines', () => {
    expect(exportCommand({ relation: customers, rest: ' WHERE a -- why\n' }, plain, 'a\\b.csv')).toBe(
      `COPY (SELECT * FROM "public"."customers" WHERE a -- why\n) TO STDOUT WITH (FORMAT csv, HEADER true, ENCODING 'UTF8') \\g 'a\\\\b.csv'`,
    );
  });
});
