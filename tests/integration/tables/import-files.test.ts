import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CsvEncoding } from '../../../src/shared/contract/csv-import.ts';
import {
  endOf,
  type FileWish,
  openSharedTableFilesBench,
  type TableFilesBench,
} from '../../support/table-files-bench.ts';

let bench: TableFilesBench;
beforeAll(async () => {
  bench = await openSharedTableFilesBench();
  await bench.ask('create table texts (a text, b text, c text)');
});
afterAll(() => bench.dispose());
beforeEach(() => bench.ask('truncate texts'));

const abc = ['a', 'b', 'c'];
const rows = () =>
  bench.ask("select coalesce(a, '∅') || '|' || coalesce(b, '∅') || '|' || coalesce(c, '∅') from texts");

describe('a file', () => {
  const text = 'é€,"ü, ""q""",\r\n"x\r\ny",\\.,z\r\n';
  const expected = 'é€|ü, "q"|∅\nx\r\ny|\\.|z';
  const utf16 = (isBig: boolean) => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return isBig ? bytes.swap16() : bytes;
  };
  const single = (euro: number) =>
    Buffer.from(text.replaceAll('€', '\u0001'), 'latin1').map((byte) => (byte === 1 ? euro : byte));

  test.each<[CsvEncoding, Uint8Array]>([
    ['UTF8', Buffer.from(text)],
    ['UTF8', Buffer.from(`\ufeff${text}`)],
    ['UTF16LE', utf16(false)],
    ['UTF16BE', utf16(true)],
    ['WIN1252', single(0x80)],
    ['LATIN9', single(0xa4)],
  ])('in %s goes in whole, however it is cut', async (encoding, bytes) => {
    for (const pieceBytes of [1, 1000]) {
      const end = await bench.send('texts', { columns: abc, encoding }, bytes, pieceBytes);
      expect(end).toMatchObject({ state: 'imported', rows: 2 });
      expect(await rows()).toBe(expected);
      await bench.ask('truncate texts');
    }
  });

  test.each<[string, Partial<FileWish>, string, string]>([
    ['semicolons', { delimiter: ';' }, '1;2,5;x\n', '1|2,5|x'],
    ['tabs', { delimiter: '\t' }, '1\t2\tx\n', '1|2|x'],
    ['apostrophes as quotes', { quote: "'" }, `'it''s','"',x\n`, `it's|"|x`],
    ['a text for NULL', { nullText: '\\N' }, '\\N,"\\N",\n', '∅|\\N|'],
    ['lines that end in CR', {}, '1,2,x\r4,"5\r",6\r', '1|2|x\n4|5\r|6'],
    ['no line end at the end', { header: true }, 'a,b,c\n1,2,x', '1|2|x'],
    ['nothing but a header', { header: true }, 'a,b,c\n', ''],
    ['nothing', {}, '', ''],
  ])('with %s', async (_, wish, file, expected) => {
    const end = await bench.send('texts', { columns: abc, ...wish }, file, 3);
    expect(end).toMatchObject({ state: 'imported' });
    expect(await rows()).toBe(expected);
    expect(await bench.send('texts', { columns: abc, mode: 'check', ...wish }, file)).toMatchObject({
      state: 'checked',
      badLines: [],
    });
  });

  test('of UTF-16 with half a character is refused at its line', async () => {
    const bytes = Buffer.from('\ufeff1,2,3\n4,\ud83d,6\n', 'utf16le');
    const wish = { columns: abc, encoding: 'UTF16LE' } as const;
    expect(await bench.send('texts', wish, bytes)).toMatchObject({
      state: 'refused',
      line: 2,
      error: { sqlState: '22021' },
    });
    expect(await bench.send('texts', { ...wish, mode: 'check' }, bytes)).toMatchObject({
      goodLines: 1,
      badLines: [{ line: 2, reason: { kind: 'bad-encoding' } }],
    });
  });

  test('of one line that is too long to be held is not taken for an open quote', async () => {
    const bytes = Buffer.alloc(66 * 1024 * 1024, 'a');
    const send = (wish: Partial<FileWish>) =>
      bench.send('texts', { columns: ['a', null], ...wish }, bytes, 4 * 1024 * 1024);
    expect(await send({})).toMatchObject({ error: { message: expect.stringMatching(/over 64 MiB/) } });
    expect(await send({ mode: 'check' })).toMatchObject({
      badLines: [{ line: 1, reason: { message: expect.stringMatching(/over 64 MiB/) } }],
    });
  });

  test('that is shorter than was said leaves nothing', async () => {
    const { importId } = await bench.imports.start(bench.wish('texts', { columns: abc }, 100));
    const watched = bench.imports.watch(importId, new AbortController().signal);
    expect((await watched.next()).value).toMatchObject({ state: 'running', sizeBytes: 100 });
    await bench.imports.chunk(importId, Buffer.from('1,2,3\n'), true);
    await expect(async () => {
      for await (const _ of watched);
    }).rejects.toMatchObject({ appError: { code: 'file-unusable', problem: 'cut-short' } });
    expect(await rows()).toBe('');
  });
});

test('dates are read as the database has it', async () => {
  await bench.ask('create table days (day date)');
  const send = (day: string, mode: 'import' | 'check' = 'import') =>
    bench.send('days', { columns: ['day'], mode }, `${day}\n`);
  expect(await send('02/13/2026')).toMatchObject({ state: 'imported' });
  expect(await send('13/02/2026')).toMatchObject({ state: 'refused', error: { sqlState: '22008' } });
  expect(await send('13/02/2026', 'check')).toMatchObject({ badLines: [{ line: 1 }] });
  await bench.ask(`alter database ${bench.database} set datestyle = 'ISO, DMY'`);
  expect(await send('13/02/2026')).toMatchObject({ state: 'imported' });
  await bench.ask(`alter role postgres in database ${bench.database} set datestyle = 'SQL, YMD'`);
  expect(await send('2026/02/13')).toMatchObject({ state: 'imported' });
  expect(await bench.ask('set datestyle = iso; select distinct day from days')).toBe('2026-02-13');
});

describe('columns', () => {
  test('may come in another order, and some may be left out', async () => {
    const columns = [null, 'c', null, 'a'];
    const file = 'n,c,x,a\n1,"c\n1",z,"a ""1"""\n"2\n2",\\.,,\n3,,,"\\."\n';
    expect(await bench.send('texts', { columns, header: true }, file, 5)).toMatchObject({ rows: 3 });
    expect(await rows()).toBe('a "1"|∅|c\n1\n∅|∅|\\.\n\\.|∅|∅');
  });

  test('that are left out change nothing about the lines of errors', async () => {
    await bench.ask('create table if not exists numbers (n int)');
    const sent = (file: string, mode: 'import' | 'check' = 'import') =>
      bench.send('numbers', { columns: [null, 'n'], header: true, mode }, file, 7);
    const start = '"head\ner",n\n"a\nb",1\n';
    expect(await sent(`${start}"c\n\nd",x\ne,2\n`)).toMatchObject({ state: 'refused', line: 5 });
    expect(await sent(`${start}c,2\nd\n`)).toMatchObject({
      state: 'refused',
      line: 6,
      error: { sqlState: '22P04' },
    });
    expect(await sent(`${start}c,2\nd,3,4\n`)).toMatchObject({ state: 'refused', line: 6 });
    expect(await sent(`${start}c,2\n"d,3\n`)).toMatchObject({ state: 'refused', line: 6 });
    expect(await sent(`${start}"c\nc",x\nd\ne,4\n`, 'check')).toMatchObject({
      goodLines: 2,
      badLines: [
        { line: 5, column: 'n', text: '"c' },
        { line: 7, reason: { kind: 'too-few' } },
      ],
    });
    expect(await bench.ask('select count(*) from numbers')).toBe('0');
  });

  test('of a table with odd names, partitions, identity and generated values', async () => {
    await bench.ask(`create table "Bücher, line 7 🐘" (id int generated always as identity, "Tit""el, x" text not null,
      "year" int, doubled int generated always as (year * 2) stored) partition by range (year)`);
    await bench.ask(`create table "alt" partition of "Bücher, line 7 🐘" for values from (1900) to (2000)`);
    const name = 'Bücher, line 7 🐘';
    const wish = { columns: ['id', 'Tit"el, x', 'year'], moveSequences: true };
    expect(await bench.send(name, wish, '7,x,1950\n9,y,1999\n')).toMatchObject({
      state: 'imported',
      rows: 2,
      sequences: [{ column: 'id', next: '10' }],
    });
    expect(await bench.ask('select id, doubled from alt order by id')).toBe('7|3900\n9|3998');
    expect(await bench.send(name, wish, '10,x,1950\n11,,1950\n')).toMatchObject({
      line: 2,
      error: { sqlState: '23502' },
    });
    const check = await bench.send(
      name,
      { ...wish, mode: 'check' },
      '10,x,2000\n11,,1950\n12,x,y\n13,x,1950\n',
    );
    expect(check).toMatchObject({
      goodLines: 1,
      badLines: [
        { line: 1, reason: { sqlState: '23514' } },
        { line: 2, column: 'Tit"el, x' },
        { line: 3, column: 'year' },
      ],
    });
    expect(await bench.send(name, { columns: ['doubled'] }, '1\n')).toMatchObject({
      state: 'refused',
      error: { sqlState: '42P10' },
    });
  });
});

describe('sequences', () => {
  beforeAll(() => bench.ask('create table items (id serial primary key, n int)'));

  test('move past what was imported, and never back', async () => {
    const send = (file: string) => bench.send('items', { columns: ['id', 'n'], moveSequences: true }, file);
    expect(await send('5,1\n3,1\n')).toMatchObject({ sequences: [{ column: 'id', next: '6' }] });
    expect(await send('4,1\n')).toMatchObject({ sequences: [] });
    expect(await bench.ask('insert into items (n) values (1) returning id')).toBe('6');
  });

  test('stand where they were after a check', async () => {
    const before = await bench.ask('select last_value, is_called from items_id_seq');
    const file = '1\n2\nx\n4\n';
    expect(await bench.send('items', { columns: ['n'], mode: 'check' }, file)).toMatchObject({
      goodLines: 3,
    });
    expect(await bench.ask('select last_value, is_called from items_id_seq')).toBe(before);
    expect(await bench.send('items', { columns: ['n'] }, '1\n')).toMatchObject({ rows: 1 });
  });
});

test('a check of a large file keeps nobody who inserts waiting', async () => {
  await bench.ask('create table tickets (id serial primary key, note text)');
  const piece = Buffer.from(`${'a'.repeat(999)}\n`.repeat(600));
  const wish = bench.wish('tickets', { columns: ['note'], mode: 'check' }, piece.length * 4);
  const { importId } = await bench.imports.start(wish);
  const ended = endOf(bench.imports, importId);
  for (const last of [false, false]) await bench.imports.chunk(importId, piece, last);
  await bench.ask(
    "set lock_timeout = '5s'; insert into tickets (note) values ('b'); set lock_timeout to default",
  );
  for (const last of [false, true]) await bench.imports.chunk(importId, piece, last);
  expect(await ended).toMatchObject({ state: 'checked', goodLines: 2400 });
});

describe('what stands against any line', () => {
  test('is said before the file is looked at', async () => {
    await bench.ask('create view seen as select 1 as n');
    for (const mode of ['import', 'check'] as const) {
      const send = (table: string, columns: string[], wish: Partial<FileWish> = {}) =>
        bench.send(table, { columns, mode, ...wish }, '1\n');
      expect(await send('seen', ['n'])).toMatchObject({
        state: 'refused',
        error: {
          sqlState: '42809',
          message: 'cannot copy to view "seen"',
          hint: expect.stringContaining('INSTEAD OF'),
        },
        line: null,
      });
      expect(await send('texts', ['nowhere'])).toMatchObject({
        state: 'refused',
        error: { sqlState: '42703' },
      });
      expect(await send('texts', ['a', 'a'])).toMatchObject({
        state: 'refused',
        error: { sqlState: '42701' },
      });
      expect(await send('texts', ['a'], { nullText: ',' })).toMatchObject({ state: 'refused' });
      await expect(send('missing', ['a'])).rejects.toMatchObject({
        appError: { code: 'not-found', kind: 'relation' },
      });
    }
  });

  test('triggers and deferred constraints are heard, too', async () => {
    await bench.ask(`create table checked (n int unique deferrable initially deferred)`);
    await bench.ask(`create function refuse() returns trigger language plpgsql as
      $$ begin if new.n = 3 then raise 'three is too many'; end if; return null; end $$`);
    await bench.ask('create trigger refuse after insert on checked for each row execute function refuse()');
    const file = '1\n2\n3\n2\n5\n';
    expect(await bench.send('checked', { columns: ['n'] }, '1\n1\n')).toMatchObject({
      state: 'refused',
      line: null,
      error: { sqlState: '23505' },
    });
    const check = await bench.send('checked', { columns: ['n'], mode: 'check' }, file);
    expect(check).toMatchObject({
      goodLines: 3,
      badLines: [
        { line: 3, text: '3', reason: { sqlState: 'P0001', message: 'three is too many' } },
        { line: 4, text: '2', reason: { sqlState: '23505', detail: 'Key (n)=(2) already exists.' } },
      ],
    });
  });

  test('a check ends early when there is more than can be listed', async () => {
    const bad = `${'x'.repeat(300)}\n`.repeat(20_000);
    const end = await bench.send('items', { columns: ['n'], mode: 'check' }, bad);
    if (end.state !== 'checked') throw new Error(end.state);
    expect(end).toMatchObject({ goodLines: 0, more: true });
    expect(end.badLines).toHaveLength(1000);
    expect(end.badLines[999]).toMatchObject({ line: 1000, column: 'n', text: 'x'.repeat(200) });
  });
});
