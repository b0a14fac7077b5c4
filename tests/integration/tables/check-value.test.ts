import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RelationColumn } from '../../../src/shared/contract/relations.ts';
import { checkValue } from '../../../src/shared/tables/check-value.ts';
import { plainColumn } from '../../../src/shared/tables/plain-column.test-support.ts';
import '../../../src/shared/repeatable-properties.test-support.ts';
import type { SessionQuery } from '../../../src/main/postgres/console-connection.ts';
import { openSharedBench } from '../../support/shared-bench.ts';
import { type TestMajor, testImageOf, testMajors } from '../../support/test-image.ts';
import type { WireBench } from '../../support/wire-bench.ts';

const plain: RelationColumn = { ...plainColumn, name: 'value' };

interface CheckedType {
  type: string;
  column: Partial<RelationColumn>;
  /** Texts are put together from these. */
  pieces: readonly string[];
  /** Refused by the check, and so by every server. */
  wrong: readonly string[];
}

const digits = [
  '0',
  '1',
  '9',
  '99',
  '123456',
  '.',
  '-',
  '+',
  'e',
  'E5',
  '_',
  ' ',
  'x',
  '0x1F',
  '0b',
  'NaN',
  'inf',
  '\t',
  '\u00a0',
];
const dates = [
  '2025',
  '2024',
  '0001',
  '99',
  '-',
  '-02-',
  '-13-',
  '29',
  '31',
  '00',
  ' ',
  'T',
  '24:00',
  '23:59:60',
  '25:00',
  ':',
  '61',
  'now',
  'today',
  'infinity',
  ' BC',
  'Jan',
  'Z',
  '+07',
  ' PM',
  '/',
  '.5',
];
const limits = ['2147483647', '32767', '9223372036854775807', '2147483648', '32768', '9223372036854775808'];

const checkedTypes: readonly CheckedType[] = [
  {
    type: 'boolean',
    column: { valueType: 'boolean', typeOid: 16 },
    pieces: ['t', 'r', 'ue', 'true', 'f', 'o', 'n', 'ff', 'yes', 'y', '1', '0', ' ', 'T', 'no'],
    wrong: ['', 'o', 'tru e', '2', 'yess'],
  },
  {
    type: 'smallint',
    column: { valueType: 'integer', typeOid: 21, integerBytes: 2 },
    pieces: [...digits, ...limits],
    wrong: ['', '1.5', '32768', '-32769', 'a', '1e3', '--1'],
  },
  {
    type: 'integer',
    column: { valueType: 'integer', typeOid: 23, integerBytes: 4 },
    pieces: [...digits, ...limits],
    wrong: ['2147483648', '0x', '1__0'],
  },
  {
    type: 'bigint',
    column: { valueType: 'integer', typeOid: 20, integerBytes: 8 },
    pieces: [...digits, ...limits],
    wrong: ['9223372036854775808', '-9223372036854775809'],
  },
  {
    type: 'numeric',
    column: { valueType: 'number', typeOid: 1700 },
    pieces: digits,
    wrong: ['', '.', '1.2.3', 'e5', 'one', '1,5'],
  },
  {
    type: 'numeric(4,2)',
    column: { valueType: 'number', typeOid: 1700, numeric: { precision: 4, scale: 2 } },
    pieces: [...digits, '99.99', '5', '4', '.00'],
    wrong: ['100', '99.995', '1e2', 'Infinity', '-100.00', '0.01e4'],
  },
  {
    type: 'numeric(2,-3)',
    column: { valueType: 'number', typeOid: 1700, numeric: { precision: 2, scale: -3 } },
    pieces: [...digits, '99499', '99500'],
    wrong: ['99500', '100000', '1e5'],
  },
  {
    type: 'numeric(2,4)',
    column: { valueType: 'number', typeOid: 1700, numeric: { precision: 2, scale: 4 } },
    pieces: [...digits, '0.00', '.0099', '5'],
    wrong: ['0.01', '1', '0.00995'],
  },
  {
    type: 'double precision',
    column: { valueType: 'number', typeOid: 701 },
    pieces: [...digits, 'e308', 'e309', '1.8', 'p3'],
    wrong: ['', '1e309', 'one', '1_0', '1.5.'],
  },
  {
    type: 'real',
    column: { valueType: 'number', typeOid: 700 },
    pieces: [...digits, 'e38', 'e39', '3.4', '3.5'],
    wrong: ['1e39', '4e38', ''],
  },
  {
    type: 'character varying(3)',
    column: { typeOid: 1043, maxLength: 3 },
    pieces: ['a', '😀', ' ', 'é', '\n', 'ab'],
    wrong: ['abcd', '😀😀😀😀', 'abc\n'],
  },
  {
    type: 'character(3)',
    column: { typeOid: 1042, maxLength: 3 },
    pieces: ['a', '😀', ' ', 'é', '\t'],
    wrong: ['abcd'],
  },
  {
    type: 'bit varying(4)',
    column: { valueType: 'other', typeOid: 1562, maxLength: 4 },
    pieces: ['0', '1', 'b', 'x', 'F'],
    wrong: [],
  },
  {
    type: 'mood',
    column: { valueType: 'enum', typeOid: 99_999, enumLabels: ['ok', 'not ok', 'Ok', ''] },
    pieces: ['ok', 'not', ' ', 'Ok', 'OK'],
    wrong: ['OK', ' ok', 'none'],
  },
  {
    type: 'uuid',
    column: { valueType: 'uuid', typeOid: 2950 },
    pieces: [
      'a0ee',
      'BC99',
      '-',
      '{',
      '}',
      ' ',
      '9c0b4ef8bb6d6bb9bd380a11',
      'a0eebc999c0b4ef8bb6d6bb9bd380a11',
    ],
    wrong: ['', 'a0ee', '{a0eebc99', 'g0eebc999c0b4ef8bb6d6bb9bd380a11'],
  },
  {
    type: 'json',
    column: { valueType: 'json', typeOid: 114 },
    pieces: [
      '{',
      '}',
      '[',
      ']',
      '"a"',
      ':',
      ',',
      '1',
      '-0',
      '1e999',
      'null',
      '"\\u0000"',
      '"\\ud800"',
      '"\t"',
      '01',
      ' ',
      '\u00a0',
      '"é\u2028"',
    ],
    wrong: ['', '{', "{'a':1}", '01', '[1,]', 'undefined'],
  },
  {
    type: 'jsonb',
    column: { valueType: 'json', typeOid: 3802 },
    pieces: ['{', '}', '[', ']', '"a"', ':', ',', '1', '"\\u0000"', '"\\\\u0000"', '"\\\\\\u0000"', 'true'],
    wrong: ['"\\u0000"', '{"\\\\\\u0000":1}'],
  },
  {
    type: 'bytea',
    column: { valueType: 'bytea', typeOid: 17 },
    pieces: ['\\x', '00', 'f', 'FF', ' ', '\n', '\\', '\\\\', '\\001', '\\377', '\\400', 'a', 'é'],
    wrong: ['\\x0', '\\xzz', '\\', '\\400', 'a\\9', '\\x0 0'],
  },
  {
    type: 'integer[]',
    column: { valueType: 'array', typeOid: 1007, type: 'integer[]' },
    pieces: ['{', '}', '1', ',', 'NULL', '[0:1]', '=', '"2"', ' '],
    wrong: ['', '1,2', '{1', '{1}}', '{"1}', '{1} 2'],
  },
  {
    type: 'text[]',
    column: { valueType: 'array', typeOid: 1009, type: 'text[]' },
    pieces: ['{', '}', '"', '\\', 'a', ',', 'NULL', '[1:1]=', ' ', '\\}'],
    wrong: ['a', '{a', '{"a}', '{a\\}'],
  },
  {
    type: 'date',
    column: { valueType: 'date', typeOid: 1082 },
    pieces: dates,
    wrong: ['', 'soon', '2025-13-01', '2025-02-30', '2025-00-10', '2025-04-31'],
  },
  {
    type: 'time',
    column: { valueType: 'time', typeOid: 1083 },
    pieces: dates,
    wrong: ['', 'noon', '25:00', '12:60', '12:00:61'],
  },
  {
    type: 'time with time zone',
    column: { valueType: 'time', typeOid: 1266 },
    pieces: dates,
    wrong: ['25:00'],
  },
  {
    type: 'timestamp',
    column: { valueType: 'timestamp', typeOid: 1114 },
    pieces: dates,
    wrong: ['', '2025-13-01', '2025-01-01 25:00', '2025-06-31T10:00'],
  },
  {
    type: 'timestamp with time zone',
    column: { valueType: 'timestamp', typeOid: 1184 },
    pieces: dates,
    wrong: ['later', '2025-01-32 10:00+07'],
  },
  {
    type: 'interval',
    column: { valueType: 'interval', typeOid: 1186 },
    pieces: ['1', ' ', 'day', '-', ':', 'P', 'ago'],
    wrong: ['', ' '],
  },
];

const styles = ['ISO, MDY', 'SQL, DMY', 'German, YMD', 'Postgres, MDY'];
const benches: WireBench[] = [];
const sessions = new Map<TestMajor, SessionQuery>();

beforeAll(async () => {
  await Promise.all(testMajors.map(async (major) => sessions.set(major, await connect(major))));
});
afterAll(() => Promise.all(benches.map((bench) => bench.dispose())));

describe.each(checkedTypes)('$type', ({ type, column, pieces, wrong }) => {
  const whole: RelationColumn = { ...plain, type, ...column };
  const isRefused = (text: string) => checkValue(whole, text) !== null;

  test('what is refused before is refused by every server', async () => {
    expect(wrong.filter((text) => !isRefused(text))).toEqual([]);
    const made = fc.sample(
      fc.array(fc.constantFrom(...pieces), { maxLength: 6 }).map((some) => some.join('')),
      { numRuns: 1500, seed: 20_261_120 },
    );
    const refused = [...new Set([...wrong, ...made])].filter(isRefused);
    const found = await Promise.all([...sessions.values()].map((session) => taken(session, type, refused)));
    expect(found.flat()).toEqual([]);
  });
});

test('the newest server takes what it is known to take, and so does the check', async () => {
  const right: readonly (readonly [string, string])[] = [
    ['integer', ' +1_000 '],
    ['integer', '0xFF'],
    ['integer', '-2147483648'],
    ['numeric', '1_000.5e-3'],
    ['numeric', '-inf'],
    ['numeric(4,2)', '99.994'],
    ['numeric(4,2)', 'NaN'],
    ['numeric(2,-3)', '99499'],
    ['double precision', '0x1p3'],
    ['boolean', ' ON '],
    ['boolean', 'of'],
    ['uuid', '{a0ee-bc99-9c0b-4ef8-bb6d-6bb9-bd38-0a11}'],
    ['character varying(3)', 'abc   '],
    ['json', '"\\u0000"'],
    ['jsonb', '"\\\\u0000"'],
    ['bytea', '\\x00 ff'],
    ['bytea', 'a\\\\b\\001'],
    ['integer[]', '[0:1]={1,2}'],
    ['text[]', '{"}",\\{}'],
    ['date', 'tomorrow'],
    ['date', '1 Jan 2025'],
    ['date', '0044-03-15 BC'],
    ['date', '2024-02-29'],
    ['time', 'allballs'],
    ['time', '24:00'],
    ['timestamp', '2025-01-01 24:00'],
    ['timestamp', '-infinity'],
    ['timestamp with time zone', '2025-01-01 10:00 Asia/Jakarta'],
    ['bit varying(4)', 'xF'],
  ];
  const newest = sessions.get('18');
  if (newest === undefined) throw new Error('no server');
  for (const [type, text] of right) {
    const of = checkedTypes.find((one) => one.type === type);
    expect([type, text, checkValue({ ...plain, type, ...of?.column }, text)]).toEqual([type, text, null]);
    expect([type, await taken(newest, type, [text])]).toEqual([type, [text]]);
  }
});

/** Those of `texts` that a column of the type takes, in some style of dates. */
async function taken(session: SessionQuery, type: string, texts: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const style of type.startsWith('time') || type === 'date' ? styles : styles.slice(0, 1)) {
    await session.query(`SELECT set_config('DateStyle', $1, false)`, [style]);
    const { rows } = await session.query(
      'SELECT value FROM json_array_elements_text($2) WHERE pg_temp.takes($1, value)',
      [type, JSON.stringify(texts)],
    );
    for (const [text] of rows) if (typeof text === 'string') found.add(text);
  }
  return [...found];
}

async function connect(major: TestMajor): Promise<SessionQuery> {
  const bench = await openSharedBench(testImageOf(major));
  benches.push(bench);
  const session = await bench.connect();
  const statements = [
    `CREATE TYPE mood AS ENUM ('ok', 'not ok', 'Ok', '')`,
    `CREATE FUNCTION pg_temp.takes(type text, value text) RETURNS boolean LANGUAGE plpgsql AS $$
    BEGIN
      EXECUTE format('INSERT INTO %I VALUES (%L)', type, value);
      RETURN true;
    EXCEPTION WHEN others THEN RETURN false;
    END $$`,
    ...checkedTypes.map(({ type }) => `CREATE TEMP TABLE "${type}" (value ${type})`),
  ];
  for (const statement of statements) await session.query(statement);
  return session;
}
