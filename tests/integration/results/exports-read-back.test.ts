import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSilentLogger } from '../../../src/main/lib/logger.ts';
import { createRowFormat } from '../../../src/main/results/export/create-row-format.ts';
import { exportRows } from '../../../src/main/results/export/export-rows.ts';
import { ResultStore } from '../../../src/main/results/result-store.ts';
import type { StoredResult } from '../../../src/main/results/stored-result.ts';
import type { ExportFormat } from '../../../src/shared/contract/results.ts';
import { storeQuery } from '../../support/store-query.ts';
import { withTemporaryFolder } from '../../support/temporary-folder.ts';
import { type HeardConnection, openWireBench, type WireBench } from '../../support/wire-bench.ts';

const columns = `id int, b bool, i2 int2, i8 int8, n numeric, f4 float4, f8 float8, "Text é" text, "a""b" varchar,
  j json, jb jsonb, by bytea, ts timestamp, tz timestamptz, iv interval, r int4range, a text[], u uuid, o oid`;
const long = `repeat(E'long "text", it''s \\\\ € \\n', 20000)`;
const rows = `
  (1, true, 32767, 9223372036854775807, 12345678901234567890.123456789012345678900, 1.5, 1e-300, 'plain', '', '{"a":  1,
    "a": [2, "x\\ny"]}', '{"b": "q\\"uote"}', '\\x00ff5c27', '2026-11-20 01:02:03.000004', '2026-11-20 01:02:03+00', '1 mon -2 days', '[1,5)', '{a,"b c",NULL,"q\\"q"}', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11', 4294967295),
  (2, false, -32768, -9223372036854775808, 'NaN', 'NaN', 'Infinity', E'a,b;c\\td"e''f\\ng\\rh\\\\i', '=1+1', 'null', 'null', '', 'infinity', '-infinity', '0', 'empty', '{}', NULL, 0),
  (3, NULL, NULL, NULL, '0.00', '-Infinity', '-0', '\\.', 'NULL', '"€ 😀"', '1.10', NULL, '0044-03-15 00:00:00 BC', NULL, NULL, '(,)', NULL, NULL, NULL),
  (4, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
  (5, true, 0, 0, -1, 0, 0, ${long}, ' 😀 ', json_build_object('long', ${long}), NULL, decode(repeat('5c27', 300000), 'hex'), NULL, NULL, NULL, NULL, NULL, NULL, NULL)`;

let bench: WireBench;
let connection: HeardConnection;
beforeAll(async () => {
  bench = await openWireBench();
  connection = await bench.connect();
  await run(`CREATE TABLE given (${columns})`);
  await run(`INSERT INTO given VALUES ${rows}`);
});
afterAll(() => bench.dispose());

async function run(text: string, copyIn?: AsyncIterable<Uint8Array>) {
  const { end, results } = await connection.collect(text, copyIn === undefined ? {} : { copyIn });
  if (end.kind !== 'complete') throw new Error(JSON.stringify(end).slice(0, 2000));
  return results.flatMap((result) => result.rows);
}

function withResult<T>(text: string, work: (result: StoredResult) => Promise<T>): Promise<T> {
  return withTemporaryFolder(async (dir) => {
    const limits = { memoryBytes: 4096, diskBytes: 1024 ** 3 };
    const store = await ResultStore.open({ dir, limits, log: createSilentLogger() });
    try {
      return await work(await storeQuery(connection, store, text));
    } finally {
      await store.dispose();
    }
  });
}

const exportOf = (result: StoredResult, as: ExportFormat) =>
  exportRows(result, createRowFormat(result.columns, as));

async function textOf(result: StoredResult, as: ExportFormat): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportOf(result, as)) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}

/** Every value as the server says it. */
async function expectSameAsGiven(table: string): Promise<void> {
  const difference = await run(
    `SELECT one.id, other.id FROM given one FULL JOIN ${table} other ON one::text = other::text
     WHERE one.id IS NULL OR other.id IS NULL`,
  );
  expect(difference).toEqual([]);
  expect(await run(`SELECT count(*) FROM ${table}`)).toEqual([['5']]);
}

const csv = { format: 'csv', delimiter: ',', header: true, nullText: '', escapeFormulas: false } as const;

test.each([
  ['comma', csv, 'HEADER'],
  [
    'semicolon, NULL as a word',
    { ...csv, delimiter: ';', nullText: 'NULL', header: false },
    "DELIMITER ';', NULL 'NULL'",
  ],
  ['tab', { ...csv, delimiter: '\t' }, "DELIMITER E'\\t', HEADER"],
] as const)('CSV with %s is what COPY writes, and reads back the same', async (_, as, options) => {
  await withResult('SELECT * FROM given ORDER BY id', async (result) => {
    const copied: Buffer[] = [];
    const statement = `COPY (SELECT * FROM given ORDER BY id) TO STDOUT (FORMAT csv, ${options})`;
    await connection.collect(statement, { onCopyOut: (bytes) => void copied.push(Buffer.from(bytes)) });
    // A value that comes in pieces is quoted without need: COPY, which sees all of it, is not that careful.
    const needless = /"(\\x[0-9a-f]+)"/g;
    const ours = (await textOf(result, as)).replace(needless, '$1');
    expect(ours === Buffer.concat(copied).toString('utf8')).toBe(true);
    await run('DROP TABLE IF EXISTS from_csv');
    await run('CREATE TABLE from_csv (LIKE given)');
    await run(`COPY from_csv FROM STDIN (FORMAT csv, ${options})`, exportOf(result, as));
    await expectSameAsGiven('from_csv');
  });
});

test('CSV of a lone column tells NULL, an empty text and the mark of an end apart', async () => {
  const values = `(VALUES (1, NULL), (2, ''), (3, '\\.'), (4, 'x')) v (n, t)`;
  await withResult(`SELECT t FROM ${values} ORDER BY n`, async (result) => {
    await run('CREATE TEMP TABLE lone (t text)');
    await run('COPY lone FROM STDIN (FORMAT csv, HEADER)', exportOf(result, csv));
    expect(await run('SELECT t FROM lone')).toEqual([[null], [''], ['\\.'], ['x']]);
  });
});

test('JSON reads back the same, line by line, too', async () => {
  await withResult('SELECT * FROM given ORDER BY id', async (result) => {
    const json = await textOf(result, { format: 'json' });
    const lines = await textOf(result, { format: 'json-lines' });
    const parsed: unknown = JSON.parse(json);
    expect(
      lines
        .trimEnd()
        .split('\n')
        .map((line): unknown => JSON.parse(line)),
    ).toEqual(parsed);
    await run('CREATE TABLE from_json (LIKE given)');
    // The reader takes a JSON null for NULL.
    await run(`UPDATE given SET j = NULL, jb = NULL WHERE id = 2`);
    // `json` keeps its spaces but not its line ends: they may not stand in a line.
    await run(`UPDATE given SET j = translate(j::text, E'\\n\\r', '  ')::json`);
    const { end } = await connection.collect({
      text: 'INSERT INTO from_json SELECT * FROM json_populate_recordset(NULL::from_json, $1::json)',
      values: [json],
    });
    expect(end).toEqual({ kind: 'complete', command: 'INSERT 0 5' });
    await expectSameAsGiven('from_json');
  });
});

test.each(['on', 'off'])('SQL runs with standard_conforming_strings %s', async (setting) => {
  await withResult('SELECT * FROM given ORDER BY id', async (result) => {
    const table = `From "sql" ${setting}`;
    const quoted = `"${table.replaceAll('"', '""')}"`;
    await run(`CREATE TABLE ${quoted} (LIKE given)`);
    await run(`SET standard_conforming_strings = ${setting}`);
    await run(await textOf(result, { format: 'sql', table }));
    await run('RESET standard_conforming_strings');
    await expectSameAsGiven(quoted);
  });
});
