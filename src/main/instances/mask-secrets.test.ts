import { expect, test } from 'vitest';
import { maskSecrets } from './mask-secrets.ts';

const json = {
  Id: 'abc',
  Config: {
    Env: [
      'POSTGRES_USER=shop',
      'POSTGRES_PASSWORD=hunter22',
      'POSTGRES_PASSWORD_FILE=/run/secrets/pw',
      'API_TOKEN=tok=with=equals',
      'DATABASE_URL=postgresql://shop:p%40ss@db:5432/shop',
      'REPLICA_URL=postgresql://shop:hunter22@db/shop',
      'EMPTY_SECRET=',
      'PGPORT=5432',
    ],
    Cmd: ['postgres', '-c', 'primary_conninfo=host=a password=conn3ct user=b'],
    Labels: { 'com.example.token': 'labelled', 'com.example.note': 'hunter22 in a note', version: '1' },
    Healthcheck: { Test: ['CMD-SHELL', 'PGPASSWORD=other99 psql -U shop "x"'] },
  },
  HostConfig: { MaskedPaths: ['/proc/kcore'], Privileged: false, Memory: 0 },
  Args: ['--password', 'hunter22', '--url=http://u:urlpass@h/x'],
  Mounts: null,
};

test('nothing secret is left, the rest is untouched', () => {
  const masked = maskSecrets(json) as typeof json;
  const text = JSON.stringify(masked);
  for (const secret of ['hunter22', 'tok=with', 'p%40ss', 'conn3ct', 'labelled', 'other99', 'urlpass']) {
    expect(text).not.toContain(secret);
  }
  expect(masked.Config.Env).toEqual([
    'POSTGRES_USER=shop',
    'POSTGRES_PASSWORD=********',
    'POSTGRES_PASSWORD_FILE=/run/secrets/pw',
    'API_TOKEN=********',
    'DATABASE_URL=postgresql://shop:********@db:5432/shop',
    'REPLICA_URL=postgresql://shop:********@db/shop',
    'EMPTY_SECRET=',
    'PGPORT=5432',
  ]);
  expect(masked.Config.Cmd[2]).toBe('primary_conninfo=host=a password=******** user=b');
  expect(masked.Config.Healthcheck.Test[1]).toBe('PGPASSWORD=******** psql -U shop "x"');
  expect(masked.Args).toEqual(['--password', '********', '--url=http://u:********@h/x']);
  expect(masked.HostConfig).toEqual(json.HostConfig);
  expect(masked.Mounts).toBeNull();
});

test('a password with an @ in a URL goes as a whole', () => {
  expect(maskSecrets({ u: 'postgres://a:b@c@host/db' })).toEqual({ u: 'postgres://a:********@host/db' });
});

test('a password that is an ordinary word hides nothing but itself', () => {
  const inspect = {
    Name: '/shop',
    Config: {
      Image: 'postgres:16',
      Env: ['POSTGRES_PASSWORD=postgres', 'APP_SECRET=shop'],
      Cmd: ['postgres'],
    },
  };
  expect(maskSecrets(inspect)).toEqual({
    ...inspect,
    Config: { ...inspect.Config, Env: ['POSTGRES_PASSWORD=********', 'APP_SECRET=********'] },
  });
});
