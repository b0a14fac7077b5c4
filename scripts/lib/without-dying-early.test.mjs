import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const here = (name) => JSON.stringify(fileURLToPath(new URL(name, import.meta.url)));

test('a signal ends the command that is waited for, then the job tidies up', async () => {
  const script = `import { run } from ${here('./run.mjs')};
    import { withoutDyingEarly } from ${here('./without-dying-early.mjs')};
    process.exitCode = await withoutDyingEarly(async () => {
      try {
        const endless = run(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
        console.log('waiting');
        await endless;
      } finally {
        await new Promise((resolve) => setTimeout(resolve, 50));
        console.log('tidy');
      }
    });`;
  const job = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  job.stdout.setEncoding('utf8').on('data', (text) => {
    printed += text;
    if (text.includes('waiting')) job.kill('SIGINT');
  });
  const [code] = await once(job, 'close');
  expect(printed).toBe('waiting\ntidy\n');
  expect(code).toBe(130);
});
