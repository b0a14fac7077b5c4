import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportFormat } from '../../../src/shared/contract/results.ts';
import type { RowFilter, RowOrder } from '../../../src/shared/contract/tables.ts';
import { openTableFilesBench, relationOf, type TableFilesBench } from '../../support/table-files-bench.ts';

let bench: TableFilesBench;
beforeAll(async () => {
  bench = await openTableFilesBench();
});
afterAll(() => bench.dispose());

const csv = { format: 'csv', delimiter: ',', header: true, nullText: '', escapeFormulas: false } as const;
const all: RowFilter = { match: 'all', conditions: [], where: '' };

async function exported(
  table: string,
  as: ExportFormat,
  { filter = all, order = [] }: { filter?: RowFilter; order?: RowOrder } = {},
): Promise<string> {
  const place = { instance: bench.instance, database: null, relation: relationOf(table) };
  await bench.exports.save({ ...place, filter, order, as, fileName: 'rows' });
  return bench.files.get('rows') ?? '';
}

/** A value of every type that has one worth losing, by column; twice as many rows with NULL and what is odd. */
const zoo = `
  create type mood as enum ('sad', 'it''s "ok"');
  create domain short as varchar(5) check (value <> 'x');
  create type pair as (a int, b text);
  create table zoo (id int generated always as identity primary key, flag bool, i2 int2, i8 int8, n numeric(20, 5),
    f4 float4, f8 float8, cash money, t text, vc varchar(20), c char(4), one "char", nm name, b bytea, d date, tm time,
    tz timetz, ts timestamp, tsz timestamptz, iv interval, u uuid, j json, jb jsonb, x xml, a int[], ta text[],
    m mood, dm short, p pair, ip inet, net cidr, mac macaddr, bi bit(3), vb varbit, pt point, bx box, pg polygon,
    r int4range, mr tstzmultirange, v tsvector, q tsquery, reg regclass, lsn pg_lsn, doubled int generated always as
    (i2 * 2) stored);
  insert into zoo values (default, true, 1, 9223372036854775807, 123456789012345.12345, 1.1, 1e300, 12.5,
    e'a "quoted", \\\\text\\nwith\\r\\nlines\\ttab', 'it''s', 'ab', 'z', 'näme', '\\x00ff', '2026-01-02', '12:00:01.5',
    '12:00+02', '2026-01-02 03:04:05.678', '2026-01-02 03:04:05.678+05', '1 year 2 days 00:00:03.5',
    'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', '{"a":  [1,null]}', '{"b": "é\\\\n"}', '<a>1 &lt; 2</a>', '{1,NULL,3}',
    '{"a,b",NULL,"NULL","\\""}', 'it''s "ok"', 'abcde', '(1,"x, y")', '10.0.0.1/8', '10.0.0.0/8',
    '08:00:2b:01:02:03', '101', '10', '(1.5,2)', '(2,2),(1,1)', '((0,0),(1,1))', '[1,5)',
    '{[2026-01-01 00:00+00,2026-01-02 00:00+00)}', 'a:1 b', 'a & b', 'zoo', '16/B374D848'),
    (default, false, -1, -9223372036854775808, 'NaN', '-Infinity', '-0', -1, '', E'\\\\N', '', '', '', '', 'infinity',
    '24:00', '00:00-12', '-infinity', 'infinity', '-1 mon', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 'null', '"x"', null,
    '{}', '{}', 'sad', '', '(,)', '::1', '::/0', null, '000', '', null, null, null, 'empty', '{}', '', '', null, null);
  insert into zoo (i2) values (3);
  insert into zoo (t) values ('=1+1'), ('NULL'), (E'\\\\.'), ('🐘');`;

describe('every type', () => {
  beforeAll(() => bench.psql(zoo));

  const columns =
    "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = 'zoo'::regclass and attnum > 0 and attgenerated = ''";
  const rowsOf = async (table: string) =>
    bench.psql(`select ${await bench.psql(columns)} from ${table} order by id`);
  const anew = (table: string) =>
    bench.psql(`create table ${table} (like zoo including all excluding identity)`);

  test('goes through CSV and back as it was', async () => {
    await anew('zoo_csv');
    const file = await exported('zoo', csv);
    const names = file.slice(0, file.indexOf('\n')).split(',');
    expect(names).toHaveLength(44);
    const end = await bench.send(
      'zoo_csv',
      { columns: names.map((name) => (name === 'doubled' ? null : name)), header: true },
      file,
    );
    expect(end).toMatchObject({ state: 'imported', rows: 7 });
    expect(await rowsOf('zoo_csv')).toBe(await rowsOf('zoo'));
    expect(await exported('zoo_csv', csv)).toBe(file);
  });
});
