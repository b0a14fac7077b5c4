import { expect, test } from 'vitest';
import { CommandError, run } from './run.mjs';

const node = (code, ...args) => run(process.execPath, ['-e', code, ...args]);

test('gives what a command prints, and passes arguments as they are', async () => {
  expect(await node('process.stdout.write(process.argv[1])', '$HOME "a"; b')).toBe('$HOME "a"; b');
});

test('fails with the command, its exit code and the end of its output', async () => {
  const failing = node('console.error("the reason"); process.exit(3)');
  await expect(failing).rejects.toThrow(CommandError);
  await expect(failing).rejects.toThrow(/exit code 3\nthe reason/);
});

test('fails when there is no such command', async () => {
  await expect(run('no-such-command-here', [])).rejects.toThrow(/ENOENT/);
});

test('ends a command that takes too long', async () => {
  const endless = run(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeoutMs: 200 });
  await expect(endless).rejects.toThrow('ended by SIGKILL');
});
