import { join } from 'node:path';
import { docker } from '../support/docker-cli.ts';
import { openBrowser } from '../support/open-browser.ts';
import { startApp } from '../support/start-app.ts';
import { withTemporaryFolder } from '../support/temporary-folder.ts';
import { testImage } from '../support/test-image.ts';
import { type BenchRow, quantile } from './compare.ts';

const rounds = 20;

/** From the moment that the engine stamps on its event to the changed row on screen, whoever caused it. */
export function benchEvents(): Promise<BenchRow[]> {
  return withTemporaryFolder(async (folder) => {
    const name = `bench-events-${process.pid}`;
    await docker('run', '-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', testImage);
    const app = await startApp(join(folder, 'data'));
    const browser = await openBrowser(join(folder, 'profile'));
    try {
      const page = browser.pages()[0] ?? (await browser.newPage());
      await page.goto(app.url);
      const row = page.getByRole('row').filter({ has: page.getByText(name, { exact: true }) });
      await row.getByText('Running').waitFor();
      const delays: number[] = [];
      for (let round = 0; round < rounds; round += 1) {
        for (const { command, word, action } of [
          { command: 'pause', word: 'Paused', action: 'pause' },
          { command: 'unpause', word: 'Running', action: 'unpause' },
        ]) {
          const seen = row.evaluate(whenItSays, word);
          const since = (Date.now() / 1000).toFixed(3);
          await docker(command, name);
          delays.push((await seen) - (await eventTimeMs(name, action, since)));
        }
      }
      return [
        {
          name: 'engine event to changed row, p95',
          unit: 'ms',
          ours: quantile(delays, 0.95),
          plain: null,
          aim: 300,
          samples: delays.length,
        },
      ];
    } finally {
      await browser.close();
      await app.stop();
      await docker('rm', '-f', '-v', name);
    }
  });
}

/** Runs in the page: the time of the first frame in which the row says `word`. */
function whenItSays(row: Element, word: string): Promise<number> {
  return new Promise((done) => {
    const look = () => {
      if (row.textContent?.includes(word) !== true) return;
      observer.disconnect();
      requestAnimationFrame(() => done(Date.now()));
    };
    const observer = new MutationObserver(look);
    observer.observe(row, { subtree: true, childList: true, characterData: true, attributes: true });
    look();
  });
}

async function eventTimeMs(container: string, action: string, since: string): Promise<number> {
  const until = (Date.now() / 1000 + 0.001).toFixed(3);
  const filters = ['--filter', `container=${container}`, '--filter', `event=${action}`];
  const lines = await docker(
    'events',
    '--since',
    since,
    '--until',
    until,
    ...filters,
    '--format',
    '{{.TimeNano}}',
  );
  return Number(lines.split('\n').at(-1)) / 1e6;
}
