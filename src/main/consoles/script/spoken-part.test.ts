import { expect, test } from 'vitest';
import { spokenPart } from './spoken-part.ts';

test.each([
  ['select 1', 'select 1', 7, 3],
  ['--\n-- Name: t; Type: TABLE\n--\n\nCREATE TABLE t ()', 'CREATE TABLE t ()', 38, 7],
  ['/* a /* b */ -- */ select 1', 'select 1', 26, 3],
  ['/**/--\n  select -- 1', 'select -- 1', 16, 4],
  ['/* unfinished', '/* unfinished', 7, 3],
  ['-- only', '-- only', 7, 3],
])('%j', (text, spoken, start, line) => {
  expect(spokenPart({ text, start: 7, line: 3 })).toEqual({ text: spoken, start, line });
});
