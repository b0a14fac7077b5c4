import { execFileSync } from 'node:child_process';
import { parseEnv } from 'node:util';
import { parse } from 'pg-connection-string';
import { expect, test } from 'vitest';
import { connectionStrings, maskedConnectionStrings } from './connection-strings.ts';

const plain = { host: '127.0.0.1', port: 5432, database: 'shop', user: 'postgres', password: 's3cret' };

const hostile = [
  '@ : / # % \' " $ ` \\',
  "it's",
  'a%41b%2',
  '$HOME `id` $(id)',
  '\\',
  'ends with \\',
  ' leading and trailing ',
  'pässwörd 密码 🐘',
  '!history (a) [b] {c} ~ * ? & | ; <>',
  '#comment',
  '--',
];

test('the usual case reads as one would type it', () => {
  expect(connectionStrings(plain)).toEqual({
    uri: 'postgresql://postgres:s3cret@127.0.0.1:5432/shop',
    psql: 'PGPASSWORD=s3cret psql -h 127.0.0.1 -p 5432 -U postgres -d shop',
    env: [
      'DATABASE_URL=postgresql://postgres:s3cret@127.0.0.1:5432/shop',
      'DB_HOST=127.0.0.1',
      'DB_PORT=5432',
      'DB_NAME=shop',
      'DB_USER=postgres',
      'DB_PASSWORD=s3cret\n',
    ].join('\n'),
  });
});

test.each(hostile)('the URI keeps %j', (text) => {
  const parsed = parse(connectionStrings({ ...plain, user: text, password: text }).uri);
  expect([parsed.user, parsed.password, parsed.host, parsed.database]).toEqual([
    text,
    text,
    '127.0.0.1',
    'shop',
  ]);
});

test.each(['a=b', 'a b', "o'b", 'a@b:c', 'ü%41', '"q"'])('the URI keeps the database %j', (database) => {
  expect(parse(connectionStrings({ ...plain, database }).uri).database).toBe(database);
});

test.each(hostile)('a shell reads %j back from psql and .env', (password) => {
  const { psql, env, uri } = connectionStrings({ ...plain, password });
  const shown = psql.replace(/ psql .*/s, ' sh -c \'printf %s "$PGPASSWORD"\'');
  expect(execFileSync('sh', ['-c', shown], { encoding: 'utf8' })).toBe(password);
  const sourced = `${env}\nprintf '%s|%s' "$DB_PASSWORD" "$DATABASE_URL"`;
  expect(execFileSync('sh', ['-c', sourced], { encoding: 'utf8' })).toBe(`${password}|${uri}`);
});

/** A quote together with what double quotes change has no spelling that Node's reader and a shell share. */
const readAlike = hostile.filter((password) => !password.includes("'") || !/["$`\\]/.test(password));

test.each(hostile)("Node's .env reader reads the URI with %j back", (password) => {
  const { env, uri } = connectionStrings({ ...plain, password });
  expect(parseEnv(env)).toMatchObject({ DATABASE_URL: uri, DB_PORT: '5432', DB_NAME: 'shop' });
});

test.each(readAlike)("Node's .env reader reads %j back", (password) => {
  expect(parseEnv(connectionStrings({ ...plain, password }).env).DB_PASSWORD).toBe(password);
});

test('an IPv6 address stands in brackets, in the URI only', () => {
  const { uri, psql } = connectionStrings({ ...plain, host: '::1' });
  expect(uri).toContain('@[::1]:5432/');
  expect(execFileSync('sh', ['-c', `echo ${psql}`], { encoding: 'utf8' })).toContain('-h ::1 ');
});

test('psql is kept from taking a database name for a connection string', () => {
  expect(connectionStrings({ ...plain, database: "a=b'c" }).psql).toMatch(/-d "dbname='a=b\\\\'c'"$/);
});

test('without a password the texts have none', () => {
  const { uri, psql, env } = connectionStrings({ ...plain, password: null });
  expect(uri).toBe('postgresql://postgres@127.0.0.1:5432/shop');
  expect(psql).toMatch(/^psql /);
  expect(env).not.toContain('DB_PASSWORD');
});

test('masked texts hold nothing of the password', () => {
  const masked = maskedConnectionStrings(plain);
  expect(JSON.stringify(masked)).not.toContain('s3cret');
  expect(masked.uri).toBe('postgresql://postgres:********@127.0.0.1:5432/shop');
  expect(masked.psql).toContain('PGPASSWORD=******** psql');
  expect(masked.env).toContain('DB_PASSWORD=********');
});
