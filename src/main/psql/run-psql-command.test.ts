import { expect, test } from 'vitest';
import type { PsqlContext, PsqlTable } from '../consoles/script/psql-command.ts';
import { createRunPsqlCommand } from './run-psql-command.ts';

function bench() {
  const printed: string[] = [];
  const tables: PsqlTable[] = [];
  const context: PsqlContext = {
    session: {
      database: 'shop',
      user: 'ann',
      serverVersion: '16.10',
      serverVersionNumber: 160_010,
      backendPid: 42,
      transaction: 'idle',
      parameter: () => 'UTF8',
      query: () => Promise.reject(new Error('asks the server')),
    },
    variables: new Map(),
    display: { expanded: false, timing: false },
    signal: new AbortController().signal,
    output: (text) => void printed.push(text),
    table: async (table) => void tables.push(table),
  };
  const run = createRunPsqlCommand(async (topic) => `help on ${topic}`);
  const say = (text: string) => {
    const [, name = '', argument = ''] = /^\\(\S+)\s*(.*)$/.exec(text) ?? [];
    return run({ kind: 'command', name, argument, start: 0, end: text.length, line: 1 }, context);
  };
  return { say, printed, tables, context };
}

test.each([
  ['\\c other', { kind: 'connect', database: 'other', user: null }],
  ['\\connect - bob', { kind: 'connect', database: null, user: 'bob' }],
  ['\\c "Odd ""db"', { kind: 'connect', database: 'Odd "db', user: null }],
  ['\\c a b elsewhere', { kind: 'problem', problem: 'bad-argument', detail: 'elsewhere' }],
  ['\\c postgresql://host/db', { kind: 'problem', problem: 'bad-argument' }],
  ['\\q', { kind: 'quit' }],
  ['\\i', { kind: 'problem', problem: 'missing-argument' }],
  ["\\i 'a b.sql'", { kind: 'include', path: 'a b.sql', relative: false }],
  ['\\ir x.sql', { kind: 'include', path: 'x.sql', relative: true }],
  ['\\copy t from x', { kind: 'copy', argument: 't from x' }],
  ['\\restrict k1', { kind: 'restrict', key: 'k1' }],
  ['\\unrestrict k1', { kind: 'unrestrict', key: 'k1' }],
  ['\\x maybe', { kind: 'problem', problem: 'bad-argument', detail: 'maybe' }],
  ['\\set bad-name 1', { kind: 'problem', problem: 'bad-argument', detail: 'bad-name' }],
  ['\\! rm', { kind: 'problem', problem: 'not-supported' }],
  ['\\constructor', { kind: 'problem', problem: 'not-supported' }],
  ['\\dZ', { kind: 'problem', problem: 'not-supported' }],
  ['\\h SELECT \\! rm', { kind: 'problem', problem: 'bad-argument' }],
])('%s', async (text, outcome) => {
  expect(await bench().say(text)).toMatchObject(outcome);
});

test('switches turn over, or as they are told, and say so', async () => {
  const { say, printed, context } = bench();
  await say('\\x');
  await say('\\timing on');
  await say('\\x off');
  expect(context.display).toEqual({ expanded: false, timing: true });
  expect(printed).toEqual(['Expanded display is on.', 'Timing is on.', 'Expanded display is off.']);
});

test('variables are set, used, listed and forgotten', async () => {
  const { say, printed, context } = bench();
  await say("\\set who 'O''Hara ' junior");
  await say('\\echo hello :who');
  await say('\\set');
  await say('\\unset who');
  expect(printed).toEqual(["hello O'Hara junior", "who = 'O\\'Hara junior'"]);
  expect(context.variables.size).toBe(0);
});

test('help, the list of commands and the connection', async () => {
  const { say, printed, tables } = bench();
  await say('\\h create table;');
  await say('\\conninfo');
  await say('\\encoding');
  await say('\\?');
  expect(printed).toEqual([
    'help on create table',
    'You are connected to database "shop" as user "ann" (server 16.10, process 42).',
    'UTF8',
  ]);
  expect(tables[0]?.rows.length).toBeGreaterThan(10);
});
