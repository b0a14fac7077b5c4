import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type OwnSaveBench, openSaveBench } from '../../support/save-bench.ts';
import { waitFor } from '../../support/wait-for.ts';

const people =
  "CREATE TABLE people (id int PRIMARY KEY, name text); INSERT INTO people VALUES (1, 'Ann'), (2, 'Ben')";
const names = 'SELECT name FROM people ORDER BY id';

let bench: OwnSaveBench;
beforeAll(async () => {
  bench = await openSaveBench();
});
afterAll(() => bench.dispose());

const own = "application_name = 'howdah tables'";
/** Answers the process that saves. */
const untilWaiting = (event: string) =>
  waitFor(`a save that waits for ${event}`, async () => {
    const pid = await bench.psql(
      `SELECT pid FROM pg_stat_activity WHERE ${own} AND (wait_event_type = '${event}' OR wait_event = '${event}')`,
    );
    return pid === '' ? null : pid;
  });
const terminate = (pid: string) => bench.psql(`SELECT pg_terminate_backend(${pid}, 5000)`);
/** COMMIT writes, and then waits for a standby that never comes. */
const holdCommits = async (hold: boolean) => {
  await bench.psql(`ALTER SYSTEM SET synchronous_standby_names = '${hold ? 'nobody' : ''}'`);
  await bench.psql('SELECT pg_reload_conf()');
};

// The first: objects get the same numbers only on servers that nobody used before.
test('undoing is a conflict on another server that came to the same place, however alike its rows are', async () => {
  const schema = await bench.schema(people);
  const read = await schema.read('people');
  const saved = await read.save([read.update('id', '1', { name: 'mine' })]);
  const saveId = saved.outcome === 'saved' ? saved.saveId : null;
  await bench.replaceServer('another');
  const writer = await bench.connect();
  await writer.query(`CREATE SCHEMA ${schema.name}`);
  await writer.query(`SET search_path TO ${schema.name}`);
  await writer.query(people);
  await writer.query("UPDATE people SET name = 'mine' WHERE id = 1");
  const now = await schema.read('people');
  expect(now.facts.relation.fingerprint).toBe(read.facts.relation.fingerprint);
  const outcome = await bench.saves.undoSave({ saveId: saveId ?? '', confirmed: false });
  expect(outcome).toMatchObject({ outcome: 'conflicts', conflicts: [{ row: 'id=1' }] });
});

describe('a save that loses its connection', () => {
  test('before COMMIT has saved nothing, and says so', async () => {
    const schema = await bench.schema(people);
    const read = await schema.read('people');
    const other = await bench.connect();
    await other.query('BEGIN');
    await other.query(`SELECT FROM ${schema.name}.people WHERE id = 2 FOR UPDATE`);
    const saving = read.save([read.update('id', '1', { name: 'mine' }), read.delete('id', '2')]);
    const failed = expect(saving).rejects.toMatchObject({ appError: { code: 'database-unreachable' } });
    await terminate(await untilWaiting('Lock'));
    await failed;
    await other.query('ROLLBACK');
    expect(await schema.sql(names)).toBe('Ann\nBen');
  });

  test('is cancelled by its signal before COMMIT, and nothing is saved', async () => {
    const schema = await bench.schema(people);
    const read = await schema.read('people');
    const other = await bench.connect();
    await other.query('BEGIN');
    await other.query(`SELECT FROM ${schema.name}.people WHERE id = 1 FOR UPDATE`);
    const stop = new AbortController();
    const saving = read.save([read.update('id', '1', { name: 'mine' })], { signal: stop.signal });
    const failed = expect(saving).rejects.toMatchObject({ appError: { code: 'cancelled' } });
    await untilWaiting('Lock');
    stop.abort();
    await failed;
    await other.query('ROLLBACK');
    expect(await schema.sql(names)).toBe('Ann\nBen');
  });

  describe('while it is being committed', () => {
    afterEach(() => holdCommits(false));

    test('is asked about, and is saved', async () => {
      const schema = await bench.schema(people);
      const read = await schema.read('people');
      await holdCommits(true);
      const saving = read.save([read.update('id', '1', { name: 'mine' })]);
      await terminate(await untilWaiting('SyncRep'));
      const outcome = await saving;
      expect(outcome).toMatchObject({
        outcome: 'saved',
        rows: [{ row: 'id=1', now: { cells: ['1', 'mine'] } }],
      });
      await holdCommits(false);
      expect(await schema.sql(names)).toBe('mine\nBen');
      const saveId = outcome.outcome === 'saved' ? outcome.saveId : null;
      expect((await bench.saves.undoSave({ saveId: saveId ?? '', confirmed: false })).outcome).toBe('saved');
    });

    test('takes no notice of a signal', async () => {
      const schema = await bench.schema(people);
      const read = await schema.read('people');
      await holdCommits(true);
      const stop = new AbortController();
      const saving = read.save([read.update('id', '1', { name: 'mine' })], { signal: stop.signal });
      await untilWaiting('SyncRep');
      stop.abort();
      await holdCommits(false);
      expect((await saving).outcome).toBe('saved');
    });
  });
});

// The last: it removes the server.
test('a server that is gone during COMMIT leaves it unknown whether it is saved', async () => {
  const schema = await bench.schema(people);
  const read = await schema.read('people');
  await holdCommits(true);
  const saving = read.save([read.update('id', '1', { name: 'mine' })]);
  await untilWaiting('SyncRep');
  await bench.replaceServer('nothing');
  expect(await saving).toEqual({ outcome: 'unknown' });
});
