import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const MODULE = fileURLToPath(new URL('./run-in-front.mjs', import.meta.url));

/** A program in front of which `run-in-front` is, in a process of its own that can be sent signals. */
function startInFront(program) {
  const script = `import { runInFront } from ${JSON.stringify(MODULE)};
    process.exitCode = await runInFront(process.execPath, ['-e', ${JSON.stringify(program)}]);`;
  return spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

test('ends with the exit code of the program', async () => {
  const [code] = await once(startInFront('process.exit(7)'), 'exit');
  expect(code).toBe(7);
});

test.each(['SIGINT', 'SIGTERM'])('hands on %s once and waits for the program to end', async (signal) => {
  const front = startInFront(`
    let count = 0;
    process.on('${signal}', () => { count += 1; setTimeout(() => process.exit(40 + count), 100); });
    setInterval(() => {}, 1000);
    console.log('ready');`);
  await once(front.stdout, 'data');
  front.kill(signal);
  front.kill(signal);
  const [code] = await once(front, 'exit');
  expect(code).toBe(41);
});

test('names the signal that ended the program as a shell does', async () => {
  const [code] = await once(startInFront('process.kill(process.pid, "SIGKILL")'), 'exit');
  expect(code).toBe(137);
});
