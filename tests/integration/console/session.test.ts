import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ConsoleBench, openConsoleBench } from '../../support/console-bench.ts';
import { docker } from '../../support/docker-cli.ts';
import { withTemporaryFolder } from '../../support/temporary-folder.ts';
import { waitFor } from '../../support/wait-for.ts';
import { WatchedConsole } from '../../support/watched-console.ts';

let bench: ConsoleBench;
beforeAll(async () => {
  bench = await openConsoleBench();
});
afterAll(() => bench.dispose());

const noBackends = () => waitFor('all backends to end', async () => (await bench.backends()) === 0 || null);

/** A console that is closed afterwards. */
async function withConsole<T>(work: (console: WatchedConsole) => Promise<T>): Promise<T> {
  const console = await bench.open();
  try {
    return await work(console);
  } finally {
    await bench.call.consoles.close({ id: console.id });
    await console.dispose();
  }
}

describe('a console', () => {
  test('runs statements in one session, with a result, a log and a history', () =>
    withConsole(async (console) => {
      expect(console.state).toMatchObject({
        ...{ link: 'closed', database: 'postgres', user: 'postgres', backendPid: null, running: null },
        command: `docker exec -it ${bench.instance} psql -U postgres -d postgres`,
      });
      expect(await console.value('select 1 as one')).toBe('1');
      expect(console.state).toMatchObject({
        link: 'ready',
        serverVersion: expect.stringMatching(/^\d+\.\d/),
      });
      expect(console.entries).toMatchObject([
        { kind: 'event', event: 'connected', detail: 'postgres' },
        { kind: 'statement', text: 'select 1 as one', command: 'SELECT 1', resultId: console.results[0]?.id },
      ]);
      const pid = console.state?.backendPid;
      await console.run("set work_mem = '5MB'; create temp table t (n int); insert into t values (7)");
      expect(await console.value('select n, current_setting($$work_mem$$) from t')).toBe('7');
      expect((await console.rows())[0]).toEqual(['7', '5MB']);
      expect(console.state?.backendPid).toBe(pid);
      const { entries } = await bench.call.history.search({
        ...{ instance: bench.instance, text: 'insert into t', before: null, limit: 10 },
      });
      expect(entries).toMatchObject([
        { text: expect.stringContaining('insert into t'), rows: 1, error: null },
      ]);
    }));

  test('shows the transaction and ends it by a button, which leaves the results', () =>
    withConsole(async (console) => {
      await console.run('begin; create table kept (n int); select 1');
      expect(console.state?.transaction).toBe('in-transaction');
      await console.run('select 1/0');
      expect(console.state?.transaction).toBe('failed');
      expect(console.of('sql-error')).toMatchObject([{ error: { sqlState: '22012' } }]);
      await bench.call.consoles.endTransaction({ id: console.id, how: 'rollback' });
      await console.until('the rollback', () => console.state?.transaction === 'idle');
      await console.run('begin; create table kept (n int); insert into kept values (1) returning n');
      const results = console.results;
      await bench.call.consoles.endTransaction({ id: console.id, how: 'commit' });
      await console.until('the commit', () => console.of('statement').at(-1)?.command === 'COMMIT');
      expect(console.of('statement').at(-1)).toMatchObject({ text: 'COMMIT', place: null });
      await console.untilIdle();
      expect(console.results).toEqual(results);
      expect(await bench.psql('select count(*) from kept')).toBe('1');
    }));

  test('shows notices and notifications', () =>
    withConsole(async (console) => {
      await console.run("do $$ begin raise notice 'hello %', 1; end $$; listen news");
      expect(console.of('notice')).toMatchObject([{ severity: 'NOTICE', message: 'hello 1' }]);
      await bench.psql("notify news, 'came by itself'");
      await console.until('the notification', () => console.of('notification').length === 1);
      expect(console.of('notification')).toMatchObject([{ channel: 'news', payload: 'came by itself' }]);
    }));

  test('does one thing at a time, and cancels it within 300 ms', () =>
    withConsole(async (console) => {
      await console.begin('select pg_sleep(60)');
      await bench.isRunning(console, 'select pg_sleep(60)');
      await expect(console.begin('select 1')).rejects.toMatchObject({ appError: { code: 'busy' } });
      await bench.call.consoles.cancel({ id: console.id });
      await console.untilIdle();
      expect(console.events.at(-1)).toBe('cancelled');
      expect(console.state).toMatchObject({ link: 'ready', transaction: 'idle' });
      expect(await console.value('select 2')).toBe('2');
    }));

  test('cancels what it is asked beside its runs', () =>
    withConsole(async (console) => {
      const text = 'select pg_sleep(60)';
      const request = { id: console.id, text, offset: 0, analyze: true, confirmed: true, values: {} };
      const asked = bench.call.consoles.explain(request);
      await console.until('the question', () => console.state?.running != null);
      await expect(console.begin('select 1')).rejects.toMatchObject({ appError: { code: 'busy' } });
      await bench.call.consoles.cancel({ id: console.id });
      await asked.catch((error: unknown) => expect(error).toMatchObject({ appError: { code: 'cancelled' } }));
      await console.untilIdle();
      expect(await console.value('select 1')).toBe('1');
    }));

  test('is independent of another one', () =>
    withConsole((one) =>
      withConsole(async (other) => {
        await one.run('begin; create temp table mine (n int)');
        await other.run('select * from mine');
        expect(other.of('sql-error')).toMatchObject([{ error: { sqlState: '42P01' } }]);
        expect(one.state?.transaction).toBe('in-transaction');
        expect(other.state?.transaction).toBe('idle');
      }),
    ));

  test('is shown alike in two windows', () =>
    withConsole(async (console) => {
      await console.run('select 1');
      const other = await WatchedConsole.open(bench.call, console.id);
      expect(other).toMatchObject({
        state: console.state,
        results: console.results,
        entries: console.entries,
      });
      await other.run('select 2');
      await console.until(
        'the same in the other window',
        () => console.entries.length === other.entries.length,
      );
      expect(console.entries).toEqual(other.entries);
      await other.dispose();
    }));

  test('goes to another database, by the selector and by a script', () =>
    withConsole(async (console) => {
      await bench.psql('create database shop');
      await bench.call.consoles.useDatabase({ id: console.id, database: 'shop' });
      expect(await console.value('select current_database()')).toBe('shop');
      await console.run('\\c postgres\nselect current_database()');
      expect(await console.rows()).toEqual([['postgres']]);
      expect(console.state?.database).toBe('postgres');
      await console.run('\\c nowhere');
      expect(console.state).toMatchObject({ link: 'ready', database: 'postgres' });
      await bench.call.consoles.useDatabase({ id: console.id, database: 'nowhere' });
      await console.run('select 1');
      expect(console.state).toMatchObject({
        link: 'failed',
        reason: { code: 'database-error', sqlState: '3D000' },
      });
      expect(console.entries.at(-1)).toMatchObject({ kind: 'failure', error: { sqlState: '3D000' } });
      await bench.call.consoles.useDatabase({ id: console.id, database: null });
      expect(await console.value('select current_database()')).toBe('postgres');
    }));

  test('has the variables by which psql tells what it is connected to', () =>
    withConsole(async (console) => {
      await console.run("select :'DBNAME', :'USER', :SERVER_VERSION_NUM >= 150000, :'ENCODING'");
      expect(await console.rows()).toEqual([['postgres', 'postgres', 't', 'UTF8']]);
      await console.run("\\c template1\nselect :'DBNAME'");
      expect(await console.rows()).toEqual([['template1']]);
    }));

  test('asks for parameters that nobody gave', () =>
    withConsole(async (console) => {
      const run = { id: console.id, text: "select :'name', $1::int", offset: 0, confirmed: false };
      expect(await bench.call.consoles.run({ ...run, values: { name: "O'Hara" } })).toMatchObject({
        outcome: 'asked',
        question: { parameters: ['1'], dangers: [] },
      });
      await console.run(run.text, { name: "O'Hara", 1: '7' });
      expect(await console.rows()).toEqual([["O'Hara", '7']]);
    }));

  test('asks before it deletes, with what would go; opens its session for that', () =>
    withConsole(async (console) => {
      await bench.psql('create table customers as select generate_series(1, 42) n');
      const run = { id: console.id, text: 'select 1; delete from customers', offset: 3, values: {} };
      expect(await bench.call.consoles.run({ ...run, confirmed: false })).toMatchObject({
        outcome: 'asked',
        question: {
          ...{ moreDangers: 0, parameters: [] },
          dangers: [
            {
              ...{ kind: 'delete-all', object: 'customers', rows: { count: 42, exact: true } },
              place: { offset: 13, line: 1, column: 11 },
            },
          ],
        },
      });
      expect(console.results).toEqual([]);
      await bench.call.consoles.run({ ...run, confirmed: true });
      await console.until('the end', () => console.of('statement').at(-1)?.command === 'DELETE 42');
    }));

  test('shows at most 50 results of a run, and runs on', () =>
    withConsole(async (console) => {
      await console.run(
        `create table counted (n int); ${'insert into counted values (1) returning n;'.repeat(60)}`,
      );
      expect(console.results).toHaveLength(50);
      expect(console.events.filter((event) => event === 'results-full')).toHaveLength(1);
      expect(await bench.psql('select count(*) from counted')).toBe('60');
    }));

  test('gets a result again without its limit, in its place', () =>
    withConsole(async (console) => {
      await console.run("select $1::int as n \\gx\nselect 'other'", { 1: '7' });
      const [first, second] = console.results;
      await bench.call.consoles.runWhole({ id: console.id, resultId: first?.id ?? '' });
      await console.until(
        'another result',
        () => console.results[0]?.id !== first?.id && console.state?.running === null,
      );
      expect(console.results).toMatchObject([
        { number: 1, rowCount: 1, state: 'complete', expanded: true },
        second,
      ]);
      expect(
        await bench.call.results.page({ resultId: console.results[0]?.id ?? '', from: 0, count: 1 }),
      ).toEqual({
        ...{ from: 0, rows: [['7']] },
      });
      await expect(
        bench.call.consoles.runWhole({ id: console.id, resultId: first?.id ?? '' }),
      ).rejects.toMatchObject({ appError: { code: 'not-found', kind: 'result' } });
    }));

  test('stays small under a flood of notices', () =>
    withConsole(async (console) => {
      await console.run('do $$ begin for i in 1..20000 loop raise notice $n$%$n$, i; end loop; end $$');
      await console.until('the last entry', () => console.entries.at(-1)?.kind === 'statement');
      expect(console.forgotten).toBe(20_002 - 10_000);
      expect(console.of('notice').at(-1)).toMatchObject({ message: '20000' });
    }));

  test('keeps a long script as one line of the history', () =>
    withConsole(async (console) => {
      const script = `${'select 1 as many;'.repeat(100)} select 1/0`;
      await console.run(script);
      const search = { instance: bench.instance, text: 'as many', before: null, limit: 10 };
      const { entries } = await bench.call.history.search(search);
      expect(entries).toMatchObject([{ text: script, rows: null, error: { sqlState: '22012' } }]);
    }));

  test('shows as records what was asked for like that', () =>
    withConsole(async (console) => {
      await console.run('select 1 \\gx\nselect 2;\n\\x\nselect 3;');
      expect(console.results.map(({ expanded }) => expanded)).toEqual([true, false, true]);
      expect(console.state?.expanded).toBe(true);
    }));

  test('takes back what a file set for itself, not what a person set', () =>
    withConsole(async (console) => {
      await console.run("set work_mem = '5MB'; set search_path = public, pg_catalog");
      const text = "set work_mem = '6MB'; set lock_timeout = 1; select set_config('search_path', '', false);";
      const file = { id: console.id, fileName: 'dump.sql', sizeBytes: text.length, oneTransaction: false };
      const { fileId } = await bench.call.consoles.startFile(file);
      await bench.call.consoles.fileChunk({ fileId, chunk: new Blob([text]), last: true });
      await console.until('the end of the file', () => console.events.includes('settings-restored'));
      expect(console.entries.at(-1)).toMatchObject({ detail: 'lock_timeout, search_path, work_mem' });
      await console.untilIdle();
      const settings = ['work_mem', 'lock_timeout', 'search_path'].map(
        (name) => `current_setting('${name}')`,
      );
      await console.run(`select ${settings.join(', ')}`);
      expect(await console.rows()).toEqual([['5MB', '0', 'public, pg_catalog']]);
    }));

  test('holds up the end of the app while it runs a file, not while it runs a statement', () =>
    withConsole(async (console) => {
      await console.begin('select pg_sleep(60)');
      expect(bench.services.hasRunningOperations()).toBe(false);
      await bench.call.consoles.cancel({ id: console.id });
      await console.untilIdle();
      const file = { id: console.id, fileName: 'a.sql', sizeBytes: 9, oneTransaction: false };
      const { fileId } = await bench.call.consoles.startFile(file);
      expect(bench.services.hasRunningOperations()).toBe(true);
      const chunk = new Blob(['select 1;']);
      expect(await bench.call.consoles.fileChunk({ fileId, chunk, last: true })).toEqual({ wanted: false });
      await console.until('the end of the file', () => console.events.includes('file-done'));
      await console.untilIdle();
      expect(bench.services.hasRunningOperations()).toBe(false);
    }));

  test('counts a file that a script names as a file', () =>
    withTemporaryFolder((folder) =>
      withConsole(async (console) => {
        const path = join(folder, 'named.sql');
        await writeFile(path, 'select 1; select pg_sleep(60);');
        await console.begin(`\\i ${path}`);
        await bench.isRunning(console, 'select pg_sleep(60)');
        expect(bench.services.hasRunningOperations()).toBe(true);
        await console.until('its statement', () => console.state?.running?.statement === 3);
        expect(console.state?.running).toMatchObject({ statements: null, file: { name: path } });
        await bench.call.consoles.cancel({ id: console.id });
        await console.untilIdle();
      }),
    ));

  test('leaves no backend when it is closed during a run', async () => {
    await noBackends();
    await withConsole(async (console) => {
      await console.begin('select pg_sleep(60)');
      await bench.isRunning(console, 'select pg_sleep(60)');
    });
    await noBackends();
    await expect(bench.call.consoles.list({ instance: bench.instance })).resolves.toEqual([]);
  });
});

describe('preferences', () => {
  const prefer = (patch: object) => bench.call.consoles.setPreferences({ instance: bench.instance, patch });

  test('the statement timeout counts at once, inside a transaction and after it, and in the next session', () =>
    withConsole(async (console) => {
      await console.run('begin');
      await prefer({ statementTimeoutMs: 300 });
      await console.run('select pg_sleep(60)');
      expect(console.of('sql-error')).toMatchObject([{ error: { sqlState: '57014' } }]);
      await console.run('rollback');
      await console.run('select pg_sleep(60)');
      expect(console.of('sql-error')).toHaveLength(2);
      await bench.psql(`select pg_terminate_backend(${console.state?.backendPid})`);
      await console.until('the next session', () => console.events.includes('reconnected'));
      expect(await console.value('show statement_timeout')).toBe('300ms');
      await prefer({ statementTimeoutMs: 0 });
      expect(await console.value('show statement_timeout')).toBe('0');
    }));

  test('read-only stays read-only', () =>
    withConsole(async (console) => {
      await console.run('begin; create table written (n int)');
      await prefer({ readOnly: true });
      await console.run('insert into written values (1)');
      await console.run('rollback');
      for (const write of [
        'create table written (n int)',
        'begin read write',
        'set transaction_read_only = off',
      ]) {
        await console.run(write);
        expect(console.of('sql-error').at(-1)).toMatchObject({ text: write, error: { sqlState: '25006' } });
      }
      expect(console.of('sql-error')).toHaveLength(4);
      const aside = "do $$ begin perform set_config('default_transaction_read_only', 'off', false); end $$";
      await console.run(`${aside}; create table written (n int)`);
      expect(console.events).toContain('read-only-restored');
      expect(console.of('sql-error')).toHaveLength(5);
      await prefer({ readOnly: false });
      await console.run('create table written (n int); drop table written');
      expect(console.of('sql-error')).toHaveLength(5);
    }));

  test('the encoding is put back', () =>
    withConsole(async (console) => {
      await console.run("set client_encoding = 'LATIN1'");
      expect(console.entries.at(-1)).toMatchObject({ event: 'encoding-restored', detail: 'LATIN1' });
      expect(await console.value("\\encoding LATIN1\nselect 'é€'")).toBe('é€');
    }));
});

describe('a session that is lost', () => {
  test('by pg_terminate_backend: says so, with what else was lost, and comes back', () =>
    withConsole(async (console) => {
      await console.run('begin; set work_mem = $$5MB$$'.replaceAll('$$', "'"));
      await bench.psql(`select pg_terminate_backend(${console.state?.backendPid})`);
      await console.until('the next session', () => console.events.includes('session-reset'));
      expect(console.events).toEqual([
        'connected',
        'connection-lost',
        'transaction-lost',
        'reconnected',
        'session-reset',
      ]);
      await console.untilLink('ready');
      expect(console.state?.transaction).toBe('idle');
      expect(await console.value('show work_mem')).toBe('4MB');
    }));

  test('by idle_in_transaction_session_timeout: with the reason', () =>
    withConsole(async (console) => {
      await console.run("begin; select 1; set idle_in_transaction_session_timeout = '50ms'");
      await console.until('the next session', () => console.events.includes('session-reset'));
      const lost = console.of('event').find(({ event }) => event === 'connection-lost');
      expect(lost?.detail).toMatch(/idle-in-transaction timeout/);
      expect(console.events).toContain('transaction-lost');
      // The result that was on screen is still there.
      expect(await console.rows()).toEqual([['1']]);
    }));

  test('by idle_session_timeout: is opened again when it is needed, not before', () =>
    withConsole(async (console) => {
      await console.run("set idle_session_timeout = '50ms'");
      await console.untilLink('closed');
      expect(console.events).toEqual(['connected', 'connection-lost']);
      expect(await console.value('select 6')).toBe('6');
      expect(console.events).toEqual(['connected', 'connection-lost', 'reconnected', 'session-reset']);
    }));

  test('by a restart during a statement: ends it, and the next one runs', () =>
    withConsole(async (console) => {
      await console.run('begin');
      await console.begin('select pg_sleep(30)');
      await bench.isRunning(console, 'select pg_sleep(30)');
      await docker('restart', bench.instance);
      await console.until('the next session', () => console.events.includes('reconnected'));
      await console.untilIdle();
      expect(console.of('failure')).toMatchObject([{ error: { code: 'database-unreachable' } }]);
      for (const event of ['connection-lost', 'transaction-lost', 'reconnected', 'session-reset']) {
        expect(console.events.filter((one) => one === event)).toHaveLength(1);
      }
      expect(console.state?.link).toBe('ready');
      expect(await console.value('select 3')).toBe('3');
    }));

  test('by a stop: waits for the start, and so does a run', () =>
    withConsole(async (console) => {
      await console.run('select 1');
      await docker('stop', bench.instance);
      await console.untilLink('waiting');
      await console.begin('select 1');
      await bench.call.consoles.cancel({ id: console.id });
      await console.untilIdle();
      expect(console.entries.at(-1)).toMatchObject({ event: 'cancelled' });
      expect(console.state).toMatchObject({ link: 'waiting', reason: { code: 'database-unreachable' } });
      await withConsole(async (other) => {
        await other.begin('select 1');
        await other.untilLink('waiting');
        await bench.call.consoles.cancel({ id: other.id });
        // Nothing is left that would need it.
        await other.untilLink('closed');
      });
      await console.begin('select 4');
      await docker('start', bench.instance);
      await console.until(
        'the result',
        () => console.results.at(-1)?.state === 'complete' && console.state?.running === null,
      );
      expect(await console.rows()).toEqual([['4']]);
    }));

  test('with its container: finds the new one of the same name', () =>
    withConsole(async (console) => {
      await console.run('create table gone (n int)');
      await docker('rm', '-f', '-v', bench.instance);
      await console.until('the loss to be noticed', () => console.state?.reason?.code === 'not-found');
      await bench.runServer();
      await console.untilLink('ready');
      await console.run('select * from gone');
      expect(console.of('sql-error').at(-1)).toMatchObject({ error: { sqlState: '42P01' } });
    }));
});
