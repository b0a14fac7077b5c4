import { expect, test } from 'vitest';
import { createContainerCommand } from './container-words.ts';
import { environmentWords } from './environment-words.ts';
import { shellCommand } from './shell-words.ts';

test.each([
  ['POSTGRES_PASSWORD=a b', '-e POSTGRES_PASSWORD="$PGPASSWORD"'],
  ['POSTGRES_PASSWORD_FILE=/run/secrets/pw', '-e POSTGRES_PASSWORD_FILE=/run/secrets/pw'],
  ['AWS_SECRET_ACCESS_KEY=abc', '-e AWS_SECRET_ACCESS_KEY'],
  ['REPLICATION_PASSWORD=abc', '-e REPLICATION_PASSWORD'],
  ['DATABASE_URL=postgres://shop:hush@db/shop', '-e DATABASE_URL'],
  ['POSTGRES_USER=shop', '-e POSTGRES_USER=shop'],
  ['EMPTY=', '-e EMPTY='],
])('%s', (entry, printed) => {
  expect(shellCommand(environmentWords([entry], false))).toBe(printed);
});

test('revealed, everything is told', () => {
  expect(shellCommand(environmentWords(['POSTGRES_PASSWORD=a b'], true))).toBe("-e 'POSTGRES_PASSWORD=a b'");
});

test('only what differs from the image and the engine is said', () => {
  const image = {
    Env: ['PGDATA=/data'],
    Cmd: ['postgres'],
    Entrypoint: ['entry.sh'],
    Labels: { built: 'x' },
  };
  const body = {
    ...image,
    Image: 'postgres:16',
    Env: ['PGDATA=/data', 'TZ=UTC'],
    Labels: { built: 'x', mine: 'y' },
    HostConfig: { ShmSize: 67_108_864, RestartPolicy: { Name: 'no' }, IpcMode: 'private', Memory: 0 },
  };
  expect(createContainerCommand('shop', body, image)).toBe(
    'docker create --name shop -e TZ=UTC --label mine=y postgres:16',
  );
});

test('an entrypoint of its own brings its arguments along', () => {
  const body = { Image: 'x', Entrypoint: ['sh', '-c'], Cmd: ['echo $HOME'] };
  expect(createContainerCommand('a', body, { Entrypoint: ['entry.sh'], Cmd: ['postgres'] })).toBe(
    "docker create --name a --entrypoint sh x -c 'echo $HOME'",
  );
});

test.each([
  [{ HostIp: '127.0.0.1', HostPort: '5433' }, '-p 127.0.0.1:5433:5432'],
  [{ HostIp: '', HostPort: '5433' }, '-p 5433:5432'],
  [{ HostIp: '::1', HostPort: '5433' }, "-p '[::1]:5433:5432'"],
  [{ HostIp: '', HostPort: '' }, '-p 5432'],
])('publishes %j', (binding, printed) => {
  const body = { Image: 'x', HostConfig: { PortBindings: { '5432/tcp': [binding] } } };
  const command = createContainerCommand('a', body, {});
  expect(command.replaceAll('\\', '').replaceAll("'", '')).toContain(printed.replaceAll("'", ''));
});
