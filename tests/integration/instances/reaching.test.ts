import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectionOf } from '../../../src/main/instances/access/connection-view.ts';
import { findRoute } from '../../../src/main/instances/access/find-route.ts';
import { waitUntilReady } from '../../../src/main/instances/state/wait-until-ready.ts';
import { openSession } from '../../../src/main/postgres/open-session.ts';
import type { ServerTarget } from '../../../src/main/postgres/server-target.ts';
import { docker } from '../../support/docker-cli.ts';
import { type InstancesBench, openInstancesBench } from '../../support/instances-bench.ts';
import { testImage } from '../../support/test-image.ts';
import { waitFor } from '../../support/wait-for.ts';

const runFile = promisify(execFile);
const publish = ['-p', '127.0.0.1::5432'];
const fast = ['-c', 'fsync=off'];
/** Every character that a format could trip over. */
const hostile = '@ : / # % \' " $ ` \\ ü $(id) end';

let bench: InstancesBench;
beforeAll(async () => {
  bench = await openInstancesBench();
});
afterAll(() => bench.dispose());

async function start(suffix: string, options: string[], command = fast): Promise<string> {
  const name = await bench.run(suffix, options, command);
  await waitUntilReady(bench, name, { timeoutMs: 60_000 });
  return name;
}

async function ask(target: ServerTarget, sql: string): Promise<string> {
  const session = await openSession(target);
  try {
    const [row] = await session.query<{ answer: string }>(`SELECT (${sql})::text AS answer`);
    return row?.answer ?? '';
  } finally {
    await session.dispose();
  }
}

describe('routes', () => {
  test('a published port comes first', async () => {
    const name = await start('published', ['-e', 'POSTGRES_PASSWORD=pw', ...publish]);
    const target = await bench.access.targetOf(name);
    expect(target.route).toMatchObject({ kind: 'published-port', host: '127.0.0.1' });
    expect(await ask(target, 'SELECT 1')).toBe('1');
    expect((await connectionOf(bench, name, false)).host?.host).toBe('127.0.0.1');
  });

  test("else the container's address, on its own port", async () => {
    const name = await start('address', ['-e', 'POSTGRES_PASSWORD=pw'], [...fast, '-p', '6543']);
    const target = await bench.access.targetOf(name);
    expect(target.route).toMatchObject({ kind: 'container-address', port: 6543 });
    expect(await ask(target, 'SELECT inet_server_port()')).toBe('6543');
  });

  describe('else a tunnel', () => {
    /** As with an engine on another machine. */
    const tunnelTo = async (name: string): Promise<ServerTarget> => {
      const info = bench.engine.info();
      const inspect = await bench.engine.client().inspectContainer(name);
      const remote = info === null ? null : { ...info, local: false };
      const route = await findRoute(bench.engine.client(), remote, inspect);
      if (route?.kind !== 'tunnel') throw new Error('no tunnel');
      return { route, credentials: await bench.access.credentialsOf(inspect) };
    };
    const processes = (name: string) =>
      docker('exec', name, 'sh', '-c', 'cat /proc/[0-9]*/cmdline | tr "\\0" " "');

    test.each([
      ['perl', async () => undefined],
      [
        'bash, where there is no perl',
        (name: string) => docker('exec', '-u', '0', name, 'rm', '/usr/bin/perl'),
      ],
    ])('carries much data both ways and leaves nothing behind, by %s', async (way, prepare) => {
      const name = await start(`tunnel-${way.slice(0, 4)}`, ['-e', 'POSTGRES_PASSWORD=pw']);
      await prepare(name);
      const target = await tunnelTo(name);
      const session = await openSession(target);
      const text = 'x'.repeat(3_000_000);
      const [row] = await session.query<{ same: boolean; back: string }>(
        'SELECT length($1) = 3000000 AS same, $1 AS back',
        [text],
      );
      expect(row?.same).toBe(true);
      expect(row?.back).toBe(text);
      await session.dispose();

      // One that is dropped without a goodbye.
      const abort = new AbortController();
      const dropped = await openSession(target, { signal: abort.signal });
      abort.abort();
      await dropped.dispose();
      await waitFor('the tunnels to end', async () =>
        /127\.0\.0\.1 5432/.test(await processes(name)) ? null : true,
      );
      // A process left to the server's own process 1 would have made it restart all backends.
      expect(await ask(target, 'SELECT 1')).toBe('1');
      expect(await docker('logs', name)).not.toMatch(/terminated by signal|reinitializing/);
    });

    test('reaches a server that listens on its socket only, once it is up', async () => {
      const name = await bench.run(
        'socket',
        ['-e', 'POSTGRES_PASSWORD=pw'],
        [...fast, '-c', 'listen_addresses='],
      );
      const target = await tunnelTo(name);
      const answer = await waitFor('the socket', () =>
        ask(target, 'SELECT inet_server_addr() IS NULL').catch(() => null),
      );
      expect(answer).toBe('true');
      expect(await docker('logs', name)).toContain('PostgreSQL init process complete');
    });
  });

  test('none while it does not run', async () => {
    const name = await bench.run('ended', [], ['true']);
    await bench.reaches(name, 'stopped');
    await expect(bench.access.targetOf(name)).rejects.toMatchObject({
      appError: { code: 'database-unreachable' },
    });
    expect((await connectionOf(bench, name, true)).route).toBe('none');
    await expect(bench.access.targetOf(`${name}-nobody`)).rejects.toMatchObject({
      appError: { code: 'not-found', kind: 'container' },
    });
  });
});

describe('credentials', () => {
  const credentialsOf = async (name: string) =>
    bench.access.credentialsOf(await bench.engine.client().inspectContainer(name));

  test('follow the rules of the image: user, then database, from variables or files', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'howdah-secret-'));
    try {
      // The server's user in the container is somebody else.
      await chmod(folder, 0o755);
      await writeFile(join(folder, 'pw'), 'from file\n');
      const options = ['-v', `${folder}:/run/given:ro`, '-e', 'POSTGRES_PASSWORD_FILE=/run/given/pw'];
      const name = await start('file', [...options, '-e', 'POSTGRES_USER=ann', ...publish]);
      expect(await credentialsOf(name)).toEqual({
        user: 'ann',
        database: 'ann',
        password: 'from file',
        source: 'file',
      });
      expect(await ask(await bench.access.targetOf(name), 'SELECT current_database()')).toBe('ann');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('trust asks for none', async () => {
    const name = await start('trust', [
      '-e',
      'POSTGRES_HOST_AUTH_METHOD=trust',
      '-e',
      'POSTGRES_DB=shop',
      ...publish,
    ]);
    expect(await credentialsOf(name)).toMatchObject({ database: 'shop', password: null, source: 'none' });
    expect(await ask(await bench.access.targetOf(name), 'SELECT current_user')).toBe('postgres');
  });

  test('a password of an older cluster is typed, kept for its data, and wins', async () => {
    const volume = `${bench.prefix}old`;
    const first = await start('old', [
      '-e',
      'POSTGRES_PASSWORD=right',
      '-v',
      `${volume}:/var/lib/postgresql/data`,
    ]);
    await docker('rm', '-f', first);
    const second = await start('new', [
      ...['-e', 'POSTGRES_PASSWORD=ignored', '-v', `${volume}:/var/lib/postgresql/data`, ...publish],
    ]);
    await expect(ask(await bench.access.targetOf(second), 'SELECT 1')).rejects.toMatchObject({
      appError: { code: 'password-failed', user: 'postgres' },
    });
    await expect(bench.access.savePassword(second, 'typo')).rejects.toMatchObject({
      appError: { code: 'password-failed' },
    });
    expect((await bench.access.targetOf(second)).credentials.source).toBe('environment');
    await bench.access.savePassword(second, 'right');
    const target = await bench.access.targetOf(second);
    expect(target.credentials).toMatchObject({ password: 'right', source: 'stored' });
    expect(await ask(target, 'SELECT 1')).toBe('1');
  });

  test('bitnami names, without its image', async () => {
    const name = await bench.run(
      'bitnami',
      ['-e', 'POSTGRESQL_USERNAME=ann', '-e', 'POSTGRESQL_PASSWORD=pw', '-e', 'POSTGRESQL_DATABASE=shop'],
      ['true'],
    );
    expect(await credentialsOf(name)).toEqual({
      user: 'ann',
      database: 'shop',
      password: 'pw',
      source: 'environment',
    });
  });
});

describe('the connection card', () => {
  test('connects with a hostile password, in every format', async () => {
    const name = await start('hostile', [
      ...[
        '-e',
        `POSTGRES_PASSWORD=${hostile}`,
        '-e',
        'POSTGRES_USER=ann b',
        '-e',
        'POSTGRES_DB=sh=op @1',
        ...publish,
      ],
    ]);
    const { host } = await connectionOf(bench, name, true);
    if (host === null) throw new Error('not published');
    expect(host.password).toBe(hostile);

    const client = new pg.Client({ connectionString: host.uri });
    await client.connect();
    const { rows } = await client.query('SELECT current_user AS "user", current_database() AS database');
    await client.end();
    expect(rows).toEqual([{ user: 'ann b', database: 'sh=op @1' }]);

    const sql = 'SELECT current_database()';
    const shell = async (script: string) => (await runFile('sh', ['-c', script])).stdout.trim();
    expect(await shell(`${host.psql} -Atc '${sql}'`)).toBe('sh=op @1');
    expect(await shell(`psql -Atc '${sql}' ${`'${host.uri.replaceAll("'", "'\\''")}'`}`)).toBe('sh=op @1');
    expect(await shell(`set -a\n${host.env}\npsql -Atc '${sql}' "$DATABASE_URL"`)).toBe('sh=op @1');
    const parts =
      'PGPASSWORD=$DB_PASSWORD PGDATABASE=$DB_NAME psql -h "$DB_HOST" -p "$DB_PORT" -U "$DB_USER"';
    // Names with "=" go by PGDATABASE only where they are no connection string.
    expect(await shell(`${host.env}\n${parts} -d postgres -Atc 'SELECT 1'`)).toBe('1');
  });

  test('hides the password, and tells the way for other containers', async () => {
    const network = `${bench.prefix}net`;
    await docker('network', 'create', network);
    const name = await start('inside', ['-e', 'POSTGRES_PASSWORD=s3cret', '--network', network, ...publish]);
    const hidden = await connectionOf(bench, name, false);
    expect(JSON.stringify(hidden)).not.toContain('s3cret');
    expect(hidden.container).toMatchObject({ host: name, port: 5432, revealed: false, password: null });
    const { container } = await connectionOf(bench, name, true);
    const inside = ['run', '--rm', '--network', network, '--entrypoint', 'psql', testImage];
    expect(await docker(...inside, '-Atc', 'SELECT 42', container?.uri ?? '')).toBe('42');
  });

  test('without a port there is a card only where a plain client gets through', async () => {
    const name = await start('unpublished', ['-e', 'POSTGRES_PASSWORD=pw']);
    const { host, container, route } = await connectionOf(bench, name, true);
    expect(container).toBeNull();
    expect(route).toBe('container-address');
    expect((await runFile('sh', ['-c', `${host?.psql} -Atc 'SELECT 7'`])).stdout.trim()).toBe('7');
  });
});
