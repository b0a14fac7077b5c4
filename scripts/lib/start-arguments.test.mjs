import { expect, test } from 'vitest';
import { parseStartArguments } from './start-arguments.mjs';

test('keeps for itself what it needs and hands on the rest', () => {
  expect(
    parseStartArguments(['--no-setup', '--host=browser', '--no-open', '--port=0', '--data-dir=/x y']),
  ).toEqual({
    help: false,
    setup: false,
    open: false,
    wanted: 'browser',
    forApp: ['--no-open', '--port=0', '--data-dir=/x y'],
  });
});

test('sets up, opens a window and chooses the host by itself when nothing is said', () => {
  expect(parseStartArguments([])).toEqual({
    help: false,
    setup: true,
    open: true,
    wanted: undefined,
    forApp: [],
  });
});

test('refuses a host that does not exist', () => {
  expect(() => parseStartArguments(['--host=chrome'])).toThrow(
    '--host takes browser or electron, not "chrome"',
  );
});
