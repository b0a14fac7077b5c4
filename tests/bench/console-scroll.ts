import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { CDPSession, Locator, Page } from '@playwright/test';
import { SqlConsole } from '../e2e/pages/sql-console.ts';
import { docker } from '../support/docker-cli.ts';
import { openBrowser } from '../support/open-browser.ts';
import { runPlainPostgres } from '../support/plain-postgres.ts';
import { startApp } from '../support/start-app.ts';
import { withTemporaryFolder } from '../support/temporary-folder.ts';
import { type BenchRow, median, quantile } from './compare.ts';

const rowCount = 1_000_000;
const samples = 7;
const scrollMs = 10_000;
const query = 'SELECT * FROM measured';
const endOfRows = 'end of rows\n';
const table = `CREATE TABLE measured AS
  SELECT n AS id, 'customer ' || n AS name, md5(n::text) AS token,
    timestamp '2026-01-01' + n * interval '1.000001 s' AS at, (n * 1.25)::numeric(12,2) AS amount
  FROM generate_series(1, ${rowCount}) n`;

/** 1,000,000 rows of 5 columns in the window: until the first are on screen, scrolling through all, the page's memory. */
export function benchConsoleScroll(): Promise<BenchRow[]> {
  return withTemporaryFolder(async (folder) => {
    const name = `bench-scroll-${process.pid}`;
    await runPlainPostgres(name, name);
    const app = await startApp(join(folder, 'data'));
    const browser = await openBrowser(join(folder, 'profile'));
    try {
      await docker('exec', name, 'psql', '-U', 'postgres', '-qc', table, '-c', 'VACUUM (ANALYZE) measured');
      const page = browser.pages()[0] ?? (await browser.newPage());
      page.setDefaultTimeout(60_000);
      await page.goto(app.url);
      await page.getByRole('link', { name, exact: true }).click();
      await page.getByRole('link', { name: 'SQL', exact: true }).click();
      return await measure(page, await browser.newCDPSession(page), name);
    } finally {
      await browser.close();
      await app.stop();
      await docker('rm', '-f', '-v', name);
      await docker('volume', 'rm', name);
    }
  });
}

async function measure(page: Page, devTools: CDPSession, name: string): Promise<BenchRow[]> {
  const console = new SqlConsole(page);
  const psql = openPsql(name);
  const onScreen: number[] = [];
  const inPsql: number[] = [];
  await console.runAll('SELECT 0 AS warm');
  await console.cell('0').waitFor();
  await firstRowOfPsql(psql);
  const emptyBytes = await heapBytes(devTools);
  for (let sample = 0; sample < samples; sample += 1) {
    inPsql.push(await firstRowOfPsql(psql));
    await console.runAll(`SELECT 'between ${sample}' AS other`);
    await console.cell(`between ${sample}`).waitFor();
    await console.write(query);
    onScreen.push(await firstRowsOnScreen(console.button('Run')));
    await console.outcome.filter({ hasText: '1,000,000 rows' }).waitFor();
  }
  psql.stdin.end();
  const frames = await scrollThrough(page);
  const grownBytes = (await heapBytes(devTools)) - emptyBytes;
  const mean = frames.reduce((sum, frame) => sum + frame, 0) / frames.length;
  const scrolled = { unit: 'ms', plain: null, samples: frames.length } as const;
  return [
    {
      name: '1,000,000 x 5: first rows on screen after Run, beside the first row of psql',
      unit: 'ms',
      ours: median(onScreen),
      plain: median(inPsql),
      aim: 150,
      isAbsolute: true,
      samples,
    },
    { ...scrolled, name: 'scrolling them end to end in 10 s: mean frame', ours: mean, aim: 20 },
    {
      ...scrolled,
      name: 'scrolling them end to end in 10 s: p99 frame',
      ours: quantile(frames, 0.99),
      aim: 100,
    },
    {
      name: 'growth of the page by them (JS heap after collection)',
      unit: 'MiB',
      ours: grownBytes / 1024 ** 2,
      plain: null,
      aim: 150,
      samples: 1,
    },
  ];
}

/** Milliseconds from the press on Run until the frame that shows the first rows of the query has been drawn. */
function firstRowsOnScreen(run: Locator): Promise<number> {
  return run.evaluate(async (button: HTMLElement) => {
    const nextFrame = () => new Promise(requestAnimationFrame);
    const isThere = () =>
      [...document.querySelectorAll('[role=gridcell]')].some((cell) => /^customer \d/.test(cell.textContent));
    const start = performance.now();
    button.click();
    while (!isThere()) await nextFrame();
    await nextFrame();
    return performance.now() - start;
  });
}

/** How long each frame took on the way from the first row to the last. */
function scrollThrough(page: Page): Promise<number[]> {
  return page.evaluate(async (durationMs) => {
    const grid = document.querySelector('[role=grid]');
    if (grid === null) throw new Error('There is no grid');
    const frames: number[] = [];
    const range = grid.scrollHeight - grid.clientHeight;
    const start = performance.now();
    for (let last = start, share = 0; share < 1; ) {
      await new Promise(requestAnimationFrame);
      const now = performance.now();
      frames.push(now - last);
      last = now;
      share = Math.min(1, (now - start) / durationMs);
      grid.scrollTop = range * share;
    }
    return frames;
  }, scrollMs);
}

async function heapBytes(devTools: CDPSession): Promise<number> {
  await devTools.send('Performance.enable');
  await devTools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devTools.send('Performance.getMetrics');
  return metrics.find((metric) => metric.name === 'JSHeapUsedSize')?.value ?? Number.NaN;
}

/** A psql that is connected already and prints rows as they come. */
function openPsql(name: string): ChildProcessWithoutNullStreams {
  return spawn('docker', [
    ...['exec', '-i', name, 'psql', '-U', 'postgres', '-XqAt', '-v', 'FETCH_COUNT=1000'],
  ]);
}

/** Milliseconds until psql prints the first row; waits for the rest afterwards. */
function firstRowOfPsql({ stdin, stdout }: ChildProcessWithoutNullStreams): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now();
    let firstMs: number | null = null;
    let tail = '';
    const onData = (chunk: Buffer) => {
      firstMs ??= performance.now() - start;
      tail = (tail + chunk.subarray(-endOfRows.length).toString()).slice(-endOfRows.length);
      if (tail !== endOfRows) return;
      stdout.off('data', onData);
      resolve(firstMs);
    };
    stdout.on('data', onData);
    stdin.write(`${query};\n\\echo ${endOfRows}`);
  });
}
