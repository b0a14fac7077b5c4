import type { ImportOptions } from '../../../../../shared/contract/csv-import.ts';
import type { Relation } from '../../../../../shared/contract/relations.ts';
import { quoteIdentifier } from '../../../../../shared/sql/quote-sql.ts';
import { copyOptions, copyWord, literal } from '../export/copy-options.ts';
import { sequenceColumns } from './import-targets.ts';

type Target = Pick<Relation, 'schema' | 'name' | 'columns'>;

/**
 * What does the same in psql. Columns of the file that go nowhere need a detour through a temporary table, as COPY takes
 * all columns of a file; sequences are moved by statements of their own.
 */
export function importCommand(relation: Target, options: ImportOptions, fileName: string): string {
  const targets = options.columns.filter((name) => name !== null);
  const table = `${quoteIdentifier(relation.schema)}.${quoteIdentifier(relation.name)}`;
  const names = targets.map(quoteIdentifier).join(', ');
  const copy = (into: string) => `\\copy ${into} FROM ${copySource(options, fileName)}`;
  const lines =
    targets.length === options.columns.length
      ? [copy(`${table} (${names})`)]
      : [
          temporaryTable(table, options),
          copy('imported'),
          `INSERT INTO ${table} (${names})${overriding(relation, targets)} SELECT ${names} FROM imported;`,
        ];
  if (options.moveSequences) lines.push(...sequenceLines(table, sequenceColumns(targets, relation)));
  return lines.length === 1 ? lines.join('') : ['BEGIN;', ...lines, 'COMMIT;'].join('\n');
}

/** With the types of the table's columns, so that values are read as COPY into the table would. */
function temporaryTable(table: string, { columns }: ImportOptions): string {
  const fields = columns.map((name, index) =>
    name === null ? `NULL::text AS left_out_${index + 1}` : quoteIdentifier(name),
  );
  return `CREATE TEMP TABLE imported ON COMMIT DROP AS SELECT ${fields.join(', ')} FROM ${table} WITH NO DATA;`;
}

/** COPY fills identity columns whatever they are, INSERT has to be told. */
function overriding({ columns }: Target, targets: readonly string[]): string {
  const always = columns.some(({ name, identity }) => identity === 'always' && targets.includes(name));
  return always ? ' OVERRIDING SYSTEM VALUE' : '';
}

/** Never backwards: a sequence that is beyond the values stays where it is. */
function sequenceLines(table: string, names: readonly string[]): string[] {
  return names.map((name) => {
    const sequence = `pg_get_serial_sequence(${literal(table)}, ${literal(name)})`;
    const last = `greatest(max(${quoteIdentifier(name)}), nextval(${sequence}) - 1)`;
    return `SELECT setval(${sequence}, ${last}) FROM ${table};`;
  });
}

/** The server knows no UTF-16: it is converted on the way. */
function copySource(options: ImportOptions, fileName: string): string {
  const utf16 = { UTF16LE: 'UTF-16LE', UTF16BE: 'UTF-16BE' } as const;
  const { encoding } = options;
  if (encoding !== 'UTF16LE' && encoding !== 'UTF16BE')
    return `${copyWord(fileName)} ${copyOptions(options)}`;
  const shellWord = `'${fileName.replaceAll("'", "'\\''")}'`;
  const program = copyWord(`iconv -f ${utf16[encoding]} -t UTF-8 ${shellWord}`);
  return `PROGRAM ${program} ${copyOptions({ ...options, encoding: 'UTF8' })}`;
}
