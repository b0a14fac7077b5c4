import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TableSaves } from '../../../src/main/tables/save/table-saves.ts';
import type { RowChange, SaveOutcome } from '../../../src/shared/contract/row-changes.ts';
import type { ReadTable, SaveBench } from '../../support/save-bench.ts';
import { openSharedSaveBench } from '../../support/shared-save-bench.ts';
import { waitFor } from '../../support/wait-for.ts';

const people = `CREATE TABLE people (id int PRIMARY KEY, name text, note text);
  INSERT INTO people VALUES (1, 'Ann', 'a'), (2, 'Ben', 'b'), (3, 'Cem', repeat('long ', 5000))`;
const all = 'SELECT id, name, note FROM people WHERE id < 3 ORDER BY id';

let bench: SaveBench;
beforeAll(async () => {
  bench = await openSharedSaveBench();
  await bench.psql(`ALTER DATABASE ${bench.database} SET deadlock_timeout = '100ms'`);
});
afterAll(() => bench.dispose());

/** By row the values that it has now. */
function conflictsOf(outcome: SaveOutcome): unknown {
  if (outcome.outcome !== 'conflicts') return outcome;
  return Object.fromEntries(outcome.conflicts.map(({ row, current }) => [row, current?.cells ?? null]));
}

/** Until somebody waits for a lock. */
const untilWaiting = (schema: { sql(text: string): Promise<string> }) =>
  waitFor('a save that waits', async () => {
    const waiting = await schema.sql(
      "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'howdah tables' AND wait_event_type = 'Lock'",
    );
    return waiting === '1' || null;
  });

type Change = (read: ReadTable) => RowChange;
const update: Change = (read) => read.update('id', '1', { name: 'mine' });
const remove: Change = (read) => read.delete('id', '1');

describe('a row that somebody changed', () => {
  test.each<[string, Change, string, unknown]>([
    [
      'updated, against an update',
      update,
      "UPDATE people SET name = 'theirs' WHERE id = 1",
      ['1', 'theirs', 'a'],
    ],
    ['updated, against a delete', remove, "UPDATE people SET note = 'x' WHERE id = 1", ['1', 'Ann', 'x']],
    ['deleted, against an update', update, 'DELETE FROM people WHERE id = 1', null],
    ['deleted, against a delete', remove, 'DELETE FROM people WHERE id = 1', null],
    ['moved to another key', update, 'UPDATE people SET id = 9 WHERE id = 1', null],
  ])('%s: nothing is saved, and both versions are known', async (_, change, theirs, current) => {
    const schema = await bench.schema(people);
    const read = await schema.read('people');
    await schema.sql(theirs);
    const outcome = await read.save([change(read), read.update('id', '2', { name: 'fine' })]);
    expect(conflictsOf(outcome)).toEqual({ 'id=1': current });
    expect(await schema.sql("SELECT count(*) FROM people WHERE name IN ('mine', 'fine')")).toBe('0');
    if (outcome.outcome !== 'conflicts') throw new Error(outcome.outcome);
    const [conflict] = outcome.conflicts;
    const now = (await schema.read('people')).rows.find(({ cells }) => cells[0] === '1');
    expect(conflict?.current?.version).toEqual(now?.version);
  });

  test.each<[string, Change, string, unknown]>([
    [
      'an update waits for an update',
      update,
      "UPDATE people SET name = 'theirs' WHERE id = 1",
      ['1', 'theirs', 'a'],
    ],
    [
      'a delete waits for an update',
      remove,
      "UPDATE people SET name = 'theirs' WHERE id = 1",
      ['1', 'theirs', 'a'],
    ],
    ['an update waits for a delete', update, 'DELETE FROM people WHERE id = 1', null],
  ])('%s that is committed meanwhile', async (_, change, theirs, current) => {
    const schema = await bench.schema(people);
    const read = await schema.read('people');
    const other = await bench.connect();
    await other.query(`SET search_path TO ${schema.name}`);
    await other.query('BEGIN');
    await other.query(theirs);
    const saving = read.save([change(read)]);
    await untilWaiting(schema);
    await other.query('COMMIT');
    expect(conflictsOf(await saving)).toEqual({ 'id=1': current });
  });

  test('one who thinks better of it is no conflict', async () => {
    const schema = await bench.schema(people);
    const read = await schema.read('people');
    const other = await bench.connect();
    await other.query(`SET search_path TO ${schema.name}`);
    await other.query('BEGIN');
    await other.query('DELETE FROM people WHERE id = 1');
    const saving = read.save([update(read)]);
    await untilWaiting(schema);
    await other.query('ROLLBACK');
    expect((await saving).outcome).toBe('saved');
    expect(await schema.sql(all)).toBe('1|mine|a\n2|Ben|b');
  });

  test('a save that is answered conflicts goes through with the versions it was told', async () => {
    const schema = await bench.schema(people);
    const read = await schema.read('people');
    await schema.sql("UPDATE people SET note = 'theirs' WHERE id = 1");
    const outcome = await read.save([update(read)]);
    if (outcome.outcome !== 'conflicts') throw new Error(outcome.outcome);
    const { current } = outcome.conflicts[0] ?? {};
    const again: RowChange = {
      ...{ kind: 'update', row: 'id=1', key: ['1'], values: { name: 'mine' } },
      ...{ version: current?.version ?? null, before: current?.cells ?? [] },
    };
    expect((await read.save([again])).outcome).toBe('saved');
    expect(await schema.sql(all)).toBe('1|mine|theirs\n2|Ben|b');
  });
});

describe('a row that is what it was', () => {
  test('with another version is no conflict, unless part of it is not known', async () => {
    const schema = await bench.schema(people);
    const read = await schema.read('people');
    await schema.sql('UPDATE people SET name = name');
    expect((await read.save([update(read), read.delete('id', '2')])).outcome).toBe('saved');
    const long = await read.save([read.update('id', '3', { name: 'mine' })]);
    expect(long.outcome).toBe('conflicts');
  });

  test('with the same version of another server is a conflict when its values are others', async () => {
    const schema = await bench.schema(people);
    const read = await schema.read('people');
    const change = update(read);
    if (change.kind !== 'update') throw new Error(change.kind);
    const elsewhere: RowChange = { ...change, before: ['1', 'Somebody else', 'a'] };
    expect(conflictsOf(await read.save([elsewhere]))).toEqual({ 'id=1': ['1', 'Ann', 'a'] });
  });

  test('is saved beside a row that refers to it in a transaction that is open', async () => {
    const schema = await bench.schema(people, 'CREATE TABLE pets (owner int REFERENCES people)');
    const read = await schema.read('people');
    const other = await bench.connect();
    await other.query(`SET search_path TO ${schema.name}`);
    await other.query('BEGIN');
    await other.query('INSERT INTO pets VALUES (1)');
    expect((await read.save([update(read)])).outcome).toBe('saved');
    await other.query('ROLLBACK');
  });
});

describe('columns that a person picked', () => {
  const loose = `CREATE TABLE loose (name text, extra json, n numeric);
    INSERT INTO loose VALUES ('a', '{"x": 1}', 1.50), ('b', '{}', 2), ('c', 'null', 3)`;

  test('find the row, even if their type has no equality', async () => {
    const schema = await bench.schema(loose);
    const read = await schema.read('loose', { picked: ['extra', 'n'] });
    const outcome = await read.save([
      read.update('name', 'a', { extra: '[1]', name: "a'" }),
      read.delete('name', 'b'),
      read.insert('new', { name: 'd', extra: '4', n: '4' }),
    ]);
    expect(outcome).toMatchObject({ outcome: 'saved', rows: [{ row: 'name=a' }, { row: 'new' }] });
    expect(await schema.sql('SELECT * FROM loose ORDER BY name')).toBe("a'|[1]|1.50\nc|null|3\nd|4|4");
  });

  test('that do not identify one row any more are refused', async () => {
    const schema = await bench.schema(loose);
    const read = await schema.read('loose', { picked: ['n'] });
    await schema.sql("INSERT INTO loose VALUES ('other', NULL, 1.5)");
    const outcome = await read.save([read.update('name', 'a', { name: 'x' })]);
    expect(outcome).toMatchObject({
      outcome: 'refused',
      problems: [{ row: 'name=a', columns: [], error: { sqlState: '21000' } }],
    });
  });
});

describe('locks', () => {
  test('two saves that meet crosswise both end, and one is told of the other', async () => {
    const schema = await bench.schema(people);
    const read = await schema.read('people');
    const other = await bench.connect();
    await other.query(`SET search_path TO ${schema.name}`);
    await other.query('BEGIN');
    await other.query("UPDATE people SET name = 'theirs' WHERE id = 2");
    const saving = read.save([update(read), read.update('id', '2', { name: 'mine' })]);
    await untilWaiting(schema);
    // Either of the two is the one that the server ends.
    const theirs = await other.query("UPDATE people SET name = 'theirs' WHERE id = 1").then(
      () => 'COMMIT',
      () => 'ROLLBACK',
    );
    await other.query(theirs);
    const outcome = await saving;
    expect(outcome.outcome).toBe(theirs === 'COMMIT' ? 'conflicts' : 'saved');
    expect(await schema.sql('SELECT DISTINCT name FROM people WHERE id < 3')).toBe(
      theirs === 'COMMIT' ? 'theirs' : 'mine',
    );
  });

  test('of rows that somebody holds for long are told of', async () => {
    const schema = await bench.schema(people);
    const saves = new TableSaves(bench.sessions, 100);
    const read = await schema.read('people', { by: { sessions: bench.sessions, saves } });
    const other = await bench.connect();
    await other.query('BEGIN');
    await other.query(`LOCK TABLE ${schema.name}.people IN EXCLUSIVE MODE`);
    const outcome = await read.save([update(read)]);
    await other.query('ROLLBACK');
    expect(outcome).toMatchObject({
      outcome: 'refused',
      problems: [{ row: null, columns: [], error: { sqlState: '55P03' } }],
    });
  });
});
