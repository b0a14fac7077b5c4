import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { docker } from '../support/docker-cli.ts';
import { openBrowser } from '../support/open-browser.ts';
import { startApp } from '../support/start-app.ts';
import { withTemporaryFolder } from '../support/temporary-folder.ts';
import { testImage } from '../support/test-image.ts';
import { type BenchRow, compare, timed } from './compare.ts';

const blankPage = '<!doctype html><title>blank</title><h1>blank</h1>';

/**
 * From nothing to a list that can be clicked, against a blank page of a server that runs already, both in a fresh
 * start of the same browser with a warm profile.
 */
export function benchLaunch(): Promise<BenchRow[]> {
  return withTemporaryFolder(async (folder) => {
    const name = `bench-launch-${process.pid}`;
    await docker('run', '-d', '--name', name, '-e', 'POSTGRES_PASSWORD=x', testImage);
    try {
      const ours = () => timeOurs(join(folder, 'ours'), join(folder, 'data'), name);
      const plain = () => timeBlank(join(folder, 'plain'));
      await ours();
      await plain();
      return [await compare('launch to interactive list, warm', 1.5, 7, { ours, plain })];
    } finally {
      await docker('rm', '-f', '-v', name);
    }
  });
}

async function timeOurs(profile: string, dataDir: string, instance: string): Promise<number> {
  let close = async () => {};
  const ms = await timed(async () => {
    const [app, browser] = await Promise.all([startApp(dataDir), openBrowser(profile)]);
    close = async () => {
      await browser.close();
      await app.stop();
    };
    const page = browser.pages()[0] ?? (await browser.newPage());
    await page.goto(app.url, { waitUntil: 'commit' });
    await page.getByRole('link', { name: instance, exact: true }).click({ trial: true });
  });
  await close();
  return ms;
}

async function timeBlank(profile: string): Promise<number> {
  const server = createServer((_, response) =>
    response.setHeader('content-type', 'text/html').end(blankPage),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  let close = async () => {};
  const ms = await timed(async () => {
    const browser = await openBrowser(profile);
    close = () => browser.close();
    const page = browser.pages()[0] ?? (await browser.newPage());
    await page.goto(`http://127.0.0.1:${port}/`, { waitUntil: 'commit' });
    await page.getByRole('heading', { name: 'blank' }).click({ trial: true });
  });
  await close();
  server.close();
  return ms;
}
