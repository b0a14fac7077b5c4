import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runScript } from '../../../src/main/consoles/script/run-script.ts';
import { openScriptBench, type ScriptBench, type TestHost } from '../../support/script-bench.ts';
import { waitFor } from '../../support/wait-for.ts';

let bench: ScriptBench;
let host: TestHost;
beforeAll(async () => {
  bench = await openScriptBench();
  host = await bench.host();
});
afterAll(() => bench.dispose());
beforeEach(() => {
  host.onError = 'stop';
  host.variables.clear();
  host.clear();
});

const run = (text: string, values: Record<string, string | null> = {}, offset = 0) =>
  runScript(host, { text, offset, values });

describe('statements', () => {
  test('run one after the other; rows become results, the rest is told', async () => {
    const text =
      "create temp table t (n int);\ninsert into t values (1), (2);\n\n  select n from t; select 'é' as e";
    expect(await run(text, {}, 100)).toBe('done');
    expect(host.of('statement')).toMatchObject([
      { command: 'CREATE TABLE', resultId: null, place: { offset: 100, line: 1, column: 1 } },
      { command: 'INSERT 0 2', text: 'insert into t values (1), (2)', place: { line: 2, column: 1 } },
      { command: 'SELECT 2', resultId: host.writers[0]?.id, place: { line: 4, column: 3 } },
      { command: 'SELECT 1', resultId: host.writers[1]?.id, place: { line: 4, column: 20 } },
    ]);
    expect(await host.rows(0)).toEqual([['1'], ['2']]);
    expect(host.writers[1]?.info()).toMatchObject({
      columns: [{ name: 'e', type: 'text' }],
      state: 'complete',
      command: 'SELECT 1',
    });
    expect(host.records.map(({ rows }) => rows)).toEqual([null, 2, 2, 1]);
    expect(host.told.at(-1)).toEqual({ statement: 4, file: null });
  });

  test('are counted as they begin', async () => {
    await run('select 1; \\x\n\\x\nselect 2');
    expect(host.told.map(({ statement }) => statement)).toEqual([1, 2, 3, 4, 4]);
  });

  test('of several answers each has a result', async () => {
    expect(await run("select 1 as a\\; select 2 as b, 'x' as c;")).toBe('done');
    expect(await host.rows(0)).toEqual([['1']]);
    expect(await host.rows(1)).toEqual([['2', 'x']]);
    expect(host.writers.map((writer) => writer.info().command)).toEqual(['SELECT 1', 'SELECT 1']);
  });

  test('\\gx expands one result, \\x all that follow', async () => {
    await run('select 1 \\gx\nselect 2;\n\\x\nselect 3;\n\\x off');
    expect(host.results.map(({ expanded }) => expanded)).toEqual([true, false, true]);
  });

  test('what sends a statement elsewhere is refused, not run', async () => {
    expect(await run("create temp table ran (n int) \\gset x_\nselect 1 \\g '/tmp/out'")).toBe('stopped');
    expect(host.of('command-error')).toMatchObject([
      { command: '\\gset', problem: 'not-supported', detail: 'x_', place: { line: 1 } },
    ]);
    expect(host.of('statement')).toEqual([]);
  });

  test('a setting counts for what follows it', async () => {
    await run(
      "set standard_conforming_strings = off; select 'it\\'s; one'; set standard_conforming_strings = on;",
    );
    expect(await host.rows(0)).toEqual([["it's; one"]]);
  });

  test('5,000 are quick', { timeout: 60_000 }, async () => {
    await run('create temp table many (n int)');
    host.clear();
    const text = Array.from({ length: 5_000 }, (_, n) => `insert into many values (${n});`).join('\n');
    expect(await run(text)).toBe('done');
    expect(host.of('statement')).toHaveLength(5_000);
    expect(host.told.at(-1)).toEqual({ statement: 5_000, file: null });
    await run('select count(*), sum(n) from many');
    expect(await host.rows(0)).toEqual([['5000', '12497500']]);
  });
});

describe('errors', () => {
  test.each([
    ['select *\n  from nowhere', { offset: 23, line: 2, column: 8 }, { line: '  from nowhere', caret: 7 }],
    ["select 'é🐘', nope", { offset: 21, line: 1, column: 15 }, { line: "select 'é🐘', nope", caret: 14 }],
    ["select 1;\r\nselect '🐘'\r\n, nope", { offset: 33, line: 3, column: 3 }, { line: ', nope', caret: 2 }],
    ['select (', { offset: 15, line: 1, column: 9 }, { line: 'select (', caret: 8 }],
  ])('%j: at the exact character', async (text, at, excerpt) => {
    expect(await run(text, {}, 7)).toBe('stopped');
    expect(host.of('sql-error')).toMatchObject([{ error: { at, excerpt } }]);
  });

  test('behind variables and parameters the place is that of the draft', async () => {
    host.variables.set('table', 'pg_class /* é🐘 and more than the name is long */');
    await run('select :name, $1::text,\n :"id" as e from :table where nope = :name', {
      name: 'ä',
      1: 'x',
      id: 'relname',
    });
    expect(host.of('sql-error')).toMatchObject([
      {
        error: {
          sqlState: '42703',
          at: { line: 2, column: 31 },
          excerpt: { line: ' :"id" as e from :table where nope = :name', caret: 30 },
        },
      },
    ]);
  });

  test('inside a function there is no place, but where', async () => {
    await run('do $$ begin perform 1 from nowhere; end $$');
    expect(host.of('sql-error')).toMatchObject([
      {
        place: { line: 1, column: 1 },
        error: { at: null, excerpt: null, where: expect.stringContaining('inline_code_block line 1') },
      },
    ]);
  });

  test('a long line is cut around the caret', async () => {
    await run(`select '${'🐘'.repeat(500)}', nope, '${'x'.repeat(500)}'`);
    const [entry] = host.of('sql-error');
    const { line = '', caret = 0 } = entry?.error.excerpt ?? {};
    expect(line.slice(caret, caret + 4)).toBe('nope');
    expect(line.length).toBeLessThan(310);
    expect(line.isWellFormed?.() ?? true).toBe(true);
  });

  test('the first one stops the run; told to, it goes on', async () => {
    const text = 'select 1/0; select 2; select 3/0; select 4';
    expect(await run(text)).toBe('stopped');
    expect(host.of('statement')).toEqual([]);
    expect(host.events).toEqual(['stopped-at-error']);
    host.clear();
    host.onError = 'continue';
    expect(await run(text)).toBe('done');
    expect(host.of('statement')).toHaveLength(2);
    expect(host.of('sql-error')).toMatchObject([{ error: { sqlState: '22012' } }, {}]);
    expect(host.records.map(({ error }) => error?.sqlState ?? null)).toEqual(['22012', null, '22012', null]);
  });

  test('of the last statement says all', async () => {
    expect(await run('select 1; select 1/0; -- end\n')).toBe('stopped');
    expect(host.events).toEqual([]);
  });

  test('in the middle of the rows: those that came are kept', async () => {
    await run('select 1/(n - 5000) from generate_series(1, 10000) n');
    expect(host.of('sql-error')).toMatchObject([{ error: { sqlState: '22012' } }]);
    expect(host.writers[0]?.info()).toMatchObject({ state: 'failed', command: null });
  });

  test('of a psql command keeps no password', async () => {
    await run('\\c postgres://ann:hunter2@db/shop');
    expect(host.of('command-error')).toMatchObject([
      { command: '\\c', problem: 'bad-argument', detail: 'postgres://ann:***@db/shop' },
    ]);
    expect(JSON.stringify([host.entries, host.records])).not.toContain('hunter2');
  });

  test('a lost session ends the run', async () => {
    const lost = await bench.host();
    const text = 'select pg_terminate_backend(pg_backend_pid()); select 2';
    expect(await runScript(lost, { text, offset: 0, values: {} })).toBe('lost');
    expect(lost.of('failure')).toMatchObject([{ error: { code: 'database-unreachable' } }]);
    expect(lost.of('statement')).toEqual([]);
    expect(lost.records).toMatchObject([
      { error: { sqlState: null, message: expect.stringContaining('administrator command') } },
    ]);
  });
});

describe('values', () => {
  test('are bound where the server takes them, else put in as constants', async () => {
    const hostile = `a'b"c\\d $1 :x 🐘`;
    await run(
      'create temp table v (t text default :dflt, u text); insert into v (u) values (:u); select t, u, $1 from v',
      {
        dflt: hostile,
        u: hostile,
        1: null,
      },
    );
    expect(host.of('sql-error')).toEqual([]);
    expect(await host.rows(0)).toEqual([[hostile, hostile, null]]);
  });

  test('of psql are put in as psql does', async () => {
    await run(
      "\\set x 5 + 1\n\\set n 'it''s'\n\\set c relname\nselect :x, :'n', :\"c\" from pg_class where :\"c\" = 'pg_type'",
    );
    expect(await host.rows(0)).toEqual([['6', "it's", 'pg_type']]);
  });
});

describe('copy', () => {
  test('takes the data that stands below it', async () => {
    await run(
      'create temp table c (a int, b text);\ncopy c from stdin;\n1\tone; two\n2\t\\N\n\\.\nselect * from c',
    );
    expect(await host.rows(0)).toEqual([
      ['1', 'one; two'],
      ['2', null],
    ]);
  });

  test('to the window becomes lines that can be looked at', async () => {
    await run("copy (select n, 'é' || n from generate_series(1, 3) n) to stdout (format csv)");
    expect(await host.rows(0)).toEqual([['1,é1'], ['2,é2'], ['3,é3']]);
    expect(host.writers[0]?.info()).toMatchObject({ state: 'complete', command: 'COPY 3' });
  });

  test('data behind a COPY that failed is passed over', async () => {
    host.onError = 'continue';
    await run('copy nowhere from stdin;\n1; drop table x;\n\\.\nselect 7');
    expect(host.of('sql-error')).toMatchObject([{ error: { sqlState: '42P01' } }]);
    expect(await host.rows(0)).toEqual([['7']]);
  });
});

describe('cancel', () => {
  const running = (text: string) =>
    waitFor('the statement to run', async () =>
      (await bench.wire.psql(
        `select 1 from pg_stat_activity where state = 'active' and query = '${text}'`,
      )) === '1'
        ? true
        : null,
    );

  test('stops the statement and what follows', async () => {
    const ended = run('select 1; select pg_sleep(60); select 3');
    await running('select pg_sleep(60)');
    host.cancel();
    expect(await ended).toBe('cancelled');
    expect(host.of('statement')).toHaveLength(1);
    expect(host.events).toEqual(['cancelled']);
    expect(host.records.at(-1)).toMatchObject({ error: { sqlState: '57014' } });
    host.clear();
    expect(await run('select 4')).toBe('done');
  });

  test('keeps the rows that came', async () => {
    const text = 'select n, pg_sleep(case n when 2000 then 60 else 0 end) from generate_series(1, 3000) n';
    const ended = run(text);
    const waiting = `select wait_event from pg_stat_activity where pid = ${host.connection.backendPid}`;
    await waitFor('row 2000', async () => (await bench.wire.psql(waiting)) === 'PgSleep' || null);
    host.cancel();
    expect(await ended).toBe('cancelled');
    expect(host.writers[0]?.info()).toMatchObject({ state: 'cancelled', rowCount: 1999 });
  });
});

describe('limits', () => {
  const runOn = (limited: TestHost, text: string) => runScript(limited, { text, offset: 0, values: {} });

  test('a result that is full ends its statement and the run, and keeps its rows', async () => {
    const limited = await bench.host('postgres', { resultBytes: 100_000 });
    expect(await runOn(limited, 'select 1; select n from generate_series(1, 10000000) n; select 2')).toBe(
      'stopped',
    );
    expect(limited.events).toEqual(['result-full 2', 'stopped-at-error']);
    expect(limited.of('sql-error')).toEqual([]);
    expect(limited.writers[1]?.info()).toMatchObject({ state: 'capped', capped: { limit: 'disk' } });
    expect((await limited.rows(1)).at(-1)).toEqual(['500']);
    limited.clear();
    expect(await runOn(limited, 'copy (select n from generate_series(1, 10000000) n) to stdout')).toBe(
      'stopped',
    );
    expect(limited.writers[0]?.info()).toMatchObject({ state: 'capped' });
  });

  test('a row that is too big ends its statement, not the session', async () => {
    const limited = await bench.host('postgres', { rowBytes: 100_000 });
    expect(await runOn(limited, "select repeat('x', n) from generate_series(99990, 100010) n")).toBe(
      'stopped',
    );
    expect(limited.writers[0]?.info()).toMatchObject({ state: 'capped', capped: { limit: 'row' } });
    expect(limited.events).toEqual([expect.stringMatching(/^row-too-big 100\d{3}$/)]);
    expect(await runOn(limited, 'select 1')).toBe('done');
  });

  test('a line of a COPY over 64 MiB is stopped, too', async () => {
    const limited = await bench.host();
    expect(await runOn(limited, "copy (select repeat('x', 100 * 1024 * 1024)) to stdout")).toBe('stopped');
    expect(limited.writers[0]?.info()).toMatchObject({ state: 'capped', capped: { limit: 'row' } });
    expect(await runOn(limited, 'select 1')).toBe('done');
  });
});
