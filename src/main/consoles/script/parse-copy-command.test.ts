import { expect, test } from 'vitest';
import { parseCopyCommand } from './parse-copy-command.ts';

const file = (path: string) => ({ kind: 'file', path });

test.each([
  ["customers from 'a b.csv' csv header", file('a b.csv'), 'COPY customers FROM STDIN csv header'],
  [
    'customers FROM /tmp/x.csv with (format csv)',
    file('/tmp/x.csv'),
    'COPY customers FROM STDIN with (format csv)',
  ],
  ["t to 'it''s.txt'", file("it's.txt"), 'COPY t TO STDOUT'],
  ['public . "From" ( "a)" , b ) from x', file('x'), 'COPY public . "From" ( "a)" , b ) FROM STDIN'],
  [`(select ')' from "to)" where a in (1)) to stdout`, { kind: 'stdout' }, null],
  [`(select E'\\') to x', 1) to y;`, file('y'), `COPY (select E'\\') to x', 1) TO STDOUT ;`],
  [`(select 'a\\', 1) to y`, file('y'), `COPY (select 'a\\', 1) TO STDOUT`],
  ['t\xc3\xa0 from \xa0', file('\xa0'), 'COPY t\xc3\xa0 FROM STDIN'],
  ['binary t from x', file('x'), 'COPY binary t FROM STDIN'],
  ['t from stdout', { kind: 'stdin' }, 'COPY t FROM STDIN'],
  ['t from pstdin', { kind: 'pstdin' }, 'COPY t FROM STDIN'],
  ["t to program 'gzip > x'", { kind: 'program' }, null],
])('%s', (argument, end, statement) => {
  const parsed = parseCopyCommand(argument);
  expect(parsed?.end).toEqual(end);
  if (statement !== null) expect(parsed?.statement).toBe(statement);
});

test.each([
  '',
  't',
  't from',
  't into x',
  '(select 1 to x',
  't (a from x',
  "t from ''",
  't from ;',
  'a b from x',
])('refuses %j', (argument) => {
  expect(parseCopyCommand(argument)).toBeNull();
});

test('a place in what the server gets leads back to what was typed', () => {
  const argument = '  (select nope) to x csv wrong';
  const parsed = parseCopyCommand(argument);
  const origin = (word: string) => argument.slice(parsed?.originOf(parsed.statement.indexOf(word)));
  expect(origin('nope')).toBe('nope) to x csv wrong');
  expect(origin('wrong')).toBe('wrong');
  expect(origin('STDOUT')).toBe(' to x csv wrong');
  expect(origin('COPY')).toBe('(select nope) to x csv wrong');
});
