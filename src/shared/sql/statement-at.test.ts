import { expect, test } from 'vitest';
import { statementAt } from './statement-at.ts';

/** The caret is the `|`. */
const cases: [string, string, string | null][] = [
  ['blank', ' |\n', null],
  ['only a comment', '-- a|', null],
  ['inside', 'sel|ect 1; select 2;', 'select 1;'],
  ['before it', '|select 1; select 2;', 'select 1;'],
  ['behind the terminator', 'select 1;| select 2;', 'select 1;'],
  ['between two, the one that begins', 'select 1;|select 2;', 'select 2;'],
  ['behind the last on the line', 'select 1; -- done|\nselect 2;', 'select 1;'],
  ['on a blank line, the next', 'select 1;\n|\nselect 2;', 'select 2;'],
  ['in its comment', '-- ab|out\nselect 1;', '-- about\nselect 1;'],
  ['behind everything, the last', 'select 1;\n\n|', 'select 1;'],
  ['without terminator', 'select 1|', 'select 1'],
  [
    'in a body',
    'create function f() begin atomic select 1; sel|ect 2; end; select 3;',
    'create function f() begin atomic select 1; select 2; end;',
  ],
  ['a command', '\\d|t\nselect 1;', '\\dt'],
  ['a command inside a statement', 'select 1\n\\ech|o a\n+ 2;', '\\echo a'],
  ['around a command', 'select 1\n\\echo a\n+ |2;', 'select 1\n\\echo a\n+ 2;'],
  ['before a command inside it', 'sel|ect 1\n\\echo a\n+ 2; select 3', 'select 1\n\\echo a\n+ 2;'],
  ['data belongs to its COPY', 'copy t from stdin;\n1|;2\n\\.\nselect 1;', 'copy t from stdin;\n1;2\n\\.\n'],
];

test.each(cases)('at the caret: %s', (_, marked, expected) => {
  const text = marked.replace('|', '');
  const found = statementAt(text, marked.indexOf('|'));
  expect(found && text.slice(found.start, found.end)).toBe(expected);
});
