import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { docker } from '../support/docker-cli.ts';
import { openBrowser } from '../support/open-browser.ts';
import { startApp } from '../support/start-app.ts';
import { withTemporaryFolder } from '../support/temporary-folder.ts';
import { testImage } from '../support/test-image.ts';
import { type BenchRow, median } from './compare.ts';

const windowMs = 10_000;
const ticksPerSecond = 100;

/** Memory and CPU of the Node host with one window open on the list, one instance running, and nothing happening. */
export function benchIdle(): Promise<BenchRow[]> {
  return withTemporaryFolder(async (folder) => {
    const name = `bench-idle-${process.pid}`;
    await docker('run', '-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', testImage);
    const app = await startApp(join(folder, 'data'));
    const browser = await openBrowser(join(folder, 'profile'));
    try {
      const page = browser.pages()[0] ?? (await browser.newPage());
      await page.goto(app.url);
      await page.getByRole('link', { name, exact: true }).waitFor();
      await delay(windowMs);
      const memory: number[] = [];
      const cpu: number[] = [];
      for (let sample = 0; sample < 5; sample += 1) {
        const before = await cpuSeconds(app.process.pid);
        await delay(windowMs);
        cpu.push((((await cpuSeconds(app.process.pid)) - before) / (windowMs / 1000)) * 100);
        memory.push(await residentMiB(app.process.pid));
      }
      const samples = memory.length;
      return [
        {
          name: 'memory of the Node host, idle (RSS)',
          unit: 'MiB',
          ours: median(memory),
          plain: null,
          aim: 150,
          samples,
        },
        { name: 'CPU of the Node host, idle', unit: '%', ours: median(cpu), plain: null, aim: 1, samples },
      ];
    } finally {
      await browser.close();
      await app.stop();
      await docker('rm', '-f', '-v', name);
    }
  });
}

/** User and system time of the process, from /proc (fields 14 and 15 of stat; see proc(5)). */
async function cpuSeconds(pid: number | undefined): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

async function residentMiB(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
}
