import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  connectFromNetwork,
  docker,
  end,
  once,
  removeContainers,
  run,
  type Start,
  sql,
  start as startImage,
  startReady as startReadyImage,
  untilReady,
} from '../support/local-image-containers.ts';

/** The contract of the official image, kept by the one that is built where no registry can be reached. */
const repository = `howdah-test-${process.pid}`;
const image = `${repository}:16`;
const image18 = `${repository}:18`;
const canBuild = process.platform === 'linux' && process.getuid?.() === 0;
const marker = 'PostgreSQL init process complete; ready for start up.';
const start = (what: Partial<Start>) => startImage({ use: image, ...what });
const startReady = (what: Partial<Start>) => startReadyImage({ use: image, ...what });

const password = ['-e', 'POSTGRES_PASSWORD=secret'];

describe.skipIf(!canBuild)('the local image', () => {
  beforeAll(async () => {
    for (const major of ['16', '18']) {
      const args = ['scripts/local-image.mjs', `--major=${major}`, `--name=${repository}:${major}`];
      const { code, text } = await run(process.execPath, ...args);
      if (code !== 0) throw new Error(text);
    }
  }, 300_000);

  afterEach(removeContainers);

  afterAll(async () => {
    for (const name of [image, image18]) await run('docker', 'rmi', name);
  });

  test('declares what tools read from an image', async () => {
    const [{ Config }] = JSON.parse(await docker('image', 'inspect', image));
    expect(Config).toMatchObject({
      StopSignal: 'SIGINT',
      ExposedPorts: { '5432/tcp': {} },
      Volumes: { '/var/lib/postgresql/data': {} },
      Labels: { 'dev.howdah.built': 'locally' },
    });
    expect(Config.Env).toEqual(
      expect.arrayContaining(['PG_MAJOR=16', 'PGDATA=/var/lib/postgresql/data', 'LANG=en_US.utf8']),
    );
  });

  test('takes user, password and database from the environment, in UTF-8', async () => {
    const odd = `it's "a" $b @:/#%`;
    const options = [
      '-e',
      `POSTGRES_PASSWORD=${odd}`,
      '-e',
      'POSTGRES_USER=ada',
      '-e',
      'POSTGRES_DB=my "db"',
    ];
    const id = await startReady({ options });
    expect(await connectFromNetwork(id, 'ada', odd, 'my "db"')).toEqual({ code: 0, text: 'ada|my "db"' });
    expect((await connectFromNetwork(id, 'ada', 'wrong', 'my "db"')).text).toContain(
      'password authentication',
    );
    expect(await docker('exec', id, 'psql', '-U', 'ada', 'postgres', '-Atc', 'show server_encoding')).toBe(
      'UTF8',
    );
    expect(await docker('logs', id)).toMatch(new RegExp(`^${marker}$`, 'm'));
    expect(await docker('exec', id, 'stat', '-c', '%u:%g %a', '/var/lib/postgresql/data')).toBe(
      '999:999 700',
    );
  });

  test('takes them from files', async () => {
    const id = await startReady({
      options: [
        '-e',
        'POSTGRES_PASSWORD_FILE=/run/p',
        '-e',
        'POSTGRES_USER_FILE=/run/u',
        '-e',
        'POSTGRES_DB_FILE=/run/d',
      ],
      files: {
        '/run/p': { content: 'from file\n' },
        '/run/u': { content: 'eve\n' },
        '/run/d': { content: 'shop\n' },
      },
    });
    expect(await connectFromNetwork(id, 'eve', 'from file', 'shop')).toEqual({ code: 0, text: 'eve|shop' });
  });

  test('refuses a value and its file together', async () => {
    const id = await start({
      options: [...password, '-e', 'POSTGRES_PASSWORD_FILE=/run/p'],
      files: { '/run/p': { content: 'other' } },
    });
    expect(await end(id)).toMatchObject({
      code: 1,
      text: expect.stringContaining('POSTGRES_PASSWORD and POSTGRES_PASSWORD_FILE are both set'),
    });
  });

  test('names a file that cannot be read', async () => {
    const id = await start({ options: ['-e', 'POSTGRES_PASSWORD_FILE=/run/nothing'] });
    expect(await end(id)).toMatchObject({ code: 1, text: expect.stringContaining('/run/nothing') });
  });

  test('refuses to start without a password, and leaves no data behind', async () => {
    const id = await start({});
    expect(await end(id)).toMatchObject({ code: 1, text: expect.stringContaining('POSTGRES_PASSWORD') });
    const { text } = await run('docker', 'cp', `${id}:/var/lib/postgresql/data/PG_VERSION`, '-');
    expect(text).toMatch(/could not find|no such file/i);
  });

  test('starts without a password when everybody is trusted', async () => {
    const id = await startReady({ options: ['-e', 'POSTGRES_HOST_AUTH_METHOD=trust'] });
    expect((await connectFromNetwork(id, 'postgres', '', 'postgres')).code).toBe(0);
    expect(await docker('logs', id)).toContain('warning');
  });

  test('runs init scripts of every kind in order, while nobody can connect over TCP', async () => {
    const probe = 'if pg_isready -q -h 127.0.0.1; then echo tcp-open; else echo tcp-closed; fi\n';
    const insert = (text: string) => `insert into seen(what) values ('${text}');\n`;
    const folder = '/docker-entrypoint-initdb.d';
    const id = await startReady({
      options: [...password, '-e', 'POSTGRES_DB=shop'],
      files: {
        [`${folder}/1.sql`]: { content: `create table seen(id serial, what text);${insert('sql')}` },
        [`${folder}/2.sql.gz`]: { content: gzipSync(insert('gz')) },
        [`${folder}/3.sh`]: {
          content: `#!/bin/bash\n${probe}psql -U "$POSTGRES_USER" -d "$POSTGRES_DB" -c "${insert('executed')}"`,
          mode: 0o755,
        },
        // Uses an unset variable, as scripts for the official image may.
        [`${folder}/4.sh`]: { content: `docker_process_sql <<< "$UNSET ${insert('sourced')}"\n` },
        [`${folder}/5.txt`]: { content: 'not a script' },
      },
    });
    expect(await sql(id, "select string_agg(what, ' ' order by id) from seen", 'shop')).toBe(
      'sql gz executed sourced',
    );
    const log = await docker('logs', id);
    expect(log).toContain('tcp-closed');
    expect(log).not.toContain('tcp-open');
    expect(log).toContain(`ignoring ${folder}/5.txt`);
  });

  test.each([
    ['a.sql', 'select * from nowhere;', 3, 'nowhere'],
    ['a.sh', 'echo gives up; exit 7', 7, 'gives up'],
  ])('ends with an error when %s fails', async (name, content, code, text) => {
    const path = `/docker-entrypoint-initdb.d/${name}`;
    const id = await start({ options: password, files: { [path]: { content } } });
    const ended = await end(id);
    expect(ended).toMatchObject({ code, text: expect.stringContaining(text) });
    expect(ended.text).not.toContain(marker);
  });

  test('stops cleanly, keeps its data and does not initialise again', async () => {
    const id = await startReady({ options: password });
    await sql(id, 'create table kept as select 1');
    await docker('stop', id);
    expect(await docker('inspect', '-f', '{{.State.ExitCode}}', id)).toBe('0');
    expect(await docker('logs', id)).toContain('received fast shutdown request');
    await docker('start', id);
    await untilReady(id);
    expect(await sql(id, 'table kept')).toBe('1');
    const log = await docker('logs', id);
    expect(log).toContain('Skipping initialization');
    expect(log.split(marker)).toHaveLength(2);
  });

  test('passes arguments to the server and to initdb', async () => {
    const id = await startReady({
      options: [
        ...[
          ...password,
          '-e',
          'POSTGRES_INITDB_ARGS=--data-checksums --auth=scram-sha-256 --encoding="UTF8"',
        ],
        ...['-e', 'POSTGRES_INITDB_WALDIR=/var/lib/wal', '-e', 'PGDATA=/var/lib/postgresql/data/deeper'],
      ],
      args: ['-c', 'max_connections=17', '-c', 'application_name=with space'],
      files: {
        '/docker-entrypoint-initdb.d/a.sh': { content: 'psql -U postgres -c "create table made()"\n' },
      },
    });
    const ask = async (name: string) =>
      await docker('exec', '-e', 'PGPASSWORD=secret', id, 'psql', '-U', 'postgres', '-XAtc', `show ${name}`);
    expect(await ask('max_connections')).toBe('17');
    expect(await ask('data_checksums')).toBe('on');
    expect(await ask('data_directory')).toBe('/var/lib/postgresql/data/deeper');
    expect(await docker('exec', id, 'readlink', '/var/lib/postgresql/data/deeper/pg_wal')).toBe(
      '/var/lib/wal',
    );
  });

  test('runs any other command as it is', async () => {
    expect(await once(image, 'id', '-u')).toBe('0');
    expect(await once(image, 'postgres', '--version')).toMatch(/^postgres \(PostgreSQL\) 16\./);
    expect(await once(image, 'psql', '--version')).toMatch(/^psql \(PostgreSQL\) /);
  });

  test('runs as a user that has no name', async () => {
    const id = await startReady({
      options: [...password, '--user', '1234:1234', '-e', 'PGDATA=/var/lib/postgresql/data/mine'],
    });
    expect(await docker('exec', id, 'stat', '-c', '%u', '/var/lib/postgresql/data/mine/PG_VERSION')).toBe(
      '1234',
    );
    expect(await sql(id, 'select 1')).toBe('1');
  });

  test('is found by psql on data whose configuration leaves the socket folder open', async () => {
    const id = await startReady({ options: password });
    await docker(
      'exec',
      id,
      'sed',
      '-i',
      '/^unix_socket_directories/d',
      '/var/lib/postgresql/data/postgresql.conf',
    );
    await docker('restart', id);
    await untilReady(id);
    expect(await sql(id, 'select 1')).toBe('1');
  });

  test('refuses for 18 what would look like kept data and is not', async () => {
    const options = [...password, '--mount', 'type=tmpfs,dst=/var/lib/postgresql/data'];
    expect(await end(await start({ use: image18, options }))).toMatchObject({
      code: 1,
      text: expect.stringContaining('Mount the volume at /var/lib/postgresql'),
    });
    const id = await startReady({ use: image18, options: password });
    expect(await sql(id, 'show data_directory')).toBe('/var/lib/postgresql/18/docker');
  });
});

test.skipIf(canBuild)('the local image is not tested: it is built by root on Linux only', () => undefined);
