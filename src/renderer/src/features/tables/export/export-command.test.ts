import { describe, expect, it } from 'vitest';
import { exportCommand } from './export-command.ts';

const query = 'SELECT "id", "name" FROM "public"."customers"';
const usual = { delimiter: ',', header: true, nullText: '' } as const;

describe('the command that writes the same file', () => {
  it('is one line', () => {
    expect(exportCommand(`${query}\nWHERE is_active\nORDER BY id`, usual, 'customers.csv')).toBe(
      `\\copy (${query} WHERE is_active ORDER BY id) TO 'customers.csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')`,
    );
  });

  it('names what is unusual', () => {
    const unusual = { delimiter: '\t', header: false, nullText: "\\N'" } as const;
    expect(exportCommand(query, unusual, "It's.tsv")).toBe(
      `\\copy (${query}) TO 'It''s.tsv' WITH (FORMAT csv, DELIMITER E'\\t', NULL E'\\\\N''', ENCODING 'UTF8')`,
    );
  });

  it.each(['"', 'a,b', '\n'])('is none where COPY cannot write NULL as asked: %j', (nullText) => {
    expect(exportCommand(query, { ...usual, nullText }, 'a.csv')).toBeNull();
  });

  it.each(['WHERE a -- why\n', "WHERE a = 'two\nlines'", 'WHERE "two\nlines"'])(
    'is no \\copy where a line break belongs to the query: %j',
    (where) => {
      expect(exportCommand(`${query}\n${where}`, usual, 'a\\b.csv')).toBe(
        `COPY (${query}\n${where}) TO STDOUT WITH (FORMAT csv, HEADER true, ENCODING 'UTF8') \\g 'a\\\\b.csv'`,
      );
    },
  );
});
