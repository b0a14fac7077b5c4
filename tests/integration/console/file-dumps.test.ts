import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLocalFile } from '../../../src/main/consoles/script/open-local-file.ts';
import { runFile } from '../../../src/main/consoles/script/run-file.ts';
import { databaseFingerprint } from '../../support/database-fingerprint.ts';
import { docker } from '../../support/docker-cli.ts';
import { psqlFile } from '../../support/psql-file.ts';
import { openScriptBench, type ScriptBench, type TestHost } from '../../support/script-bench.ts';
import { testImageOf, testMajors } from '../../support/test-image.ts';

/** The images hold the pg_dump of 17, which dumps these; a server of 18 it refuses. */
const dumped = ['15', '16', '17'] as const;
/** As pg_dump has to write it down for psql. */
const odd = `it's; "odd" \\ db`;

const benches = new Map<string, ScriptBench>();
beforeAll(async () => {
  await Promise.all(
    testMajors.map(async (major) => benches.set(major, await openScriptBench(testImageOf(major)))),
  );
});
afterAll(() => Promise.all([...benches.values()].map((bench) => bench.dispose())));

function benchOf(major: string): ScriptBench {
  const bench = benches.get(major);
  if (bench === undefined) throw new Error(`no server of ${major}`);
  return bench;
}

const sample = (name: string) => join(import.meta.dirname, 'files', name);

async function makeSource(bench: ScriptBench): Promise<void> {
  await copyFile(sample('objects.sql'), join(bench.folder, 'objects.sql'));
  await bench.copyFiles();
  await bench.wire.psql(`create database "${odd.replaceAll('"', '""')}"`);
  const { errors } = await psqlFile(bench.wire.name, connectionString, join(bench.folder, 'objects.sql'));
  expect(errors).toEqual([]);
}

const connectionString = `dbname='${odd.replaceAll(/['\\]/g, '\\$&')}'`;

/** A dump by the pg_dump in the container; the path of the file on both sides. */
async function dump(bench: ScriptBench, name: string, ...options: string[]): Promise<string> {
  const path = join(bench.folder, name);
  await docker(
    'exec',
    bench.wire.name,
    'pg_dump',
    '-U',
    'postgres',
    '-f',
    path,
    ...options,
    connectionString,
  );
  await docker('cp', `${bench.wire.name}:${path}`, path);
  return path;
}

const dropOdd = (bench: ScriptBench) =>
  bench.wire.psql(`drop database if exists "${odd.replaceAll('"', '""')}" with (force)`);

const statesOf = (host: TestHost) =>
  host.of('sql-error').map(({ error }) => `${error.sqlState} ${error.message}`);

async function run(bench: ScriptBench, path: string, database?: string): Promise<TestHost> {
  const host = await bench.host(database);
  host.onError = 'continue';
  expect(await runFile(host, await openLocalFile(path), { oneTransaction: false })).toBe('done');
  expect(host.of('failure')).toEqual([]);
  expect(host.of('command-error')).toEqual([]);
  return host;
}

describe.each(dumped)('what pg_dump writes of a server of %s', (major) => {
  let bench: ScriptBench;
  let source: string;
  beforeAll(async () => {
    bench = benchOf(major);
    await makeSource(bench);
    source = await databaseFingerprint(bench.wire.name, connectionString);
  });

  test('with its database, is loaded as psql loads it', async () => {
    const path = await dump(bench, 'created.sql', '--create');
    await dropOdd(bench);
    const { errors } = await psqlFile(bench.wire.name, 'postgres', path);
    expect(await databaseFingerprint(bench.wire.name, connectionString)).toBe(source);
    await dropOdd(bench);
    const host = await run(bench, path);
    expect(host.connection.database).toBe(odd);
    expect(statesOf(host)).toEqual(errors.map(({ sqlState, message }) => `${sqlState} ${message}`));
    expect(await databaseFingerprint(bench.wire.name, connectionString)).toBe(source);
  });

  test('as INSERTs, packed, is loaded into a database that is there', async () => {
    const path = await dump(bench, 'inserts.sql', '--column-inserts', '--rows-per-insert=3');
    await writeFile(`${path}.gz`, gzipSync(await readFile(path)));
    const database = await bench.createDatabase();
    await run(bench, `${path}.gz`, database);
    expect(await databaseFingerprint(bench.wire.name, database)).toBe(source);
  });
});

test('what pg_dumpall writes goes through all databases, with the errors of psql', async () => {
  const bench = benchOf('17');
  const path = join(bench.folder, 'all.sql');
  await docker('exec', bench.wire.name, 'pg_dumpall', '-U', 'postgres', '-f', path);
  await docker('cp', `${bench.wire.name}:${path}`, path);
  const { errors } = await psqlFile(bench.wire.name, 'postgres', path);
  const host = await run(bench, path);
  expect(statesOf(host)).toEqual(errors.map(({ sqlState, message }) => `${sqlState} ${message}`));
  expect(errors.length).toBeGreaterThan(10);
  expect(JSON.stringify([host.entries, host.records])).not.toContain('SCRAM-SHA-256');
});

describe('a server of 18', () => {
  test.each([
    ['what pg_dump of 18 writes', () => sample('pg_dump-18.sql')],
    [
      'what pg_dump of 17 wrote of a server of 17',
      () => dump(benchOf('17'), 'for-18.sql', '--no-large-objects'),
    ],
  ])('loads %s as psql loads it', async (_, prepare) => {
    const bench = benchOf('18');
    const path = join(bench.folder, 'dump.sql');
    await copyFile(await prepare(), path);
    await bench.copyFiles();
    const [ours, theirs] = [await bench.createDatabase(), await bench.createDatabase()];
    const { errors } = await psqlFile(bench.wire.name, theirs, path);
    const host = await run(bench, path, ours);
    expect(statesOf(host)).toEqual([]);
    expect(errors).toEqual([]);
    const fingerprint = await databaseFingerprint(bench.wire.name, ours);
    expect(fingerprint).toBe(await databaseFingerprint(bench.wire.name, theirs));
    expect(fingerprint).toContain('rows ');
  });
});
