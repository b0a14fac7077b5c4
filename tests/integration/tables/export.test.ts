import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TableExports } from '../../../src/main/tables/export/table-exports.ts';
import { writeRelation } from '../../../src/main/tables/export/write-relation.ts';
import type { ExportFormat } from '../../../src/shared/contract/results.ts';
import type { RowFilter, RowOrder } from '../../../src/shared/contract/table-rows.ts';
import { memoryPlatform } from '../../support/memory-platform.ts';
import {
  openSharedTableFilesBench,
  relationOf,
  type TableFilesBench,
} from '../../support/table-files-bench.ts';
import { waitFor } from '../../support/wait-for.ts';

let bench: TableFilesBench;
beforeAll(async () => {
  bench = await openSharedTableFilesBench();
});
afterAll(() => bench.dispose());

const csv = { format: 'csv', delimiter: ',', header: true, nullText: '', escapeFormulas: false } as const;
const all: RowFilter = { match: 'all', conditions: [], where: '' };

async function exported(
  table: string,
  as: ExportFormat,
  { filter = all, order = [] }: { filter?: RowFilter; order?: RowOrder } = {},
): Promise<string> {
  const place = { instance: bench.instance, database: bench.database, relation: relationOf(table) };
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
  beforeAll(() => bench.ask(zoo));

  const columns =
    "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = 'zoo'::regclass and attnum > 0 and attgenerated = ''";
  const rowsOf = async (table: string) =>
    bench.ask(`select ${await bench.ask(columns)} from ${table} order by id`);
  const anew = (table: string) =>
    bench.ask(`create table ${table} (like zoo including all excluding identity)`);

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

  test.each(['json', 'json-lines'] as const)('is valid %s', async (format) => {
    const text = await exported('zoo', { format });
    const rows =
      format === 'json'
        ? JSON.parse(text)
        : text
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line));
    expect(rows).toHaveLength(7);
    expect(rows[0]).toMatchObject({
      id: 1,
      flag: true,
      t: 'a "quoted", \\text\nwith\r\nlines\ttab',
      j: { a: [1, null] },
      doubled: 2,
    });
    expect(text).toContain('"i8":9223372036854775807');
    expect(rows[1]).toMatchObject({ n: 'NaN', f4: '-Infinity', a: '{}', j: null, x: null });
  });

  test('goes through SQL and back as it was', async () => {
    const file = await exported('zoo', { format: 'sql', table: 'zoo' });
    expect(file).toMatch(/^INSERT INTO "public"\."zoo" \("id", .*"lsn"\) OVERRIDING SYSTEM VALUE VALUES\n/);
    await anew('zoo_sql');
    await bench.sessions.use(
      { instance: bench.instance, database: bench.database },
      undefined,
      async (session) => {
        await session.query('BEGIN READ WRITE');
        for (const statement of file.split(/(?<=\);)\n/).filter((text) => text !== '')) {
          await session.query(statement.replace('"public"."zoo"', '"zoo_sql"'));
        }
        await session.query('COMMIT');
      },
    );
    expect(await rowsOf('zoo_sql')).toBe(await rowsOf('zoo'));
    expect(await exported('zoo', { format: 'sql', table: 'other "one"' })).toContain(
      'INTO "other ""one""" (',
    );
  });
});

describe('rows', () => {
  beforeAll(async () => {
    await bench.ask('create table ordered (a int primary key, b text)');
    await bench.ask("insert into ordered values (2, 'x'), (3, '=1'), (1, 'x'), (4, null)");
    await bench.ask('create view seen as select b, a from ordered where a < 3');
  });

  test('come in the order of the key, or as asked', async () => {
    expect(await exported('ordered', csv)).toBe('a,b\n1,x\n2,x\n3,=1\n4,\n');
    const order = [{ column: 'b', descending: true }];
    expect(await exported('ordered', { ...csv, header: false }, { order })).toBe('4,\n2,x\n1,x\n3,=1\n');
    expect(
      await exported('seen', { ...csv, delimiter: ';' }, { order: [{ column: 'a', descending: false }] }),
    ).toBe('b;a\nx;1\nx;2\n');
  });

  test('are those that match, by conditions and by what was written', async () => {
    const filter: RowFilter = {
      match: 'all',
      conditions: [{ column: 'b', operator: 'equals', values: ['x'] }],
      where: 'a > 1 -- not the first',
    };
    expect(await exported('ordered', csv, { filter })).toBe('a,b\n2,x\n');
    expect(await exported('ordered', { format: 'json-lines' }, { filter })).toBe('{"a":2,"b":"x"}\n');
  });

  test('are no formulas, and NULL may be any text', async () => {
    expect(await exported('ordered', { ...csv, escapeFormulas: true })).toBe(`a,b\n1,x\n2,x\n3,'=1\n4,\n`);
    expect(await exported('ordered', { ...csv, nullText: 'n/a' })).toContain('4,n/a\n');
    expect(await exported('ordered', { ...csv, nullText: 'a "b", c' })).toContain('4,"a ""b"", c"\n');
  });

  test('none make a file, too', async () => {
    const filter = { ...all, where: 'false' };
    expect(await exported('ordered', csv, { filter })).toBe('a,b\n');
    expect(await exported('ordered', { format: 'json' }, { filter })).toBe('[]\n');
    expect(await exported('ordered', { format: 'sql', table: 'x' }, { filter })).toBe('');
  });

  test('of a filter that cannot be are refused before a place is asked for', async () => {
    bench.files.delete('rows');
    const filter = { ...all, where: 'nowhere > 1' };
    await expect(exported('ordered', csv, { filter })).rejects.toMatchObject({
      appError: { code: 'database-error', sqlState: '42703' },
    });
    await expect(exported('missing', csv)).rejects.toMatchObject({ appError: { code: 'not-found' } });
    expect(bench.files.size).toBe(0);
  });

  test.each<ExportFormat>([csv, { format: 'json' }])('of a long value are whole as $format', async (as) => {
    await bench.ask("create table if not exists long as select 1 as id, repeat('é🐘\"', 1000000) as t");
    const text = await exported('long', as);
    const value =
      as.format === 'csv' ? text.slice('id,t\n1,"'.length, -2).replaceAll('""', '"') : JSON.parse(text)[0].t;
    // Not compared by `expect`, which would print both.
    expect(value === 'é🐘"'.repeat(1_000_000)).toBe(true);
  });
});

describe('of an export that ends early there is no file, and no session', () => {
  const slow = { ...all, where: 'pg_sleep(case when a = 3 then 60 else 0 end) is not null' };
  const running =
    "datname = current_database() and application_name = 'howdah tables' and state = 'active' and query like '%pg_sleep%'";
  const isRunning = () =>
    waitFor(
      'the export',
      async () => (await bench.ask(`select pid from pg_stat_activity where ${running}`)) || null,
    );
  const begin = (signal?: AbortSignal, exports = bench.exports) =>
    exports.save(
      {
        ...{
          instance: bench.instance,
          database: bench.database,
          relation: relationOf('ordered'),
          fileName: 'half',
        },
        ...{ order: [], filter: slow, as: csv },
      },
      signal,
    );

  test.each<[string, (stop: AbortController, exports: TableExports) => unknown, object]>([
    ['cancelled', (stop) => stop.abort(), { code: 'cancelled' }],
    [
      'killed',
      async () => bench.ask(`select pg_terminate_backend(pid) from pg_stat_activity where ${running}`),
      { code: 'database-unreachable' },
    ],
    ['the app is closed', (_, exports) => exports.dispose(), { code: 'cancelled' }],
  ])('%s', async (_, end, appError) => {
    const stop = new AbortController();
    const { platform } = memoryPlatform(bench.files);
    const exports = new TableExports(bench.sessions, platform);
    const refused = expect(begin(stop.signal, exports)).rejects.toMatchObject({ appError });
    await isRunning();
    await end(stop, exports);
    await refused;
    await bench.untilQuiet();
    expect(bench.files.has('half')).toBe(false);
  });

  test('left by who reads it, while nothing comes', async () => {
    let content: AsyncGenerator<Uint8Array> | null = null;
    const exports = new TableExports(bench.sessions, {
      async saveFile(file) {
        content = file.content();
        return { way: 'download', ticket: 't' };
      },
    });
    expect(await begin(undefined, exports)).toEqual({ way: 'download', ticket: 't' });
    await readAndLeave(content);
    await bench.untilQuiet();
  });

  async function readAndLeave(content: AsyncGenerator<Uint8Array> | null): Promise<void> {
    const next = content?.next();
    await isRunning();
    await content?.return(undefined);
    await next?.catch(() => undefined);
  }
});

test('of a table that is written anew meanwhile holds its rows', async () => {
  await bench.ask('create table anew as select generate_series(1, 3) as id');
  const place = { instance: bench.instance, database: bench.database };
  const wish = { relation: relationOf('anew'), order: [], filter: all, as: csv };
  const pieces: Buffer[] = [];
  await bench.sessions.use(place, undefined, async (holder) => {
    for (const statement of ['begin read write', 'alter table anew add noise float8 default random()'])
      await holder.query(statement);
    const written = bench.sessions.use(place, undefined, (session) =>
      writeRelation(session, wish, (bytes) => void pieces.push(bytes)),
    );
    await waitFor('the export to wait', async () => {
      const waiting = "select count(*) from pg_locks where not granted and relation = 'anew'::regclass";
      return (await bench.ask(waiting)) === '1' || null;
    });
    await holder.query('commit');
    await written;
  });
  expect(Buffer.concat(pieces).toString().trim().split('\n')).toHaveLength(4);
});
