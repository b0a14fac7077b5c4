import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExportFormat, ResultColumn } from '../../../shared/contract/results.ts';
import {
  columnsOf,
  storeRows,
  type TextRow,
  tinyMemory,
  withStore,
} from '../store-under-test.test-support.ts';
import type { CsvOptions } from './create-csv-format.ts';
import { createRowFormat } from './create-row-format.ts';
import { exportRows } from './export-rows.ts';
import '../../../shared/repeatable-properties.test-support.ts';

const types = {
  bool: 16,
  bytea: 17,
  int8: 20,
  int4: 23,
  text: 25,
  json: 114,
  float8: 701,
  numeric: 1700,
  jsonb: 3802,
};
const plainCsv = {
  format: 'csv',
  delimiter: ',',
  header: false,
  nullText: '',
  escapeFormulas: false,
} as const;

async function exported(
  rows: readonly TextRow[],
  as: ExportFormat,
  columns?: ResultColumn[],
): Promise<string> {
  return withStore(tinyMemory, async (store) => {
    const result = await storeRows(store, rows, columns === undefined ? {} : { columns });
    const pieces: Buffer[] = [];
    for await (const piece of exportRows(result, createRowFormat(result.columns, as))) pieces.push(piece);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(1024 * 1024);
    return Buffer.concat(pieces).toString('utf8');
  });
}

const csvCases: [string, TextRow[], Partial<CsvOptions>, string][] = [
  [
    'NULL and empty',
    [
      [null, ''],
      ['', null],
    ],
    {},
    ',""\n"",\n',
  ],
  ['a text for NULL', [[null, 'NULL', 'null', '']], { nullText: 'NULL' }, 'NULL,"NULL",null,\n'],
  ['one that has to be quoted', [[null, 'x']], { nullText: 'n/a, "none"' }, '"n/a, ""none""",x\n'],
  [
    'what has to be quoted',
    [['a,b', 'a"b', 'a\nb', 'a\rb', 'a;b', 'a\tb', ' a ']],
    {},
    '"a,b","a""b","a\nb","a\rb",a;b,a\tb, a \n',
  ],
  ['semicolons', [['a,b', 'a;b']], { delimiter: ';' }, 'a,b;"a;b"\n'],
  ['tabs', [['a,b', 'a\tb']], { delimiter: '\t' }, 'a,b\t"a\tb"\n'],
  ['the mark of an end, alone in its line', [['\\.'], ['x\\.']], {}, '"\\."\nx\\.\n'],
  ['the same beside another', [['\\.', 'x']], {}, '\\.,x\n'],
  ['no columns', [[], []], { header: true }, '\n\n\n'],
  ['headers', [['1', '2']], { header: true }, 'c0,c1\n1,2\n'],
  [
    'formulas',
    [['=1+1', '+1', '-1', '@a', '\tx', '\rx', 'a=1', '=a,"b"', '']],
    { escapeFormulas: true },
    '\'=1+1,\'+1,\'-1,\'@a,\'\tx,"\'\rx",a=1,"\'=a,""b""",""\n',
  ],
];

test.each(csvCases)('CSV: %s', async (_, rows, options, expected) => {
  expect(await exported(rows, { ...plainCsv, ...options })).toBe(expected);
});

test('CSV: numbers are no formulas, names of columns may be', async () => {
  const columns = columnsOf(types.int4, types.numeric, types.text).map((column) => ({
    ...column,
    name: '=a',
  }));
  const as = { ...plainCsv, header: true, escapeFormulas: true };
  expect(await exported([['-1', '-Infinity', '-1']], as, columns)).toBe("'=a,'=a,'=a\n-1,-Infinity,'-1\n");
});

test('JSON: numbers keep their digits, what is no number or text of its own is a text', async () => {
  const columns = columnsOf(
    types.int8,
    types.numeric,
    types.float8,
    types.bool,
    types.json,
    types.jsonb,
    types.bytea,
  );
  const rows = [
    ['9223372036854775807', '0.10', '1e-07', 't', '{"a":\r\n [1]}', '{"b": "\\n"}', '\\x00ff'],
    ['-1', 'NaN', '-Infinity', 'f', 'null', '1', ''],
    [null, null, null, null, null, null, null],
  ];
  const lines = [
    '{"c0":9223372036854775807,"c1":0.10,"c2":1e-07,"c3":true,"c4":{"a":   [1]},"c5":{"b": "\\n"},"c6":"\\\\x00ff"}',
    '{"c0":-1,"c1":"NaN","c2":"-Infinity","c3":false,"c4":null,"c5":1,"c6":""}',
    '{"c0":null,"c1":null,"c2":null,"c3":null,"c4":null,"c5":null,"c6":null}',
  ];
  expect(await exported(rows, { format: 'json-lines' }, columns)).toBe(`${lines.join('\n')}\n`);
  expect(await exported(rows, { format: 'json' }, columns)).toBe(`[\n${lines.join(',\n')}\n]\n`);
  expect(await exported([], { format: 'json' }, columns)).toBe('[]\n');
  expect(await exported([], { format: 'json-lines' }, columns)).toBe('');
});

test('JSON: names that stand twice are numbered', async () => {
  const columns = columnsOf(...Array.from({ length: 6 }, () => types.text));
  const names = ['id', 'id', 'id_2', 'id', '"', '?column?'];
  const named = columns.map((column, index) => ({ ...column, name: names[index] ?? '' }));
  const line = await exported([['a', 'b', 'c', 'd', 'e', 'f']], { format: 'json-lines' }, named);
  expect(line).toBe('{"id":"a","id_3":"b","id_2":"c","id_4":"d","\\"":"e","?column?":"f"}\n');
});

test('JSON says every text again, whatever is in it', async () => {
  const text = fc.option(fc.string({ unit: 'binary', maxLength: 40 }).map((value) => value.toWellFormed()));
  const rows = fc.array(fc.tuple(text, text), { maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const json: unknown = JSON.parse(
        await exported(given, { format: 'json' }, columnsOf(types.text, types.text)),
      );
      expect(json).toEqual(given.map(([c0, c1]) => ({ c0, c1 })));
    }),
    { numRuns: 40 },
  );
});

test('SQL: names and literals are quoted, 500 rows to a statement', async () => {
  const columns = columnsOf(types.int4, types.float8, types.bool, types.text);
  const named = columns.map((column, index) => (index === 0 ? { ...column, name: 'a"b' } : column));
  const as = { format: 'sql', table: 'my "table"' } as const;
  const into = 'INSERT INTO "my ""table""" ("a""b", "c1", "c2", "c3") VALUES\n';
  expect(
    await exported(
      [
        ['-1', 'NaN', 't', "it's \\ é"],
        [null, '-0', 'f', ''],
      ],
      as,
      named,
    ),
  ).toBe(`${into}(-1, 'NaN', true, E'it''s \\\\ é'),\n(NULL, '-0', false, '');\n`);
  const many = await exported(
    Array.from({ length: 1001 }, () => ['1']),
    { format: 'sql', table: 't' },
  );
  expect(many.split(';\n').map((statement) => statement.split("('1')").length - 1)).toEqual([500, 500, 1, 0]);
  const exact = await exported(
    Array.from({ length: 500 }, () => ['1']),
    { format: 'sql', table: 't' },
  );
  expect(exact.endsWith("('1');\n")).toBe(true);
  expect(await exported([[], []], { format: 'sql', table: 't' })).toBe(
    'INSERT INTO "t" DEFAULT VALUES;\n'.repeat(2),
  );
});

test('values longer than a block are written whole in every format', async () => {
  const long = `=${'€"\'\\\n'.repeat(300_000)}`;
  const json = JSON.stringify({ long });
  const rows = [
    ['a', '1'],
    [long, json],
    [null, '2'],
    ['b', json],
  ];
  const columns = columnsOf(types.text, types.json);
  const parsed: unknown = JSON.parse(await exported(rows, { format: 'json' }, columns));
  expect(parsed).toEqual([
    { c0: 'a', c1: 1 },
    { c0: long, c1: { long } },
    { c0: null, c1: 2 },
    { c0: 'b', c1: { long } },
  ]);
  const csv = await exported(rows, { ...plainCsv, escapeFormulas: true }, columns);
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  expect(csv === `a,1\n${quoted(`'${long}`)},${quoted(json)}\n,2\nb,${quoted(json)}\n`).toBe(true);
  const literal = (text: string): string => `E'${text.replaceAll("'", "''").replaceAll('\\', '\\\\')}'`;
  const sql = await exported(rows, { format: 'sql', table: 't' }, columns);
  expect(
    sql.endsWith(`(${literal(long)}, ${literal(json)}),\n(NULL, '2'),\n('b', ${literal(json)});\n`),
  ).toBe(true);
});
