import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SqlToken, sqlTokens } from './sql-tokens.ts';
import '../repeatable-properties.test-support.ts';

const letters: Record<SqlToken['kind'], string> = {
  keyword: 'k',
  identifier: 'i',
  'quoted-identifier': 'q',
  string: 's',
  number: 'n',
  operator: 'o',
  mark: 'm',
  comment: 'c',
  placeholder: 'p',
};

/** Each token as the letter of its kind and its text. */
function told(tokens: SqlToken[]): string[] {
  return tokens.map(({ kind, text }) => `${letters[kind]} ${text}`);
}

const cases: [string, string, string[]][] = [
  ['nothing', ' \n\t', []],
  ['words', 'SELECT Été, a$1, _b', ['k SELECT', 'i Été', 'm ,', 'i a$1', 'm ,', 'i _b']],
  [
    'strings',
    `'a''b' E'\\'' e'' b'1' X'f' n'a'`,
    ["s 'a''b'", "s E'\\''", "s e''", "s b'1'", "s X'f'", "s n'a'"],
  ],
  ['strings with U&', `U&'d\\0061' u&"d""" U & 'a'`, ["s U&'d\\0061'", 'q u&"d"""', 'i U', 'o &', "s 'a'"]],
  ['a string in two lines', "'a' -- c\n 'b' 'c'", ["s 'a'", 'c -- c', "s 'b'", "s 'c'"]],
  ['dollar quotes', '$$a$b$$ $é_1$;$$;$é_1$', ['s $$a$b$$', 's $é_1$;$$;$é_1$']],
  ['dollars that quote nothing', '$ a$b$ $1a', ['m $', 'i a$b$', 'p $1', 'i a']],
  ['names in quotes', '"a""b"."c d"', ['q "a""b"', 'm .', 'q "c d"']],
  ['numbers', '1 1.5 .5 1. 1e5 1E-5 1_000', ['n 1', 'n 1.5', 'n .5', 'n 1.', 'n 1e5', 'n 1E-5', 'n 1_000']],
  ['numbers in other bases', '0xFf 0o17 0b1_0', ['n 0xFf', 'n 0o17', 'n 0b1_0']],
  ['a range of numbers', '1..10', ['n 1', 'm .', 'n .10']],
  ['what goes on behind a number', '1e 0x 1a', ['n 1', 'i e', 'n 0', 'i x', 'n 1', 'i a']],
  ['operators', 'a<=b <> c->>d ~* e', ['i a', 'o <=', 'i b', 'o <>', 'i c', 'o ->>', 'i d', 'o ~*', 'i e']],
  [
    'signs behind an operator',
    '1*-2 =+ @- -+',
    ['n 1', 'o *', 'o -', 'n 2', 'o =', 'o +', 'o @-', 'o -', 'o +'],
  ],
  ['comments in operators', '+-- a\n@/* b */', ['o +', 'c -- a', 'o @', 'c /* b */']],
  ['casts and assignments', 'a::int := b', ['i a', 'o ::', 'k int', 'o :=', 'i b']],
  ['nested comments', '/* a /* b */ */ 1', ['c /* a /* b */ */', 'n 1']],
  ['a comment to the end', '1 -- a', ['n 1', 'c -- a']],
  ['marks', '([{}]);\\', ['m (', 'm [', 'm {', 'm }', 'm ]', 'm )', 'm ;', 'm \\']],
  ['placeholders', `:a :'b' :"c" :{?d} $2`, ['p :a', "p :'b'", 'p :"c"', 'p :{?d}', 'p $2']],
  ['a slice', 'a[1:n]', ['i a', 'm [', 'n 1', 'm :', 'i n', 'm ]']],
  ['a slice of quoted bounds', `a[b:"c"]`, ['i a', 'm [', 'i b', 'm :', 'q "c"', 'm ]']],
  [
    'an object of JSON',
    `json_object('k':'v','l':2)`,
    ['k json_object', 'm (', "s 'k'", 'm :', "s 'v'", 'm ,', "s 'l'", 'm :', 'n 2', 'm )'],
  ],
  ['a string without end', `1 'a;\n`, ['n 1', "s 'a;\n"]],
  ['a name without end', `"a""`, ['q "a""']],
  ['a dollar quote without end', '$a$ $b$', ['s $a$ $b$']],
  ['a comment without end', '/* /* */', ['c /* /* */']],
];

test.each(cases)('tokens: %s', (_, text, expected) => {
  expect(told(sqlTokens(text))).toEqual(expected);
});

test('a backslash escapes in plain strings where they do not conform to the standard', () => {
  const text = String.raw`'a\' c' d`;
  expect(told(sqlTokens(text, { standardConformingStrings: false }))).toEqual([String.raw`s 'a\' c'`, 'i d']);
  expect(told(sqlTokens(text))).toEqual([String.raw`s 'a\'`, 'i c', "s ' d"]);
});

test('reads no more than it is asked for', () => {
  expect(told(sqlTokens('select a, b', { mostTokens: 2 }))).toEqual(['k select', 'i a']);
});

test('a long name is one token', () => {
  const name = 'a'.repeat(5000);
  expect(told(sqlTokens(`${name} b`))).toEqual([`i ${name}`, 'i b']);
});

test('a parameter is one between the bounds of a slice, too', () => {
  expect(told(sqlTokens('a[$1]'))).toEqual(['i a', 'm [', 'p $1', 'm ]']);
});

test('tokens stand in order where they say, with nothing but white space between them', () => {
  const signs = fc.constantFrom(...`aEuU1.e0x'"$:;\\/*-+@<[](),é😀 \n`);
  fc.assert(
    fc.property(fc.string({ unit: signs, maxLength: 40 }), (text) => {
      let at = 0;
      for (const token of sqlTokens(text)) {
        expect(text.slice(at, token.start).trim()).toBe('');
        expect(token.text).toBe(text.slice(token.start, token.end));
        expect(token.end).toBeGreaterThan(token.start);
        at = token.end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
    { numRuns: 500 },
  );
});
