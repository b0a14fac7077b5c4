import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseCliOptions } from './cli-options.ts';

test('defaults: a window, a port of the system, the places of the system', () => {
  expect(parseCliOptions([])).toEqual({ open: true, port: 0, dataDir: undefined, browser: undefined });
});

test('reads every option, with = and with a space', () => {
  const args = ['--no-open', '--port=5001', '--data-dir', 'data', '--browser=/opt/chrome', '--host=browser'];
  expect(parseCliOptions(args)).toEqual({
    open: false,
    port: 5001,
    dataDir: resolve('data'),
    browser: '/opt/chrome',
  });
});

test.each([['--port=x'], ['--port=70000'], ['--port='], ['--port=-1'], ['--prot=1'], ['stray']])(
  'refuses %s',
  (arg) => {
    expect(() => parseCliOptions([arg])).toThrow();
  },
);
