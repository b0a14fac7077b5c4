import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { docker } from '../../support/docker-cli.ts';
import { openSaveBench, type SaveBench } from '../../support/save-bench.ts';
import { waitFor } from '../../support/wait-for.ts';

const people =
  "CREATE TABLE people (id int PRIMARY KEY, name text); INSERT INTO people VALUES (1, 'Ann'), (2, 'Ben')";
const names = 'SELECT name FROM people ORDER BY id';

let bench: SaveBench;
beforeAll(async () => {
  bench = await openSaveBench();
});
afterAll(() => bench.dispose());

/** As root inside the container: it waits for nobody. */
const psql = (sql: string) => docker('exec', bench.name, 'psql', '-U', 'postgres', '-XAtqc', sql);
const own = "application_name = 'howdah tables'";
/** Answers the process that saves. */
const untilWaiting = (event: string) =>
  waitFor(`a save that waits for ${event}`, async () => {
    const pid = await psql(
      `SELECT pid FROM pg_stat_activity WHERE ${own} AND (wait_event_type = '${event}' OR wait_event = '${event}')`,
    );
    return pid === '' ? null : pid;
  });
const terminate = (pid: string) => psql(`SELECT pg_terminate_backend(${pid}, 5000)`);
/** COMMIT writes, and then waits for a standby that never comes. */
const holdCommits = async (hold: boolean) => {
  await psql(`ALTER SYSTEM SET synchronous_standby_names = '${hold ? 'nobody' : ''}'`);
  await psql('SELECT pg_reload_conf()');
};

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

  test('and its server, too, is not known to be saved', async () => {
    const gone = await openSaveBench();
    try {
      const schema = await gone.schema(people);
      const read = await schema.read('people');
      const inside = (sql: string) => docker('exec', gone.name, 'psql', '-U', 'postgres', '-XAtqc', sql);
      await inside("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
      await inside('SELECT pg_reload_conf()');
      const saving = read.save([read.update('id', '1', { name: 'mine' })]);
      await waitFor('the COMMIT', async () =>
        (await inside("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'")) === '1'
          ? true
          : null,
      );
      await docker('rm', '-f', '-v', gone.name);
      expect(await saving).toEqual({ outcome: 'unknown' });
    } finally {
      await gone.dispose();
    }
  });
});
