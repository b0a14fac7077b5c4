import { expect, test } from 'vitest';
import { decisiveLogLines } from './decisive-log-lines.ts';

const healthy = [
  'PostgreSQL Database directory appears to contain a database; Skipping initialization',
  '2026-11-20 08:00:00.000 UTC [1] LOG:  starting PostgreSQL 16.10 on x86_64-pc-linux-gnu',
  '2026-11-20 08:00:00.100 UTC [27] LOG:  database system was shut down at 2026-11-20 07:00:00 UTC',
  '2026-11-20 08:00:00.200 UTC [1] LOG:  database system is ready to accept connections',
];

const cases: [string, string[], string[]][] = [
  ['nothing to say', [], []],
  ['a healthy start', healthy, []],
  [
    'the image refuses without a password',
    [
      'Error: Database is uninitialized and superuser password is not specified.',
      '       You must specify POSTGRES_PASSWORD to a non-empty value for the',
      '       superuser. For example, "-e POSTGRES_PASSWORD=password" on "docker run".',
    ],
    [
      'Error: Database is uninitialized and superuser password is not specified.',
      'You must specify POSTGRES_PASSWORD to a non-empty value for the',
    ],
  ],
  [
    'files of another version',
    [
      ...healthy,
      '2026-11-20 09:00:00.000 UTC [1] FATAL:  database files are incompatible with server',
      '2026-11-20 09:00:00.000 UTC [1] DETAIL:  The data directory was initialized by PostgreSQL version 15, which is not compatible with this version 16.10.',
    ],
    [
      '2026-11-20 09:00:00.000 UTC [1] FATAL:  database files are incompatible with server',
      '2026-11-20 09:00:00.000 UTC [1] DETAIL:  The data directory was initialized by PostgreSQL version 15, which is not compatible with this version 16.10.',
    ],
  ],
  [
    'an SQL script fails: psql says where',
    [
      'The files belonging to this database system will be owned by user "postgres".',
      '2026-11-20 08:00:00.000 UTC [48] LOG:  starting PostgreSQL 16.10',
      '2026-11-20 08:00:00.200 UTC [48] LOG:  database system is ready to accept connections',
      '/usr/local/bin/docker-entrypoint.sh: running /docker-entrypoint-initdb.d/02-data.sql',
      '2026-11-20 08:00:01.000 UTC [66] ERROR:  relation "customer" does not exist at character 13',
      '2026-11-20 08:00:01.000 UTC [66] STATEMENT:  INSERT INTO customer VALUES (1);',
      'psql:/docker-entrypoint-initdb.d/02-data.sql:3: ERROR:  relation "customer" does not exist',
      'LINE 1: INSERT INTO customer VALUES (1);',
    ],
    ['psql:/docker-entrypoint-initdb.d/02-data.sql:3: ERROR:  relation "customer" does not exist'],
  ],
  [
    'a compressed script fails: its name is told',
    [
      '/usr/local/bin/docker-entrypoint.sh: running /docker-entrypoint-initdb.d/01.sql.gz',
      'psql:<stdin>:7: ERROR:  syntax error at or near "CREAT"',
    ],
    [
      '/usr/local/bin/docker-entrypoint.sh: running /docker-entrypoint-initdb.d/01.sql.gz',
      'psql:<stdin>:7: ERROR:  syntax error at or near "CREAT"',
    ],
  ],
  [
    'a shell script fails in what it asks of the server',
    [
      '2026-11-20 08:00:00.200 UTC [48] LOG:  database system is ready to accept connections',
      '/usr/local/bin/docker-entrypoint.sh: running /docker-entrypoint-initdb.d/03.sh',
      '2026-11-20 08:00:01.000 UTC [66] ERROR:  role "app" already exists',
      '2026-11-20 08:00:01.000 UTC [66] STATEMENT:  CREATE ROLE app',
    ],
    [
      '/usr/local/bin/docker-entrypoint.sh: running /docker-entrypoint-initdb.d/03.sh',
      '2026-11-20 08:00:01.000 UTC [66] ERROR:  role "app" already exists',
      '2026-11-20 08:00:01.000 UTC [66] STATEMENT:  CREATE ROLE app',
    ],
  ],
  [
    'a shell script that is wrong itself',
    ['/docker-entrypoint-initdb.d/04.sh: line 3: frobnicate: command not found'],
    ['/docker-entrypoint-initdb.d/04.sh: line 3: frobnicate: command not found'],
  ],
  [
    'initdb',
    ['initdb: error: directory "/var/lib/postgresql/data" exists but is not empty', 'initdb: hint: …'],
    ['initdb: error: directory "/var/lib/postgresql/data" exists but is not empty'],
  ],
  [
    'a full disk weighs more than what follows from it',
    [
      '2026-11-20 08:00:00 UTC [1] FATAL:  could not write lock file "postmaster.pid": No space left on device',
      '2026-11-20 08:00:00 UTC [1] LOG:  database system is shut down',
    ],
    [
      '2026-11-20 08:00:00 UTC [1] FATAL:  could not write lock file "postmaster.pid": No space left on device',
    ],
  ],
  [
    'a wrong parameter in the file: the line that names it, then the one that gives up',
    [
      'PostgreSQL Database directory appears to contain a database; Skipping initialization',
      '2026-11-20 08:00:00 GMT [1] LOG:  unrecognized configuration parameter "shared_bufers" in file "/data/postgresql.conf" line 816',
      '2026-11-20 08:00:00 GMT [1] FATAL:  configuration file "/data/postgresql.conf" contains errors',
    ],
    [
      '2026-11-20 08:00:00 GMT [1] LOG:  unrecognized configuration parameter "shared_bufers" in file "/data/postgresql.conf" line 816',
      '2026-11-20 08:00:00 GMT [1] FATAL:  configuration file "/data/postgresql.conf" contains errors',
    ],
  ],
  [
    'a wrong line of pg_hba.conf, with its place',
    [
      '[1] LOG:  starting PostgreSQL 16.10 on x86_64-pc-linux-gnu',
      '[1] LOG:  invalid authentication method "trustt"',
      '[1] CONTEXT:  line 128 of configuration file "/data/pg_hba.conf"',
      '[1] FATAL:  could not load /data/pg_hba.conf',
      '[1] LOG:  database system is shut down',
    ],
    [
      '[1] LOG:  invalid authentication method "trustt"',
      '[1] CONTEXT:  line 128 of configuration file "/data/pg_hba.conf"',
      '[1] FATAL:  could not load /data/pg_hba.conf',
    ],
  ],
  [
    'an address that somebody else has',
    [
      '[1] LOG:  could not bind IPv4 address "0.0.0.0": Address already in use',
      '[1] HINT:  Is another postmaster already running on port 5432?',
      '[1] WARNING:  could not create listen socket for "*"',
      '[1] FATAL:  could not create any TCP/IP sockets',
    ],
    [
      '[1] LOG:  could not bind IPv4 address "0.0.0.0": Address already in use',
      '[1] HINT:  Is another postmaster already running on port 5432?',
      '[1] FATAL:  could not create any TCP/IP sockets',
    ],
  ],
  [
    'a reload with a mistake, which a server survives',
    [
      ...healthy,
      '[1] LOG:  received SIGHUP, reloading configuration files',
      '[1] LOG:  unrecognized configuration parameter "x" in file "/data/postgresql.conf" line 1',
      '[1] LOG:  configuration file "/data/postgresql.conf" contains errors; unaffected changes were applied',
    ],
    [],
  ],
  [
    'the image that the bootstrap builds refuses',
    [
      'local-image: warning: something else',
      'local-image: error: POSTGRES_DB and POSTGRES_DB_FILE are both set; keep only one of them.',
      'sh: 1: frobnicate: not found',
    ],
    ['local-image: error: POSTGRES_DB and POSTGRES_DB_FILE are both set; keep only one of them.'],
  ],
  [
    'a crash loop says it once, the newest',
    [
      '2026-11-20 08:00:00 UTC [1] FATAL:  unrecognized configuration parameter "shared_bufers"',
      '2026-11-20 08:00:05 UTC [1] FATAL:  unrecognized configuration parameter "shared_bufers"',
    ],
    ['2026-11-20 08:00:05 UTC [1] FATAL:  unrecognized configuration parameter "shared_bufers"'],
  ],
  [
    'clients that were turned away do not count',
    [
      ...healthy,
      '2026-11-20 08:01:00 UTC [40] FATAL:  password authentication failed for user "postgres"',
      '2026-11-20 08:01:00 UTC [41] FATAL:  database "nope" does not exist',
      '2026-11-20 08:01:00 UTC [42] ERROR:  permission denied for table secret',
      '2026-11-20 08:02:00 UTC [43] FATAL:  terminating connection due to administrator command',
    ],
    [],
  ],
  [
    'an earlier failure, before a start that came up, is over',
    ['2026-11-20 07:00:00 UTC [1] FATAL:  could not open file "global/pg_control"', ...healthy],
    [],
  ],
  [
    'a prefix without stamp, and one with names',
    ['app=,db=,user=postgres FATAL:  lock file "postmaster.pid" is empty'],
    ['app=,db=,user=postgres FATAL:  lock file "postmaster.pid" is empty'],
  ],
  [
    'a German server',
    ['2026-11-20 08:00:00 CET [1] FATAL:  Datenbankdateien sind inkompatibel', '[1] DETAIL:  Mehr dazu.'],
    ['2026-11-20 08:00:00 CET [1] FATAL:  Datenbankdateien sind inkompatibel', '[1] DETAIL:  Mehr dazu.'],
  ],
  [
    'a Russian server, coloured',
    ['\u001b[31m[1] ВАЖНО:  не удалось открыть файл\u001b[0m'],
    ['[1] ВАЖНО:  не удалось открыть файл'],
  ],
  [
    'a folder that may not be written',
    ["chmod: changing permissions of '/var/lib/postgresql/data': Operation not permitted"],
    ["chmod: changing permissions of '/var/lib/postgresql/data': Operation not permitted"],
  ],
  [
    'at most five',
    Array.from(
      { length: 9 },
      (_, index) => `psql:/docker-entrypoint-initdb.d/a.sql:${index}: ERROR:  no ${index}`,
    ),
    Array.from(
      { length: 5 },
      (_, index) => `psql:/docker-entrypoint-initdb.d/a.sql:${index}: ERROR:  no ${index}`,
    ),
  ],
];

test.each(cases)('%s', (_name, lines, expected) => {
  expect(decisiveLogLines(lines)).toEqual(expected);
});
