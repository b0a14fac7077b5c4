import { expect, test } from 'vitest';
import { filterWhereProblem } from './filter-where-problem.ts';

test.each([
  ['id > 5', null],
  ["name = 'it''s' -- a trailing comment", null],
  ["(a = 1 or b = ')') and c = $$ ( ; $$", null],
  ['id in (select id from "other; (" /* ) ; */)', null],
  ["tags[1:2] = '{a}'", null],
  ["name = 'open", 'open-string'],
  ["name = E'open\\'", 'open-string'],
  ['name = $a$ open $$', 'open-string'],
  ['"open > 5', 'open-name'],
  ['id > 5 /* open /* */', 'open-comment'],
  ['(id > 5', 'open-parenthesis'],
  ['(id > 5 -- )', 'open-parenthesis'],
  ['true) or (true', 'extra-parenthesis'],
  ['true; drop table customers', 'semicolon'],
  ['true \\; select 1', 'semicolon'],
  ['id > $1', 'parameter'],
  ['', null],
])('%s: %s', (where, problem) => {
  expect(filterWhereProblem(where)).toBe(problem);
});

test('reads strings as the server does', () => {
  const where = "name = 'a\\' or name = 'b'";
  expect(filterWhereProblem(where)).toBe(null);
  expect(filterWhereProblem(where, { standardConformingStrings: false })).toBe('open-string');
});
