import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLocalFile } from '../../../src/main/consoles/script/open-local-file.ts';
import { runFile } from '../../../src/main/consoles/script/run-file.ts';
import { docker } from '../../support/docker-cli.ts';
import { type PsqlRun, psqlFile } from '../../support/psql-file.ts';
import { openScriptBench, type ScriptBench, type TestHost } from '../../support/script-bench.ts';

let bench: ScriptBench;
beforeAll(async () => {
  bench = await openScriptBench();
});
afterAll(() => bench.dispose());

interface Both {
  host: TestHost;
  psql: PsqlRun;
  /** Names of the databases that they ran in. */
  databases: [ours: string, psqls: string];
}

interface How {
  onError?: 'stop' | 'continue';
  oneTransaction?: boolean;
  /** Where Howdah's file is another one than psql's. */
  ours?: string;
}

const inFolder = (name: string) => join(bench.folder, name);

async function write(files: Record<string, string | Buffer>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(inFolder(name)), { recursive: true });
    await writeFile(inFolder(name), content);
  }
}

/** Runs a file of the bench's folder through Howdah and, in another database, through `psql -f`. */
async function runBoth(
  name: string,
  { onError = 'continue', oneTransaction = false, ours = name }: How = {},
): Promise<Both> {
  const path = inFolder(name);
  await bench.copyFiles();
  const databases: Both['databases'] = [await bench.createDatabase(), await bench.createDatabase()];
  const options = [
    ...(onError === 'stop' ? ['-v', 'ON_ERROR_STOP=1'] : []),
    ...(oneTransaction ? ['-1'] : []),
  ];
  const psql = await psqlFile(bench.wire.name, databases[1], path, options);
  const host = await bench.host(databases[0]);
  host.onError = onError;
  await runFile(host, await openLocalFile(inFolder(ours)), { oneTransaction });
  return { host, psql, databases };
}

/** All objects and rows, as a dump has them. */
async function contents(database: string): Promise<string> {
  const dump = await docker('exec', bench.wire.name, 'pg_dump', '-U', 'postgres', database);
  return dump.replaceAll(/^\\(un)?restrict .*$/gm, '');
}

async function expectSameContents([ours, psqls]: Both['databases']): Promise<void> {
  expect(await contents(ours)).toBe(await contents(psqls));
}

/** Errors as psql prints them: the line is that of the statement's end, the excerpt's is counted in the statement. */
function ourErrors(host: TestHost) {
  return host.of('sql-error').map(({ error, place }) => ({
    sqlState: error.sqlState,
    message: error.message,
    excerpt:
      error.excerpt === null || error.at === null
        ? null
        : {
            line: `LINE ${error.at.line - (place?.line ?? 0) + 1}: ${error.excerpt.line}`,
            caret: error.excerpt.caret,
          },
  }));
}

/** Without the semicolon, which psql sends, and what it prints of queries inside functions. */
function psqlErrors({ errors }: PsqlRun) {
  return errors.map(({ sqlState, message, excerpt }) => {
    const line = excerpt?.line.replace(/;$/, '') ?? '';
    const caret = (excerpt?.caret ?? 0) - line.indexOf(': ') - 2;
    return { sqlState, message, excerpt: excerpt === null ? null : { line, caret } };
  });
}

const kinds = readFile(join(import.meta.dirname, 'files/kinds.sql'), 'utf8');

describe('files do in Howdah what they do in psql -f', () => {
  test('statements of every kind, and errors with their lines', async () => {
    await write({ 'kinds.sql': await kinds });
    const { host, psql, databases } = await runBoth('kinds.sql');
    expect(ourErrors(host)).toEqual(psqlErrors(psql));
    expect(psqlErrors(psql)).toHaveLength(12);
    const oneLiners = host.of('sql-error').slice(0, 3);
    expect(oneLiners.map(({ place }) => place?.line)).toEqual(
      psql.errors.slice(0, 3).map(({ line }) => line),
    );
    await expectSameContents(databases);
  });

  test('the same with a byte order mark, the line ends of Windows, packed', async () => {
    // A message of the last line's would hold its end, which psql sends.
    const lines = (await kinds).split('\n').slice(0, -2);
    const text = Buffer.from(`\ufeff${lines.join('\r\n')}`);
    await write({ 'windows.sql': text, 'windows.sql.gz': gzipSync(text) });
    const { host, psql, databases } = await runBoth('windows.sql', { ours: 'windows.sql.gz' });
    expect(ourErrors(host)).toEqual(psqlErrors(psql));
    await expectSameContents(databases);
  });

  test('psql commands: variables, files in files, copies', async () => {
    await write({
      'data/in.csv': 'id,t\n1,"one; ""quoted"""\n2,\n',
      'commands.sql': `
        \\set greeting 'hello; ''world'''
        \\set table c1 \\set n 40
        \\echo :greeting :'greeting' 'two  words' -- kept
        create table :table (id int, t text); insert into :"table" values (:n + 2, :'greeting');
        \\copy c1 from '${inFolder('data/in.csv')}' with (format csv, header)
        \\copy c1 (id, t) from stdin
3\tinline; data
4\t\\N
\\.
        \\copy (select * from c1 order by id) to '${inFolder('data/out.txt')}'
        \\i ${inFolder('sub/first.sql')}
        \\ir sub/second.sql
        \\i ${inFolder('sub/missing.sql')}
        \\nosuchcommand
        \\unset n
        select :n;
        \\c -
        create table behind_connect ();
        \\copy nowhere from '${inFolder('data/in.csv')}'
        \\echo done
        \\q
        create table behind_quit ();`,
      'sub/first.sql': 'create table first ();\n\\ir second.sql\n\\echo in first\n',
      'sub/second.sql':
        "create table if not exists second ();\ninsert into c1 values (5, :'greeting')\n\\g\n\\q\ncreate table never ();",
    });
    const { host, psql, databases } = await runBoth('commands.sql');
    expect(host.of('output').map(({ text }) => text)).toEqual(psql.output.trim().split('\n'));
    expect(ourErrors(host)).toEqual(psqlErrors(psql));
    expect(host.of('command-error')).toMatchObject([
      { command: '\\nosuchcommand', problem: 'not-supported' },
    ]);
    expect(host.of('failure')).toMatchObject([{ error: { code: 'file-unusable', problem: 'not-found' } }]);
    const theirs = await docker('exec', bench.wire.name, 'cat', inFolder('data/out.txt'));
    expect((await readFile(inFolder('data/out.txt'), 'utf8')).trim()).toBe(theirs);
    await expectSameContents(databases);
  });

  test('a script in another encoding', async () => {
    const text = `SET client_encoding = 'LATIN1';
      CREATE TABLE größe (é text); INSERT INTO größe VALUES ('ü;'), ('ÿ ist é');
      COPY größe FROM STDIN;
äöü\\t
ÿ;
\\.
      SELECT 'ä' AS "é", nirgendwö FROM größe;
      SELECT * FROM größe;
      INSERT INTO größe VALUES ('ÄÖ')`;
    await write({ 'latin1.sql': Buffer.from(text, 'latin1') });
    const { host, psql, databases } = await runBoth('latin1.sql');
    expect(host.of('sql-error')).toMatchObject([
      {
        text: `SELECT 'ä' AS "é", nirgendwö FROM größe`,
        error: {
          sqlState: '42703',
          message: 'column "nirgendwö" does not exist',
          at: { line: 7, column: 26 },
          excerpt: { caret: 19 },
        },
      },
    ]);
    expect(psql.errors).toMatchObject([{ sqlState: '42703', line: 7 }]);
    expect(await host.rows(0)).toEqual([['ü;'], ['ÿ ist é'], ['äöü\t'], ['ÿ;']]);
    await expectSameContents(databases);
  });

  test('stopping at the first error', async () => {
    await write({ 'stop.sql': 'create table a ();\nselect 1/0;\ncreate table b ();' });
    const { host, psql, databases } = await runBoth('stop.sql', { onError: 'stop' });
    expect(psql.exitCode).toBe(3);
    expect(host.events).toEqual([`stopped-at-error ${inFolder('stop.sql')}:2`]);
    expect(host.records).toMatchObject([
      { text: `\\i ${inFolder('stop.sql')}`, error: { sqlState: '22012' } },
    ]);
    await expectSameContents(databases);
  });

  test.each([
    ['all of it', 'create table a ();\ncreate table b ();', 0, []],
    ['nothing of it', 'create table a ();\nselect 1/0;\ncreate table b ();', 1, ['22012']],
    [
      'a constraint that is checked at the end',
      'create table a (n int unique deferrable initially deferred);\ninsert into a values (1), (1);',
      1,
      ['23505'],
    ],
    [
      'its own transactions',
      'begin;\ncreate table a ();\ncommit;\ncreate table b ();\nselect 1/0;',
      0,
      ['22012'],
    ],
  ])('one transaction: %s', async (_, text, rolledBack, states) => {
    await write({ 'one.sql': text });
    const { host, psql, databases } = await runBoth('one.sql', { onError: 'stop', oneTransaction: true });
    expect(ourErrors(host).map(({ sqlState }) => sqlState)).toEqual(states);
    expect(host.events.filter((event) => event.startsWith('rolled-back'))).toHaveLength(rolledBack);
    expect(host.connection.transaction).toBe('idle');
    const warnings = psql.warnings.map(({ message }) => `WARNING:  ${message}`);
    expect(host.notices.filter((notice) => notice.startsWith('WARNING'))).toEqual(warnings);
    const tables = "select string_agg(relname, ',') from pg_class where relname in ('a', 'b')";
    const [ours, theirs] = await Promise.all(
      databases.map((name) =>
        docker('exec', bench.wire.name, 'psql', '-XAtU', 'postgres', '-d', name, '-c', tables),
      ),
    );
    expect(ours).toBe(theirs);
  });
});
