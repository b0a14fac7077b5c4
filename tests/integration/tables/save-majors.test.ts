import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SaveOutcome } from '../../../src/shared/contract/row-changes.ts';
import type { ReadTable, SaveBench } from '../../support/save-bench.ts';
import { openSharedSaveBench } from '../../support/shared-save-bench.ts';
import { testImageOf, testMajors } from '../../support/test-image.ts';
import { waitFor } from '../../support/wait-for.ts';

/** A value of each type that reads back as it is written, besides the empty and the odd ones. */
const types: readonly [string, ...string[]][] = [
  ['boolean', 't', 'f'],
  ['smallint', '-32768'],
  ['integer', '2147483647'],
  ['bigint', '-9223372036854775808'],
  ['numeric', '123456789012345678901234567890.123456789', 'NaN', '-Infinity', '1.50'],
  ['numeric(8,3)', '12345.678'],
  ['real', '1.1754944e-38', 'Infinity', '-0'],
  ['double precision', '0.1', '2.2250738585072014e-308'],
  ['money', '$1,234.50'],
  ['oid', '4294967295'],
  ['text', '', ' two  blanks ', 'NULL', '{a,"b\\c"}', "it's\ta\nlong \u{1f418}"],
  ['character varying(5)', 'Ünïcö', '  '],
  ['character varying', 'x'],
  ['character(5)', 'ab   '],
  ['"char"', 'a'],
  ['name', 'a name'],
  ['bytea', '\\x', '\\x00ff5c27'],
  ['date', '2026-02-28', 'infinity', '0044-03-15 BC'],
  ['time', '24:00:00', '04:05:06.789012'],
  ['time(0)', '04:05:06'],
  ['time with time zone', '04:05:06.789+05:30'],
  ['timestamp', '2026-02-28 23:59:59.999999', '-infinity'],
  ['timestamp with time zone', '2026-02-28 23:59:59.999999+00'],
  ['interval', '1 year 2 mons -3 days +04:05:06.789'],
  ['interval day to second(2)', '3 days 04:05:06.78'],
  ['uuid', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'],
  ['json', '{ "b": 1,  "a":null}', 'null'],
  ['jsonb', '{"a": "€\\\\"}', '"x"'],
  ['xml', '<a>b</a>', 'text'],
  ['inet', '10.0.0.1', '10.0.0.0/8', '::1'],
  ['cidr', '10.0.0.0/8'],
  ['macaddr', '08:00:2b:01:02:03'],
  ['macaddr8', '08:00:2b:01:02:03:04:05'],
  ['bit(3)', '101'],
  ['bit varying(5)', '10'],
  ['bit varying', '10101'],
  ['point', '(1.5,-2)'],
  ['line', '{1,2,3}'],
  ['lseg', '[(1,2),(3,4)]'],
  ['box', '(3,4),(1,2)'],
  ['path', '((1,2),(3,4))'],
  ['polygon', '((1,2),(3,4),(5,6))'],
  ['circle', '<(1,2),3>'],
  ['tsvector', "'a':1A 'cat''s':2"],
  ['tsquery', "'a' & !'b'"],
  ['int4range', '[1,5)', 'empty', '(,)'],
  ['tstzrange', '["2026-01-01 00:00:00+00",)'],
  ['nummultirange', '{[1.5,2),[3,4)}'],
  ['integer[]', '{1,NULL,3}', '{}', '{{1,2},{3,4}}', '[0:1]={1,2}'],
  ['text[]', '{"a,b","c\\"d","\\\\",NULL,"NULL",""}'],
  ['pg_lsn', '16/B374D848'],
  ['txid_snapshot', '10:20:10,14'],
  ['xid8', '18446744073709551615'],
  ['xid', '4294967295'],
  ['tid', '(0,1)'],
  ['regclass', 'pg_class'],
  ['regtype', 'integer'],
  ['jsonpath', '$."a"[*]'],
  ['mood', 'so "so"'],
  ['short_text', 'abc'],
  ['pair', '(1,"a ""b""")'],
];
const made = [
  `CREATE TYPE mood AS ENUM ('happy', 'so "so"')`,
  'CREATE DOMAIN short_text AS varchar(5) CHECK (VALUE <> $$x$$)',
  'CREATE TYPE pair AS (n int, t text)',
];

function savedRows(outcome: SaveOutcome) {
  if (outcome.outcome !== 'saved') throw new Error(JSON.stringify(outcome));
  return outcome.rows;
}

/** The values that are told are those that a page reads. */
async function expectToldAsRead(outcome: SaveOutcome, again: ReadTable) {
  for (const { now } of savedRows(outcome))
    expect(again.rows.map(({ cells }) => cells)).toContainEqual(now.cells);
}

describe.each(testMajors)('PostgreSQL %s', (major) => {
  let bench: SaveBench;
  beforeAll(async () => {
    bench = await openSharedSaveBench(testImageOf(major));
  });
  afterAll(() => bench.dispose());

  test('every type takes its values without a loss, in updates, inserts and an undo', async () => {
    const columns = types.map(([type], at) => `c${at} ${type}`);
    const schema = await bench.schema(
      ...made,
      `CREATE TABLE types (id int PRIMARY KEY, ${columns.join(', ')})`,
    );
    const most = Math.max(...types.map((values) => values.length)) - 1;
    const rowOf = (index: number) => types.map(([, ...values]) => values[index % values.length] ?? null);
    const valuesOf = (index: number) =>
      Object.fromEntries(rowOf(index).map((value, at) => [`c${at}`, value]));
    await schema.sql(`INSERT INTO types SELECT n FROM generate_series(0, ${most - 1}) n`);
    const empty = await schema.read('types');
    const ids = Array.from({ length: most }, (_, index) => String(index));
    const filled = await empty.save([
      ...ids.map((id, index) => empty.update('id', id, valuesOf(index))),
      ...ids.map((id, index) => empty.insert(id, { id: `10${id}`, ...valuesOf(index) })),
    ]);
    await expectToldAsRead(filled, await schema.read('types'));
    const full = await schema.read('types');
    for (const { cells } of full.rows) expect(cells.slice(1)).toEqual(rowOf(Number(cells[0]) % 100));
    const removed = await full.save(full.rows.map(({ cells: [id] }) => full.delete('id', String(id))));
    if (removed.outcome !== 'saved') throw new Error(removed.outcome);
    expect(await schema.sql('SELECT count(*) FROM types')).toBe('0');
    await bench.saves.undoSave({ saveId: removed.saveId ?? '', confirmed: false });
    const back = (await schema.read('types')).rows.map(({ cells }) => cells);
    expect(back.sort()).toEqual(full.rows.map(({ cells }) => cells).sort());
  });

  test('keys of any type find their row', async () => {
    const keys = [
      ['text', `it's "x" \\ {a,b}`],
      ['uuid', 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'],
      ['char(5)', 'ab   '],
      ['real', '0.1'],
      ['timestamptz', '2026-02-28 23:59:59.999999+00'],
      ['bytea', '\\x00ff'],
      ['mood', 'so "so"'],
      ['inet', '10.0.0.1'],
    ] as const;
    const schema = await bench.schema(...made);
    for (const [type, key] of keys) {
      await schema.sql(`CREATE TABLE keyed (k ${type} PRIMARY KEY, n int)`);
      const blank = await schema.read('keyed');
      savedRows(await blank.save([blank.insert('new', { k: key, n: '1' })]));
      const read = await schema.read('keyed');
      expect(savedRows(await read.save([read.update('n', '1', { n: '2' })]))[0]?.now.cells).toEqual([
        key,
        '2',
      ]);
      const again = await schema.read('keyed');
      savedRows(await again.save([again.delete('n', '2')]));
      expect(await schema.sql('SELECT count(*) FROM keyed')).toBe('0');
      await schema.sql('DROP TABLE keyed');
    }
  });

  test('of two writers the second is told of the first, also of one that is not done yet', async () => {
    const schema = await bench.schema('CREATE TABLE two (id int PRIMARY KEY, n text)');
    await schema.sql("INSERT INTO two VALUES (1, 'a'), (2, 'b'), (3, 'c')");
    const read = await schema.read('two');
    const other = await bench.connect();
    await other.query(`BEGIN; UPDATE ${schema.name}.two SET n = 'theirs' WHERE id = 1`);
    await schema.sql('DELETE FROM two WHERE id = 2');
    const saving = read.save([read.update('id', '1', { n: 'mine' }), read.update('id', '3', { n: 'mine' })]);
    await waitFor('a save that waits', async () => {
      const held = "datname = current_database() AND wait_event_type = 'Lock'";
      return (await bench.psql(`SELECT count(*) FROM pg_stat_activity WHERE ${held}`)) === '1' || null;
    });
    await other.query('COMMIT');
    expect(await saving).toMatchObject({ conflicts: [{ row: 'id=1', current: { cells: ['1', 'theirs'] } }] });
    expect(await read.save([read.delete('id', '2')])).toMatchObject({ conflicts: [{ current: null }] });
    expect(await schema.sql('SELECT * FROM two ORDER BY id')).toBe('1|theirs\n3|c');
  });

  test('names with capitals, quotes, blanks and emoji, and a key of several columns that changes', async () => {
    const schema = await bench.schema(
      'CREATE TABLE "Ödd ""table"" \u{1f418}" ("Id" int, "select" text, "it\'s "" \u{1f418}" text, v int, t int, PRIMARY KEY ("select", "Id"))',
      `INSERT INTO "Ödd ""table"" \u{1f418}" VALUES (1, 'a', 'x'), (1, 'b', 'y'), (2, 'a', 'z')`,
    );
    const read = await schema.read('Ödd "table" \u{1f418}');
    const outcome = await read.save([
      read.update('it\'s " \u{1f418}', 'x', { Id: '5', v: '1', t: '2' }),
      read.update('it\'s " \u{1f418}', 'y', { 'it\'s " \u{1f418}': 'Y' }),
      read.delete('it\'s " \u{1f418}', 'z'),
    ]);
    expect(savedRows(outcome).map(({ now }) => now.cells)).toEqual([
      ['5', 'a', 'x', '1', '2'],
      ['1', 'b', 'Y', null, null],
    ]);
  });

  test('rows of partitions, also when they move to another one', async () => {
    const schema = await bench.schema(
      'CREATE TABLE parts (id int, region text, name text, PRIMARY KEY (id, region)) PARTITION BY LIST (region)',
      "CREATE TABLE parts_a PARTITION OF parts FOR VALUES IN ('a')",
      'CREATE TABLE parts_b (name text, region text NOT NULL, id int NOT NULL, UNIQUE (name))',
      "ALTER TABLE parts ATTACH PARTITION parts_b FOR VALUES IN ('b')",
      "INSERT INTO parts VALUES (1, 'a', 'one'), (2, 'b', 'two'), (3, 'a', 'three')",
    );
    const read = await schema.read('parts');
    const outcome = await read.save([
      read.update('id', '1', { region: 'b' }),
      read.update('id', '2', { name: 'TWO' }),
      read.delete('id', '3'),
      read.insert('new', { id: '4', region: 'b', name: 'four' }),
    ]);
    await expectToldAsRead(outcome, await schema.read('parts'));
    expect(await schema.sql('SELECT * FROM parts_b ORDER BY id')).toBe('one|b|1\nTWO|b|2\nfour|b|4');
    const moved = await schema.read('parts');
    expect(await moved.save([moved.update('id', '1', { name: 'four' })])).toMatchObject({
      problems: [{ row: 'id=1', columns: ['name'], error: { sqlState: '23505' } }],
    });
    expect(await moved.save([moved.update('id', '1', { region: 'c' })])).toMatchObject({
      problems: [{ row: 'id=1', error: { sqlState: '23514' } }],
    });
    if (outcome.outcome !== 'saved') throw new Error(outcome.outcome);
    expect((await bench.saves.undoSave({ saveId: outcome.saveId ?? '', confirmed: false })).outcome).toBe(
      'saved',
    );
    expect(await schema.sql('SELECT * FROM parts ORDER BY id')).toBe('1|a|one\n2|b|two\n3|a|three');
  });

  test('views that can be written, by themselves and by triggers', async () => {
    const schema = await bench.schema(
      'CREATE TABLE base (id int PRIMARY KEY, name text, hidden int DEFAULT 7)',
      "INSERT INTO base VALUES (1, 'one'), (2, 'two')",
      'CREATE VIEW simple AS SELECT id, name, length(name) AS size FROM base WHERE id < 10 WITH CHECK OPTION',
      'CREATE VIEW summed AS SELECT id, min(name) AS name FROM base GROUP BY id',
      `CREATE FUNCTION write() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$ BEGIN
         IF TG_OP = 'DELETE' THEN DELETE FROM base WHERE id = OLD.id; RETURN OLD; END IF;
         IF TG_OP = 'UPDATE' THEN UPDATE base SET name = NEW.name WHERE id = OLD.id; RETURN NEW; END IF;
         INSERT INTO base VALUES (NEW.id, NEW.name); RETURN NEW; END $$`,
      'CREATE TRIGGER write INSTEAD OF INSERT OR UPDATE OR DELETE ON summed FOR EACH ROW EXECUTE FUNCTION write()',
    );
    for (const view of ['simple', 'summed']) {
      const read = await schema.read(view, { picked: ['id'] });
      const outcome = await read.save([
        read.update('id', '1', { name: 'changed' }),
        read.delete('id', '2'),
        read.insert('new', { id: '3', name: 'three' }),
      ]);
      await expectToldAsRead(outcome, await schema.read(view, { picked: ['id'] }));
      expect(await schema.sql('SELECT id, name FROM base ORDER BY id')).toBe('1|changed\n3|three');
      expect((await read.save([read.update('id', '1', { name: 'again' })])).outcome).toBe('conflicts');
      if (outcome.outcome !== 'saved') throw new Error(outcome.outcome);
      const undone = await bench.saves.undoSave({ saveId: outcome.saveId ?? '', confirmed: false });
      expect(undone.outcome).toBe('saved');
      expect(await schema.sql('SELECT id, name FROM base ORDER BY id')).toBe('1|one\n2|two');
    }
    const read = await schema.read('simple', { picked: ['id'] });
    expect(await read.save([read.update('id', '1', { id: '20' })])).toMatchObject({
      problems: [{ row: 'id=1', error: { sqlState: '44000' } }],
    });
  });
});
