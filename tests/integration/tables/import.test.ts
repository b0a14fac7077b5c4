import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTableFilesBench, type TableFilesBench } from '../../support/table-files-bench.ts';
import { testImageOf, testMajors } from '../../support/test-image.ts';

const benches = new Map<string, TableFilesBench>();
beforeAll(async () => {
  await Promise.all(
    testMajors.map(async (major) => benches.set(major, await openTableFilesBench(testImageOf(major)))),
  );
});
afterAll(() => Promise.all([...benches.values()].map((bench) => bench.dispose())));

function benchOf(major: string): TableFilesBench {
  const bench = benches.get(major);
  if (bench === undefined) throw new Error(`no server of ${major}`);
  return bench;
}

const people = `
  create table people (id serial primary key, name varchar(10) not null, age int check (age > 0),
    email text unique, code char(2), born date, boss int references people)`;
const header = 'id,name,age,email';
const columns = ['id', 'name', 'age', 'email'];

/** Where COPY names a line, by what is wrong with the second record; it spans lines 3 and 4 of the file. */
const refusals: [string, string, { sqlState: string; line: number | null; message: RegExp }][] = [
  ['a wrong type', '2,"a\nb",x,e', { sqlState: '22P02', line: 3, message: /type integer: "x"/ }],
  ['no value where one has to be', ',"a\nb",1,e', { sqlState: '23502', line: 3, message: /"id"/ }],
  ['a check', '2,"a\nb",-1,e', { sqlState: '23514', line: 3, message: /people_age_check/ }],
  [
    'a text that is too long',
    '2,"a\nbcdefghijkl",1,e',
    { sqlState: '22001', line: 3, message: /varying\(10\)/ },
  ],
  ['a key that is taken', '1,"a\nb",1,e', { sqlState: '23505', line: 3, message: /people_pkey/ }],
  ['too few values', '2,"a\nb"', { sqlState: '22P04', line: 3, message: /missing data/ }],
  ['too many values', '2,"a\nb",1,e,f', { sqlState: '22P04', line: 3, message: /extra data/ }],
  ['a quote that nobody closes', '2,"a\nb,1,e', { sqlState: '22P04', line: 3, message: /unterminated/ }],
  ['a byte of another encoding', '2,"a\nb\xff",1,e', { sqlState: '22021', line: 3, message: /UTF8/ }],
];

describe.each(testMajors)('a server of %s', (major) => {
  beforeAll(() => benchOf(major).psql(`drop table if exists people; ${people}`));

  test.each(refusals)('refuses %s, names the line and imports nothing', async (_, record, expected) => {
    const bench = benchOf(major);
    const file = Buffer.from(`${header}\n1,first,1,a\n${record}\n3,last,3,c\n`, 'latin1');
    const end = await bench.send('people', { columns, header: true }, file);
    expect(end).toMatchObject({
      state: 'refused',
      line: expected.line,
      error: { sqlState: expected.sqlState, message: expect.stringMatching(expected.message) },
    });
    expect(await bench.psql('select count(*) from people')).toBe('0');
  });
});
