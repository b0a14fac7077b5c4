import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scanChunks } from './scan-chunks.ts';
import { scanSql } from './scan-sql.ts';
import type { ScannedItem } from './scanned-item.ts';
import { SqlScanner } from './sql-scanner.ts';
import '../repeatable-properties.test-support.ts';

/** One line for each item: a statement with its terminator, a command, all data of a COPY. */
function told(items: ScannedItem[]): string[] {
  const lines: string[] = [];
  let data = '';
  for (const item of items) {
    if (item.kind === 'statement')
      lines.push(`${item.text}${item.terminator === 'end' ? '⏹' : item.terminator}`);
    if (item.kind === 'command') lines.push(`\\${item.name} ${item.argument}`);
    if (item.kind === 'copy-data') data += item.text;
    if (item.kind === 'copy-data' && item.last) {
      lines.push(`data ${JSON.stringify(data)}`);
      data = '';
    }
  }
  return lines;
}

const cases: [string, string, string[]][] = [
  ['nothing', '', []],
  ['blank', ' \n\t', []],
  ['only comments', '-- a;\n/* b; */', []],
  ['empty statements', ';; /* a */ ;', []],
  ['several on a line', 'select 1;select 2 ; select 3', ['select 1;', 'select 2;', 'select 3⏹']],
  ['a comment before belongs to the statement', '-- one\nselect 1;', ['-- one\nselect 1;']],
  [
    'strings',
    `select ';', 'a'';', n';', b';', x';', u&';'; 2;`,
    [`select ';', 'a'';', n';', b';', x';', u&';';`, '2;'],
  ],
  ['a backslash in a plain string', String.raw`select 'a\'; 2;`, [String.raw`select 'a\';`, '2;']],
  ['a backslash in E', String.raw`select E'a\';b\\'; 2;`, [String.raw`select E'a\';b\\';`, '2;']],
  ['e ends no name', String.raw`select typE'a\'; 2;`, [String.raw`select typE'a\';`, '2;']],
  ['E goes on in the next line', "select E'a' -- c\n 'b\\';'; 2;", ["select E'a' -- c\n 'b\\';';", '2;']],
  ['but not on the same', "select E'a' 'b\\'; 2;", ["select E'a' 'b\\';", '2;']],
  ['nor behind a block comment', "select E'a' /*\n*/ 'b\\'; 2;", ["select E'a' /*\n*/ 'b\\';", '2;']],
  ['names in quotes', `select ";", "a"";", u&";"; 2;`, [`select ";", "a"";", u&";";`, '2;']],
  [
    'dollar quotes',
    'select $$;$$, $a$;$$;$b$;$a$, $é_1$;$é_1$; 2;',
    ['select $$;$$, $a$;$$;$b$;$a$, $é_1$;$é_1$;', '2;'],
  ],
  ['no dollar quote behind a name', 'select a$$; 2 $1$; b$x$;', ['select a$$;', '2 $1$;', 'b$x$;']],
  ['no tag of digits', 'select $1a$; 2;', ['select $1a$;', '2;']],
  ['a tag that fails', 'select $a-$; 2;', ['select $a-$;', '2;']],
  ['half a tag begins the closing one', 'select $a$ $a;$ $a$; 2;', ['select $a$ $a;$ $a$;', '2;']],
  [
    'nested comments',
    'select /* ; /* ; */ ; **/ 1; /*/ ; */ 2;',
    ['select /* ; /* ; */ ; **/ 1;', '/*/ ; */ 2;'],
  ],
  [
    'comments in operators',
    'select 1 +/* ; */ 2 @--;\n; 3 */* ; */ 4;',
    ['select 1 +/* ; */ 2 @--;;', '3 */* ; */ 4;'],
  ],
  ['a comment ends at a carriage return', 'select 1 -- a\r; 2;', ['select 1 -- a;', '2;']],
  ['parentheses', 'select (1; 2); 3;', ['select (1; 2);', '3;']],
  ['a closing one too much', 'select 1); 2;', ['select 1);', '2;']],
  ['brackets do not count', 'select [1; 2];', ['select [1;', '2];']],
  ['not closed', "select 'a; b;", ["select 'a; b;⏹"]],
  ['a comment not closed', '/* a; b;', ['/* a; b;⏹']],
  ['carriage returns', 'select 1\r\n;\r\n\\x\r\nselect 2;\r\n', ['select 1;', '\\x ', 'select 2;']],
  ['a byte order mark', '\uFEFFselect 1;', ['select 1;']],
  [
    'a body with BEGIN ATOMIC',
    'create or replace function f() begin atomic select 1; select case when a then 1 end; end; 2;',
    ['create or replace function f() begin atomic select 1; select case when a then 1 end; end;', '2;'],
  ],
  [
    'CASE in a body',
    'CREATE PROCEDURE p() BEGIN ATOMIC SELECT CASE WHEN 1 THEN 2 END; SELECT 3; END; 4;',
    ['CREATE PROCEDURE p() BEGIN ATOMIC SELECT CASE WHEN 1 THEN 2 END; SELECT 3; END;', '4;'],
  ],
  [
    'no body elsewhere',
    'create table f (begin int); begin; end; create view function as select 1; end;',
    ['create table f (begin int);', 'begin;', 'end;', 'create view function as select 1;', 'end;'],
  ],
  [
    'a parameter called begin',
    'create function f(begin int, case int) returns int language sql return 1; 2;',
    ['create function f(begin int, case int) returns int language sql return 1;', '2;'],
  ],
  [
    'a function and a column called begin',
    'create function begin() returns int begin atomic select 1 as begin, x.begin from x; end; 2;',
    ['create function begin() returns int begin atomic select 1 as begin, x.begin from x; end;', '2;'],
  ],
  [
    'BEGIN and ATOMIC apart',
    'create procedure p() begin -- ;\natomic select 1; end; 2;',
    ['create procedure p() begin -- ;\natomic select 1; end;', '2;'],
  ],
  [
    'a body in quotes',
    `create function f() returns int as 'begin; end' language sql; 2;`,
    [`create function f() returns int as 'begin; end' language sql;`, '2;'],
  ],
  ['a command', '\\dt+ public.*\nselect 1;', ['\\dt+ public.*', 'select 1;']],
  ['commands on a line', '\\x\\dt a \\\\ select 1; \\dn', ['\\x ', '\\dt a', 'select 1;', '\\dn ']],
  [
    'a backslash in quotes of a command',
    String.raw`\echo 'a\'\\b' "c\d" e\\ select 1;`,
    [String.raw`\echo 'a\'\\b' "c\d" e`, 'select 1;'],
  ],
  [
    'whole lines',
    String.raw`\copy (select '\\') to 'a\b' \\ select 1;`,
    [String.raw`\copy (select '\\') to 'a\b' \\ select 1;`],
  ],
  ['a pipe', 'select 1 \\g | grep \\x\n2;', ['select 1\\g', '2;']],
  ['a semicolon behind a command', '\\d;\nselect 1;', ['\\d ', 'select 1;']],
  [
    'a backslash that names nothing',
    '\\ a \\\\ b;\n\\\\ c;\nselect 1;',
    ['\\ a \\\\ b;', '\\ \\ c;', 'select 1;'],
  ],
  ['a command in a statement', 'select 1\n\\echo a\n+ 2;', ['\\echo a', 'select 1\n       \n+ 2;']],
  ['a command behind a comment', '-- c\n\\x\nselect 1;', ['\\x ', 'select 1;']],
  ['a command in parentheses', 'select (\\x\n1; 2);', ['\\x ', 'select (  \n1; 2);']],
  [
    'no command in quotes',
    `select '\\x', "\\x", $$\\x$$ /* \\x */ -- \\x\n;`,
    [`select '\\x', "\\x", $$\\x$$ /* \\x */ -- \\x;`],
  ],
  ['\\g sends', 'select 1 \\g\nselect (2 \\gx\n\\g', ['select 1\\g', 'select (2\\gx', '\\g ']],
  [
    'the others that send',
    'a \\gset\nb \\gexec\nc \\gdesc\nd \\crosstabview x\ne \\watch 1',
    ['a\\gset', 'b\\gexec', 'c\\gdesc', 'd\\crosstabview', 'e\\watch'],
  ],
  [
    '\\g forgets a body',
    'create function f() begin atomic select 1 \\g\n2;',
    ['create function f() begin atomic select 1\\g', '2;'],
  ],
  ['\\r forgets the statement', 'select (1 \\r\nselect 2;', ['\\r ', 'select 2;']],
  ['a semicolon that does not end', 'select 1\\; select 2; 3;', ['select 1 ; select 2;', '3;']],
  ['a colon', "select 'a'\\:\\:text, b\\::c;", ["select 'a' :: text, b ::c;"]],
  [
    'data',
    "copy t from stdin;\n1;\t'\n\\.x\n \\.\n\\N\n\\.\nselect 1;",
    ['copy t from stdin;', 'data "1;\\t\'\\n\\\\.x\\n \\\\.\\n\\\\N\\n"', 'select 1;'],
  ],
  ['no data', 'copy t from stdin;\n\\.\nselect 1;', ['copy t from stdin;', 'data ""', 'select 1;']],
  ['data to the end', 'copy t from stdin;\n1\n2', ['copy t from stdin;', 'data "1\\n2"']],
  ['the mark at the end', 'copy t from stdin;\n1\n\\.', ['copy t from stdin;', 'data "1\\n"']],
  [
    'data with carriage returns',
    'copy t from stdin;\r\n1\r\n\\.\r\nselect 1;\r\n',
    ['copy t from stdin;', 'data "1\\r\\n"', 'select 1;'],
  ],
  [
    'the rest of the line comes after the data',
    "copy t from stdin; select 'a\n1\n\\.\nb'; 2;",
    ['copy t from stdin;', 'data "1\\n"', "select 'a\nb';", '2;'],
  ],
  [
    'a comment behind it',
    'copy t from stdin; -- data\n1\n\\.\n2;',
    ['copy t from stdin;', 'data "1\\n"', '2;'],
  ],
  ['sent by \\g', 'copy t from stdin \\g\n1\n\\.\n2;', ['copy t from stdin\\g', 'data "1\\n"', '2;']],
  ['at the very end', 'copy t from stdin', ['copy t from stdin⏹', 'data ""']],
];

test.each(cases)('splits: %s', (_, text, expected) => {
  expect(told(scanSql(text))).toEqual(expected);
});

const copies: [string, boolean][] = [
  ['copy t from stdin', true],
  ['COPY public."T; from" (a, "stdin") FROM STDIN WITH (FORMAT csv, DELIMITER \';\') WHERE a > 1', true],
  ['copy binary t from /* c */ stdin', true],
  ['copy t from -- c\n stdin', true],
  ['copy t from stdout', true],
  ["copy t from 'stdin'", false],
  ["copy t from program 'stdin'", false],
  ['copy t to stdin', false],
  ['copy t to stdout', false],
  ['copy (select a from stdin) to stdout', false],
  ['select copy from stdin', false],
  ['select 1 \\; copy t from stdin', true],
];

test.each(copies)('whether data follows: %s', (text, expected) => {
  const [statement] = scanSql(`${text};\n`);
  expect(statement).toMatchObject({ kind: 'statement', copiesFromStdin: expected });
});

const placeholders: [string, string[]][] = [
  [
    'select :a, :\'b\', :"c", :{?d}, :é1_, $1, $23',
    ['plain a', 'literal b', 'identifier c', 'defined d', 'plain é1_', 'positional 1', 'positional 23'],
  ],
  ['select a::int, b := :c, d:::e', ['plain c', 'plain e']],
  ["select ':a', E':b', \":c\", $$:d$$ -- :e\n/* :f */", []],
  ["select :' a', :'a, : a, :{b}, :{?c, :{?}", []],
  [
    'select a[1:2], a[lo:hi], a[f(x):y], a[(b):c], a[:i], array[:a, :b], a[x][y:z]',
    ['plain i', 'plain a', 'plain b'],
  ],
  ['select a[case when b then :c end]', ['plain c']],
  ["select json_object('k':v, :'l': :w), f(:x)", ['literal l', 'plain w', 'plain x']],
  ['select a$1, $1a', ['positional 1']],
  ['create function f(int) returns int language sql return $1 + :a', ['plain a']],
  ['prepare q as select $1', []],
  ['limit :1', []],
];

test.each(placeholders)('placeholders of %s', (text, expected) => {
  const [statement] = scanSql(text);
  if (statement?.kind !== 'statement') throw new Error('no statement');
  expect(statement.placeholders.map(({ kind, name }) => `${kind} ${name}`)).toEqual(expected);
  for (const { name, start, end } of statement.placeholders)
    expect(statement.text.slice(start, end).replaceAll(/^[:$](?:['"]|\{\?)?|['"}]$/g, '')).toBe(name);
});

test('tells where everything stands', () => {
  const text =
    '\n-- é😀\nselect 1;\n  \\dt a  \n\ncopy t from stdin;\n1\n\\.\nselect\n2 \\gx (expanded)\n3  ';
  const [first, command, copy, data, second, third] = scanSql(text);
  expect(first).toMatchObject({ start: 1, end: 17, line: 2 });
  expect(command).toMatchObject({ name: 'dt', start: 20, end: 25, line: 4 });
  expect(copy).toMatchObject({ line: 6, end: 47 });
  expect(data).toMatchObject({ start: 48, end: 53 });
  expect(second).toMatchObject({ line: 9, terminatorArgument: '(expanded)' });
  expect(third).toMatchObject({ line: 11, start: text.length - 3, end: text.length - 2 });
});

test('a string follows standard_conforming_strings as it is then', () => {
  const scanner = new SqlScanner({ standardConformingStrings: false });
  scanner.push(String.raw`select 'a\';'; select 'b\'; select 2;`);
  scanner.end();
  expect(scanner.next()).toMatchObject({ text: String.raw`select 'a\';'` });
  scanner.standardConformingStrings = true;
  expect(told([scanner.next(), scanner.next()].filter((item) => item !== null))).toEqual([
    String.raw`select 'b\';`,
    'select 2;',
  ]);
  expect(scanner.next()).toBeNull();
});

test('a statement is there as soon as its semicolon is', () => {
  const scanner = new SqlScanner();
  scanner.push('select 1;');
  expect(scanner.next()).toMatchObject({ text: 'select 1' });
  scanner.push('sel');
  expect(scanner.next()).toBeNull();
  scanner.push('ect 2');
  expect(scanner.next()).toBeNull();
  scanner.end();
  expect(scanner.next()).toMatchObject({ text: 'select 2', start: 9 });
  expect(scanner.next()).toBeNull();
});

test('data is handed on as it arrives', () => {
  const scanner = new SqlScanner();
  scanner.push('copy t from stdin;\n1\n2');
  expect(scanner.next()).toMatchObject({ copiesFromStdin: true });
  expect(scanner.next()).toMatchObject({ text: '1\n2', last: false });
  expect(scanner.next()).toBeNull();
  scanner.push('3\n\\.');
  expect(scanner.next()).toMatchObject({ text: '3\n', last: false });
  scanner.push('\n4;');
  expect(scanner.next()).toMatchObject({ text: '', last: true });
  expect(scanner.next()).toMatchObject({ text: '4' });
});

const fragments = fc.constantFrom(
  ...cases.map(([, text]) => text),
  ...copies.map(([text]) => text),
  ...placeholders.map(([text]) => text),
  ..."'|''|\"|$$|$a$|$|$b|E'|e|U&'|u&\"|n'|b'|\\|\\'|\\;|\\g|\\.|\\.\n|\n|\r\n|\r|;|;;|(|)|[|]|--|-|/*|*/|/|*|:|::|:x|:'x'|:\"|1e5|1..2|0x|.5|é|😀|\uD83D|begin|case|end;|create function|copy t from stdin;\n| ".split(
    '|',
  ),
);
const texts = fc.array(fragments, { maxLength: 12 }).map((parts) => parts.join(''));

/** Data comes in other pieces, everything else must be the same to the last offset. */
function joinData(items: ScannedItem[]): ScannedItem[] {
  const joined: ScannedItem[] = [];
  for (const item of items) {
    const last = joined.at(-1);
    if (item.kind === 'copy-data' && last?.kind === 'copy-data' && !last.last) {
      joined[joined.length - 1] = { ...item, text: last.text + item.text, start: last.start };
    } else {
      joined.push(item);
    }
  }
  return joined;
}

function cutAt(text: string, cuts: number[]): string[] {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].toSorted((a, b) => a - b);
  return [...places, text.length].map((place, index) => text.slice(places[index - 1] ?? 0, place));
}

describe('any text', () => {
  test('gives the same items however it is cut', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(), { maxLength: 8 }), (text, cuts) => {
        expect(joinData(scanChunks(cutAt(text, cuts)))).toEqual(joinData(scanSql(text)));
      }),
      { numRuns: 600 },
    );
  });

  test('gives the same items character by character', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(joinData(scanChunks(text.split('')))).toEqual(joinData(scanSql(text)));
      }),
      { numRuns: 200 },
    );
  });

  test('is covered in order: between the items there is nothing to send', () => {
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: 'binary' })), (text) => {
        let at = 0;
        for (const item of scanSql(text)) {
          expect(item.end).toBeLessThanOrEqual(text.length);
          expect(item.start).toBeLessThanOrEqual(item.end);
          if (item.kind === 'statement') {
            expect(item.end - item.start).toBeGreaterThanOrEqual(item.text.length);
            expect(text.charAt(item.start)).not.toMatch(/[ \t\n\v\f\r]/);
          }
          at = Math.max(at, item.end);
        }
        expect(scanSql(text.slice(at)).filter(({ kind }) => kind === 'statement')).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

const inner = fc.string({ unit: fc.constantFrom(...`a;'"\\$:-/*()é😀\n`) });
const quoted = fc.oneof(
  inner.map((text) => `'${text.replaceAll("'", "''")}'`),
  inner.map((text) => `E'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`),
  inner.map((text) => `U&'${text.replaceAll("'", "''")}'`),
  inner.map((text) => `"${text.replaceAll('"', '""')}"`),
  inner.map((text) => `$t$${text.replaceAll('$', '')}$t$`),
  inner.map((text) => `/* ${text.replaceAll(/[*/]/g, '')} */ 1`),
  inner.map((text) => `--${text.replaceAll('\n', '')}\n 1`),
  inner.map((text) => `(${text.replaceAll(/[^a;]/g, '')})`),
);
const generated = fc
  .array(quoted, { minLength: 1, maxLength: 5 })
  .map((parts) => `select ${parts.join(' , ')}`);

test('statements of every kind of quoting are split as they were joined', () => {
  fc.assert(
    fc.property(fc.array(generated, { maxLength: 6 }), (statements) => {
      const items = scanSql(statements.map((statement) => `${statement};`).join('\n'));
      expect(told(items)).toEqual(statements.map((statement) => `${statement};`));
    }),
    { numRuns: 200 },
  );
});
