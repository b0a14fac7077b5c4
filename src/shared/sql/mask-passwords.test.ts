import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskPasswords } from './mask-passwords.ts';
import '../repeatable-properties.test-support.ts';

const cases: [string, string][] = [
  [`create role ann login password 'hunter2'`, `create role ann login password '***'`],
  [
    `ALTER USER ann WITH ENCRYPTED PASSWORD E'hun\\'ter2' VALID UNTIL 'infinity'`,
    `ALTER USER ann WITH ENCRYPTED PASSWORD '***' VALID UNTIL 'infinity'`,
  ],
  [`alter group g password $$hunter2$$`, `alter group g password '***'`],
  [`create role ann password 'hun'\n  'ter2' createdb`, `create role ann password '***'\n  '***' createdb`],
  [`create role ann password /* 'x' */ U&'hunter2'`, `create role ann password /* 'x' */ '***'`],
  [`alter role ann password null`, `alter role ann password null`],
  [
    `create user mapping for ann server s options (user 'u', password 'hunter2')`,
    `create user mapping for ann server s options (user 'u', password '***')`,
  ],
  [
    `alter user mapping for ann server s options (add password 'hunter2', set "sslpassword" 'hunter2')`,
    `alter user mapping for ann server s options (add password '***', set "sslpassword" '***')`,
  ],
  [
    `create subscription s connection 'host=a password=hunter2 dbname=d' publication p`,
    `create subscription s connection 'host=a password=*** dbname=d' publication p`,
  ],
  [
    `create subscription s connection 'host=a password=''hun ter2'' dbname=d' publication p`,
    `create subscription s connection 'host=a password=*** dbname=d' publication p`,
  ],
  [
    `select dblink_connect('postgresql://ann:hunter2@db:5432/x')`,
    `select dblink_connect('postgresql://ann:***@db:5432/x')`,
  ],
  [
    `select 'http://localhost:8080/x', 'postgres://db:5432/x'`,
    `select 'http://localhost:8080/x', 'postgres://db:5432/x'`,
  ],
  [
    `alter system set primary_conninfo = 'user=r password=hunter2'`,
    `alter system set primary_conninfo = 'user=r password=***'`,
  ],
  [`set app.password to 'hunter2'`, `set app.password to '***'`],
  [`select set_config('app.password', 'hunter2', false)`, `select set_config('app.password', '***', false)`],
  [`select crypt('hunter2', gen_salt('bf'))`, `select crypt('***', gen_salt('bf'))`],
  [`update users set password = 'hunter2' where id = 1`, `update users set password = '***' where id = 1`],
  [
    `insert into t values ('{"user": "ann", "password": "hunter2"}')`,
    `insert into t values ('{"user": "ann", "password": "***"}')`,
  ],
  [
    `insert into t (id, password) select id, password from s on conflict (id) do update set password=excluded.password`,
    `insert into t (id, password) select id, password from s on conflict (id) do update set password=excluded.password`,
  ],
  [
    `do $$ begin execute 'create role ann password ''hunter2'''; end $$`,
    `do $$ begin execute 'create role ann password ''***'''; end $$`,
  ],
  [
    `do $x$ begin execute format('alter role %I password %L', u, 'hunter2'); end $x$`,
    `do $x$ begin execute format('alter role %I password %L', u, '***'); end $x$`,
  ],
  [
    `create function f() returns void language sql as $f$ alter role ann password 'hunter2'; $f$`,
    `create function f() returns void language sql as $f$ alter role ann password '***'; $f$`,
  ],
  [
    `select 1 -- was postgres://ann:hunter2@db, password=hunter2`,
    `select 1 -- was postgres://ann:***@db, password=***`,
  ],
  [`set password_encryption = 'md5'`, `set password_encryption = 'md5'`],
  [`select password, 'plain' from users`, `select password, 'plain' from users`],
  [`\\c postgres://ann:hunter2@db/x`, `\\c postgres://ann:***@db/x`],
  [`\\connect "host=a password=hunter2"`, `\\connect "host=a password=***"`],
  [`\\set password hunter2`, `\\set password ***`],
  // Not finished.
  [`alter role ann password 'hunt`, `alter role ann password '***'`],
  [`alter role ann password $x$hunt`, `alter role ann password '***'`],
  [`select dblink('host=a password=hunt`, `select dblink('host=a password=***`],
  [`select dblink('postgres://ann:hunt`, `select dblink('postgres://ann:***`],
  [`do $$ begin execute 'alter role a password ''hunt`, `do $$ begin execute 'alter role a password ''***''`],
];

test.each(cases)('masks %s', (text, masked) => {
  expect(maskPasswords(text)).toBe(masked);
});

test.each(cases)('leaves what is masked already: %s', (_, masked) => {
  expect(maskPasswords(masked)).toBe(masked);
});

test('no part of a statement, wherever it is cut, shows the password', () => {
  for (const [text, masked] of cases) {
    if (!text.includes('hunter2') || masked.includes('hunter2')) continue;
    for (let end = text.indexOf('hunter2') + 7; end <= text.length; end += 1)
      expect(maskPasswords(text.slice(0, end))).not.toContain('hunter2');
  }
});

test('any text is taken', () => {
  const pieces = fc.constantFrom(
    'password',
    "'",
    '"',
    '$$',
    '://',
    ':',
    '@',
    '=',
    ' ',
    '(',
    ')',
    ',',
    '--',
    '\n',
    'a',
    '\\',
    'E',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const once = maskPasswords(parts.join(''));
      expect(typeof once).toBe('string');
    }),
  );
});
