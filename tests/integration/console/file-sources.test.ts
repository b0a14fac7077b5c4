import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openLocalFile } from '../../../src/main/consoles/script/open-local-file.ts';
import { runFile } from '../../../src/main/consoles/script/run-file.ts';
import { runScript } from '../../../src/main/consoles/script/run-script.ts';
import { PushedFile } from '../../../src/main/uploads/pushed-file.ts';
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
  host.clear();
});

const inFolder = (name: string) => join(bench.folder, name);
const once = { oneTransaction: false };
const run = (text: string) => runScript(host, { text, offset: 0, values: {} });

async function runBytes(name: string, bytes: string | Buffer) {
  await writeFile(inFolder(name), bytes);
  return runFile(host, await openLocalFile(inFolder(name)), once);
}

describe('a file that the page sends', () => {
  const push = async (file: PushedFile, pieces: readonly (string | Buffer)[]) => {
    const answers: boolean[] = [];
    for (const [index, piece] of pieces.entries()) {
      answers.push(await file.push(Buffer.from(piece), index === pieces.length - 1));
    }
    return answers;
  };

  test('is run as it comes, cut anywhere', async () => {
    const text = Buffer.from(
      "create temp table sent (t text);\ninsert into sent values ('é🐘;');\ncopy sent from stdin;\nañ\n\\.\n",
    );
    const file = new PushedFile({ name: 'sent.sql', sizeBytes: text.length });
    const ended = runFile(host, file, once);
    const answers = await push(
      file,
      Array.from(text, (byte) => Buffer.from([byte])),
    );
    expect(answers).toEqual([...Array<boolean>(text.length - 1).fill(true), false]);
    expect(await ended).toBe('done');
    expect(host.events).toEqual(['file-done sent.sql']);
    expect(host.told.at(-1)).toEqual({
      statement: 3,
      file: { name: 'sent.sql', readBytes: text.length, sizeBytes: text.length },
    });
    await run('select t from sent');
    expect(await host.rows(0)).toEqual([['é🐘;'], ['añ']]);
  });

  test('is not wanted any more behind an error', async () => {
    const piece = Buffer.from(`select 1/0;\n${'-- and much more\n'.repeat(100_000)}`);
    const file = new PushedFile({ name: 'wrong.sql', sizeBytes: 3 * piece.length });
    const ended = runFile(host, file, once);
    expect(await push(file, [piece, piece, piece])).toContain(false);
    expect(await ended).toBe('stopped');
    expect(host.events).toEqual(['stopped-at-error wrong.sql:1']);
  });

  test.each([
    ['shorter than announced', 10, ['select 1']],
    ['longer than announced', 5, ['select 1;', 'select 2']],
  ])('that is %s is refused', async (_, sizeBytes, pieces) => {
    const file = new PushedFile({ name: 'odd.sql', sizeBytes });
    const ended = runFile(host, file, once);
    await push(file, pieces);
    expect(await ended).toBe('stopped');
    expect(host.of('failure')).toMatchObject([{ error: { code: 'file-unusable', problem: 'cut-short' } }]);
  });

  test('whose page went silent ends the run', async () => {
    const file = new PushedFile({ name: 'silent.sql', sizeBytes: 100, idleMs: 50 });
    const ended = runFile(host, file, once);
    await file.push(Buffer.from('select 1; sel'), false);
    expect(await ended).toBe('stopped');
    expect(host.of('failure')).toMatchObject([{ error: { problem: 'cut-short' } }]);
  });

  test('is not wanted where no transaction can be begun around it', async () => {
    await run('begin; select 1/0');
    host.clear();
    const file = new PushedFile({ name: 'inside.sql', sizeBytes: 1_000_000 });
    expect(await runFile(host, file, { oneTransaction: true })).toBe('stopped');
    expect(host.of('sql-error')).toMatchObject([{ error: { sqlState: '25P02' } }]);
    expect(await file.push(Buffer.alloc(500_000), false)).toBe(false);
    await run('rollback');
  });

  test('inside a transaction of the person is undone without it', async () => {
    await run('begin; create temp table mine (n int); insert into mine values (1)');
    const text = 'insert into mine values (2); select 1/0';
    const file = new PushedFile({ name: 'inside.sql', sizeBytes: text.length });
    await file.push(Buffer.from(text), true);
    host.clear();
    expect(await runFile(host, file, { oneTransaction: true })).toBe('stopped');
    expect(host.events).toEqual(['rolled-back inside.sql', 'stopped-at-error inside.sql:1']);
    expect(host.connection.transaction).toBe('in-transaction');
    await run('select n from mine; commit');
    expect(await host.rows(0)).toEqual([['1']]);
  });

  test('ends at once when the run is cancelled while it waits for more', async () => {
    const file = new PushedFile({ name: 'waiting.sql', sizeBytes: 1_000 });
    const ended = runFile(host, file, once);
    await file.push(Buffer.from('select 1;\nselect 2;\nsel'), false);
    await waitFor('two statements', async () => (host.of('statement').length === 2 ? true : null));
    host.cancel();
    expect(await ended).toBe('cancelled');
    expect(host.events).toEqual(['cancelled waiting.sql:2']);
    expect(await file.push(Buffer.from('ect 3'), true)).toBe(false);
  });
});

describe('what a file is made of', () => {
  test.each([
    ['gzip of several members', Buffer.concat([gzipSync('select 1 as a;\nselect'), gzipSync(' 2 as b')]), 2],
    ['nothing', Buffer.alloc(0), 0],
    ['a byte order mark only', Buffer.from('\ufeff'), 0],
    ['one letter', Buffer.from(';'), 0],
  ])('%s is run', async (_, bytes, results) => {
    expect(await runBytes('fine.sql', bytes)).toBe('done');
    expect(host.writers).toHaveLength(results);
  });

  const packed = gzipSync(
    `select 1;\n${Array.from({ length: 20_000 }, (_, n) => `-- ${n * 7919}`).join('\n')}`,
  );
  test.each([
    ['UTF-16', Buffer.from('\ufeffselect 1', 'utf16le'), 'utf-16'],
    ['a dump in the custom format', Buffer.from('PGDMP\x01\x0e'), 'custom-dump'],
    ['gzip that stops short', packed.subarray(0, packed.length - 1_000), 'bad-gzip'],
    ['gzip that is damaged', Buffer.concat([packed.subarray(0, 5_000), Buffer.alloc(5_000)]), 'bad-gzip'],
    ['gzip of UTF-16', gzipSync(Buffer.from('\ufeffselect 1', 'utf16le')), 'utf-16'],
  ])('%s is refused', async (_, bytes, problem) => {
    expect(await runBytes('wrong.sql', bytes)).toBe('stopped');
    expect(host.of('failure')).toMatchObject([{ error: { code: 'file-unusable', problem } }]);
  });

  test('a damaged file ends a COPY that it feeds, with its own reason', async () => {
    await run('create temp table fed (t text)');
    host.clear();
    const rows = Array.from({ length: 50_000 }, (_, n) => String(n * 7919)).join('\n');
    const bytes = gzipSync(`copy fed from stdin;\n${rows}\n\\.\n`);
    expect(await runBytes('half.sql.gz', bytes.subarray(0, bytes.length / 2))).toBe('stopped');
    expect(host.of('failure')).toMatchObject([{ error: { problem: 'bad-gzip' } }]);
    await run('select count(*) from fed');
    expect(await host.rows(0)).toEqual([['0']]);
  });
});

describe('\\i and \\copy', () => {
  test('say why a file cannot be used', async () => {
    host.onError = 'continue';
    await mkdir(inFolder('folder'));
    await writeFile(inFolder('cycle.sql'), '\\ir cycle.sql');
    await run(
      [
        '\\i /nowhere/at/all.sql',
        `\\i ${inFolder('folder')}`,
        '\\i /dev/null',
        `\\i ${inFolder('cycle.sql')}`,
      ]
        .concat(
          `\\copy pg_am to '${inFolder('folder')}'`,
          "\\copy pg_am to '/nowhere/x'",
          '\\copy x from /nowhere/x',
        )
        .join('\n'),
    );
    expect(host.of('failure').map(({ error }) => 'problem' in error && error.problem)).toEqual([
      ...['not-found', 'is-folder', 'failed', 'includes-itself'],
      ...['is-folder', 'not-found', 'not-found'],
    ]);
  });

  test('refuse what needs a shell, and what psql would call a parse error', async () => {
    host.onError = 'continue';
    await run("\\copy pg_am to program 'cat'\n\\copy pg_am from pstdin\n\\copy pg_am into x\n\\copy\n\\i");
    expect(host.of('command-error').map(({ problem, detail }) => [problem, detail])).toEqual([
      ['not-supported', 'program'],
      ['not-supported', 'pstdin'],
      ['bad-argument', 'pg_am into x'],
      ['missing-argument', null],
      ['missing-argument', null],
    ]);
  });

  test('\\copy with an error points at what was typed', async () => {
    await run("select 1;\n\\copy  (select 'é🐘', nope from pg_am) to '/tmp/x'");
    expect(host.of('sql-error')).toMatchObject([
      {
        text: "\\copy  (select 'é🐘', nope from pg_am) to '/tmp/x'",
        place: { offset: 10, line: 2, column: 1 },
        error: { at: { offset: 32, line: 2, column: 23 }, excerpt: { caret: 22 } },
      },
    ]);
  });

  test('\\copy to a file leaves the old one, and nothing half, when it fails', async () => {
    await mkdir(inFolder('out'));
    await writeFile(inFolder('out/kept.txt'), 'as before');
    const copy = (query: string) => run(`\\copy (${query}) to '${inFolder('out/kept.txt')}'`);
    await copy('select 1/(n - 90000) from generate_series(1, 100000) n');
    expect(host.of('sql-error')).toMatchObject([{ error: { sqlState: '22012' } }]);
    expect(await readdir(inFolder('out'))).toEqual(['kept.txt']);
    expect(await readFile(inFolder('out/kept.txt'), 'utf8')).toBe('as before');
    await copy('select n from generate_series(1, 100000) n');
    expect(host.of('statement')).toMatchObject([{ command: 'COPY 100000', resultId: null }]);
    expect(await readdir(inFolder('out'))).toEqual(['kept.txt']);
    await run(
      `create temp table back (n int);\n\\copy back from '${inFolder('out/kept.txt')}'\nselect sum(n) from back`,
    );
    expect(await host.rows(0)).toEqual([['5000050000']]);
  });

  test('a restricted script runs no commands until the key comes back', async () => {
    host.onError = 'continue';
    await run(
      '\\restrict KEY\n\\echo no\n\\i /etc/hosts\nselect 1;\n\\unrestrict WRONG\n\\unrestrict KEY\n\\echo yes',
    );
    expect(host.of('command-error').map(({ command, problem }) => [command, problem])).toEqual([
      ['\\echo', 'restricted'],
      ['\\i', 'restricted'],
      ['\\unrestrict', 'bad-argument'],
    ]);
    expect(host.of('output')).toMatchObject([{ text: 'yes' }]);
    expect(host.of('statement')).toHaveLength(1);
  });

  test('\\set ON_ERROR_STOP decides for what follows', async () => {
    expect(
      await run(
        '\\set ON_ERROR_STOP off\nselect 1/0;\nselect 2;\n\\set ON_ERROR_STOP 1\nselect 1/0;\nselect 3',
      ),
    ).toBe('stopped');
    host.variables.clear();
    expect(host.of('statement')).toMatchObject([{ text: 'select 2' }]);
  });

  test('a file of a draft is one line of the history', async () => {
    host.onError = 'continue';
    await writeFile(
      inFolder('told.sql'),
      "select pg_catalog.set_config('a.b', 'c', false); select 7; select 1/0",
    );
    await run(`\\i ${inFolder('told.sql')}`);
    expect(host.records).toMatchObject([
      { text: `\\i ${inFolder('told.sql')}`, error: { sqlState: '22012' } },
    ]);
    expect(host.events).toEqual([`file-done ${inFolder('told.sql')}`]);
  });

  test('a database that cannot be reached ends the script, whatever it says about errors', async () => {
    host.onError = 'continue';
    expect(await run('\\connect nowhere\ncreate table in_the_wrong_one ()')).toBe('stopped');
    expect(host.of('failure')).toMatchObject([{ error: { code: 'database-error', sqlState: '3D000' } }]);
    expect(host.of('statement')).toEqual([]);
  });
});

describe('a large file', () => {
  const sleeping = async () =>
    (await bench.wire.psql("select 1 from pg_stat_activity where wait_event = 'PgSleep'")) === '1';
  const rows = 300_000;
  const line = (n: number) => `${n}\t${'some text that is not read '.repeat(2)}\\N\n`;
  const copied = () => {
    const lines = Array.from({ length: rows }, (_, n) => line(n));
    return [
      'create temp table large (n int, t text);\ncopy large from stdin;\n',
      ...lines,
      '\\.\nselect count(*), sum(n) from large;\n',
    ].join('');
  };

  test('20 MB are read as they are needed, with progress', { timeout: 60_000 }, async () => {
    expect(await runBytes('large.sql', copied())).toBe('done');
    expect(await host.rows(0)).toEqual([[String(rows), String((rows * (rows - 1)) / 2)]]);
    const read = host.told.map(({ file }) => file?.readBytes ?? 0);
    expect(read).toEqual(read.toSorted((a, b) => a - b));
    expect(read.length).toBeGreaterThan(2);
    expect(host.told.at(-1)?.file).toMatchObject({ readBytes: read.at(-1), sizeBytes: read.at(-1) });
  });

  test('is left at once when it is cancelled at its end, while the COMMIT has much to check', async () => {
    const text = `create table checked (n int);
      create function check_long() returns trigger language plpgsql as
        $$ begin perform pg_sleep(60); return null; end $$;
      create constraint trigger late after insert on checked deferrable initially deferred
        for each row execute function check_long();
      insert into checked values (1)`;
    await writeFile(inFolder('checked.sql'), text);
    const ended = runFile(host, await openLocalFile(inFolder('checked.sql')), { oneTransaction: true });
    await waitFor('the commit', async () => (await sleeping()) || null);
    host.cancel();
    expect(await ended).toBe('cancelled');
    expect(host.of('sql-error')).toEqual([]);
    expect(host.events).toEqual([
      `rolled-back ${inFolder('checked.sql')}`,
      `cancelled ${inFolder('checked.sql')}`,
    ]);
  });

  test('is left at once when it is cancelled in the middle, and undone if it is one transaction', async () => {
    // The server holds at the row in the middle, however fast it is.
    await run(`create function hold() returns trigger language plpgsql as
      $$ begin perform pg_sleep(60); return new; end $$`);
    host.clear();
    const held =
      'create trigger hold before insert on halfway for each row when (new.n = 2) execute function hold();';
    const rows = `${'1\n'.repeat(10_000)}2\n${'1\n'.repeat(5_000_000)}`;
    const text = `create table halfway (n int);\n${held}\ncopy halfway from stdin;\n${rows}`;
    await writeFile(inFolder('halfway.sql'), text);
    const ended = runFile(host, await openLocalFile(inFolder('halfway.sql')), { oneTransaction: true });
    await waitFor('the copy', async () => (await sleeping()) || null);
    host.cancel();
    expect(await ended).toBe('cancelled');
    expect(host.events).toEqual([
      `rolled-back ${inFolder('halfway.sql')}`,
      `cancelled ${inFolder('halfway.sql')}:3`,
    ]);
    host.clear();
    await run("select to_regclass('halfway')");
    expect(await host.rows(0)).toEqual([[null]]);
  });
});
