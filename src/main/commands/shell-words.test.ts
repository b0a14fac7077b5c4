import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { passwordWord, quoteWord, shellCommand } from './shell-words.ts';

const awkward = [
  ['empty', ''],
  ['blank', 'a b'],
  ['line end', 'first\nsecond'],
  ['carriage return', 'a\rb'],
  ['tab', 'a\tb'],
  ['exclamation mark', 'a!b'],
  ['exclamation mark and quotes', `a'!"b`],
  ['variable', `$HOME \${HOME} $(id) \`id\``],
  ['backslashes', 'a\\b\\'],
  ['backslash before line end', 'a\\\nb'],
  ['single quote', "it's"],
  ['only quotes', `'"'"`],
  ['home', '~/x'],
  ['comment', '#x'],
  ['pattern', '*?[a-z]{a,b}'],
  ['operators', '; & | < > ( )'],
  ['assignment', 'A=b c'],
  ['leading equals sign', '=ls'],
  ['option', '-e'],
  ['non-ASCII', 'naïve ünïcode \u2028 漢字'],
] as const;

test.each(awkward)('a shell reads %s as it was', (_, word) => {
  const printed = execFileSync('sh', ['-c', `printf '%s.' ${quoteWord(word)}`]).toString();
  expect(printed).toBe(`${word}.`);
});

test('words that need no quotes have none', () => {
  const words = ['docker', 'run', '-p', '127.0.0.1:5432:5432', '-e', 'POSTGRES_USER=shop', 'postgres:16'];
  expect(shellCommand(words)).toBe('docker run -p 127.0.0.1:5432:5432 -e POSTGRES_USER=shop postgres:16');
});

test('the password is left to the environment', () => {
  const command = `printf '%s.' ${quoteWord(passwordWord('POSTGRES_PASSWORD='))}`;
  const printed = execFileSync('sh', ['-c', command], { env: { ...process.env, PGPASSWORD: `a '"$!b` } });
  expect(printed.toString()).toBe(`POSTGRES_PASSWORD=a '"$!b.`);
});
