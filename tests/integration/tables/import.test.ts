import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BadLine } from '../../../src/shared/contract/csv-import.ts';
import {
  type ImportEnd,
  openSharedTableFilesBench,
  type TableFilesBench,
} from '../../support/table-files-bench.ts';
import { testImageOf, testMajors } from '../../support/test-image.ts';

const benches = new Map<string, TableFilesBench>();
beforeAll(async () => {
  await Promise.all(
    testMajors.map(async (major) => benches.set(major, await openSharedTableFilesBench(testImageOf(major)))),
  );
});
afterAll(() => Promise.all([...benches.values()].map((bench) => bench.dispose())));

function benchOf(major: string): TableFilesBench {
  const bench = benches.get(major);
  if (bench === undefined) throw new Error(`no server of ${major}`);
  return bench;
}

const tables = `
  create domain positive as int check (value > 0);
  create table people (id serial primary key, name varchar(10) not null, age positive, email text unique,
    boss int references people, check (length(email) > 1));
  create table notes (note text)`;
const columns = ['id', 'name', 'age', 'email', 'boss'];
const header = 'id,name,age,email,boss';

/** Of one record, which spans lines 3 and 4 of the file where it is `2,"a\nb",…`. */
const faults: [string, string, { sqlState: string; message: RegExp; line?: null }][] = [
  ['a wrong type', '2,"a\nb",x,e2,', { sqlState: '22P02', message: /type integer: "x"/ }],
  ['no value where one has to be', ',"a\nb",1,e2,', { sqlState: '23502', message: /"id"/ }],
  ['a check of a type', '2,"a\nb",-1,e2,', { sqlState: '23514', message: /positive_check/ }],
  ['a check', '2,"a\nb",1,e,', { sqlState: '23514', message: /people_email_check/ }],
  ['a text that is too long', '2,"a\nbcdefghijkl",1,e2,', { sqlState: '22001', message: /varying\(10\)/ }],
  ['a key that is taken', '1,"a\nb",1,e2,', { sqlState: '23505', message: /people_pkey/ }],
  [
    'a row that is nowhere',
    '2,"a\nb",1,e2,77',
    { sqlState: '23503', message: /people_boss_fkey/, line: null },
  ],
  ['too few values', '2,"a\nb"', { sqlState: '22P04', message: /missing data/ }],
  ['too many values', '2,"a\nb",1,e2,,f', { sqlState: '22P04', message: /extra data/ }],
  ['a quote that nobody closes', '2,"a\nb,1,e2,', { sqlState: '22P04', message: /unterminated/ }],
  ['a byte of another encoding', '2,"a\nb\xff",1,e2,', { sqlState: '22021', message: /UTF8/ }],
  ['a zero byte', '2,"a\nb\0",1,e2,', { sqlState: '22021', message: /0x00/ }],
  ['a lone return', '2,"a\nb",1,e\r2,', { sqlState: '22P04', message: /carriage return/ }],
];

describe.each(testMajors)('a server of %s', (major) => {
  beforeAll(async () => {
    for (const statement of tables.split(';')) await benchOf(major).ask(statement);
  });

  test('refuses what it cannot take, names the line and imports nothing', async () => {
    const bench = benchOf(major);
    for (const [what, record, fault] of faults) {
      const file = Buffer.from(`${header}\n1,first,1,e1,\n${record}\n3,last,3,e3,\n`, 'latin1');
      const end = await bench.send('people', { columns, header: true }, file);
      expect(end, what).toMatchObject({
        state: 'refused',
        line: fault.line === undefined ? 3 : null,
        error: { sqlState: fault.sqlState, message: expect.stringMatching(fault.message) },
      });
    }
    expect(await bench.ask('select count(*) from people')).toBe('0');
  });

  test('finds all bad lines of a file', async () => {
    const bench = benchOf(major);
    await bench.ask("insert into people (name, email) values ('there', 'taken')");
    const end = await bench.send('people', { columns, header: true, mode: 'check' }, badFile);
    expect(shown(end)).toEqual([
      '3 age 22P02 invalid input syntax for type integer: "x"',
      '5 id 23502 null value in column "id" of relation "people" violates not-null constraint',
      '6 age 23514 value for domain positive violates check constraint "positive_check"',
      '7 name 22001 value too long for type character varying(10)',
      '8 null 23505 duplicate key value violates unique constraint "people_email_key"',
      '9 null 23505 duplicate key value violates unique constraint "people_pkey"',
      '11 null 23503 insert or update on table "people" violates foreign key constraint "people_boss_fkey"',
      '12 null too-few 5 2',
      '13 null too-many 5 6',
      '14 null bad-encoding',
      '15 null bad-encoding',
      '16 null 22P04 unquoted carriage return found in data',
      '20 null open-quote',
    ]);
    expect(end).toMatchObject({ goodLines: 4, more: false });
    expect(await bench.ask('select name from people')).toBe('there');
    await bench.ask('truncate people restart identity');
  });

  test('takes a line \\. as its COPY does, but never passes over what follows', async () => {
    const bench = benchOf(major);
    const endsData = major !== '18';
    const send = (file: string, mode: 'import' | 'check' = 'import') =>
      bench.send('notes', { columns: ['note'], mode }, file);
    expect(await send('a\n\\.\n')).toMatchObject({ state: 'imported', rows: endsData ? 1 : 2 });
    const followed = await send('a\n\\.\nb\n');
    const checked = await send('a\n\\.\nb\nc\n', 'check');
    if (endsData) {
      expect(followed).toMatchObject({
        state: 'refused',
        line: 3,
        error: { message: expect.stringMatching(/data follows/) },
      });
      expect(checked).toMatchObject({ goodLines: 1, badLines: [{ line: 3, text: 'b' }] });
    } else {
      expect(followed).toMatchObject({ state: 'imported', rows: 3 });
      expect(checked).toMatchObject({ goodLines: 4, badLines: [] });
    }
    const leftOut = await bench.send('notes', { columns: ['note', null] }, '\\.,x\nb,y\n');
    expect(leftOut).toMatchObject({ state: 'imported', rows: 2 });
    await bench.ask('truncate notes');
  });
});

/** Every fault once; lines 2, 10, 18 and 19 are good: line 10 refers to a row further down. */
const badFile = Buffer.from(
  [
    header,
    '10,good,1,good,',
    '11,"x\ny",x,e11,',
    ',a,1,e12,',
    '13,a,0,e13,',
    '14,abcdefghijk,1,e14,',
    '15,a,1,taken,',
    '10,a,1,e16,',
    '17,a,1,e17,18',
    '20,a,1,e20,99',
    '21,a',
    '22,a,1,e22,,x',
    '23,a\xff,1,e23,',
    '24,a\0,1,e24,',
    '25,a\rb,1,e25,',
    '18,a,1,e18,10',
    '19,a,1,e19,"18"',
    '26,"a,1,e26,\n',
  ].join('\n'),
  'latin1',
);

function shown(end: ImportEnd): string[] {
  if (end.state !== 'checked') throw new Error(JSON.stringify(end));
  return end.badLines.map(({ line, column, reason }) => `${line} ${column} ${reasonOf(reason)}`);
}

function reasonOf(reason: BadLine['reason']): string {
  switch (reason.kind) {
    case 'server':
      return `${reason.sqlState} ${reason.message}`;
    case 'too-few':
    case 'too-many':
      return `${reason.kind} ${reason.expected} ${reason.found}`;
    case 'open-quote':
    case 'bad-encoding':
      return reason.kind;
  }
}
