import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, test as base, type Page } from '@playwright/test';
import { removeByPrefix } from '../support/remove-by-prefix.ts';
import { startApp } from '../support/start-app.ts';
import { AppWindow } from './pages/app-window.ts';

const screenshots = resolve(import.meta.dirname, 'screenshots');

interface Fixtures {
  /** Environment of the app's process, e.g. another DOCKER_HOST. */
  appEnv: Record<string, string>;
  dataDir: string;
  app: AppWindow;
  /** Prefix of every container and volume that the test makes; whatever carries it is removed afterwards. */
  prefix: string;
  /** Saves a picture of the window under the test's name. */
  shoot: (name: string) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  appEnv: [{}, { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures destructured
  dataDir: async ({}, use) => {
    const dir = await mkdtemp(join(tmpdir(), 'howdah-e2e-'));
    await use(dir);
    await rm(dir, { recursive: true, force: true });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the fixtures destructured
  prefix: async ({}, use, info) => {
    const prefix = `e2e-${process.pid}-${info.testId.slice(-6)}`;
    await use(prefix);
    await removeByPrefix(prefix);
  },
  app: async ({ appEnv, dataDir, page, prefix }, use, info) => {
    void prefix;
    if (info.project.metadata.host === 'electron') {
      const electron = await _electron.launch({
        args: [resolve('out/main/index.js'), `--data-dir=${dataDir}`],
        env: { ...definedEnv(), ...appEnv },
      });
      await use(new AppWindow(await electron.firstWindow()));
      await electron.close();
      return;
    }
    const running = await startApp(dataDir, appEnv);
    await page.goto(running.url);
    await use(new AppWindow(page));
    await running.stop();
  },
  shoot: async ({ app }, use, info) => {
    const folder = join(screenshots, info.titlePath.slice(0, -1).join('-').replace(/\W+/g, '-'));
    await mkdir(folder, { recursive: true });
    await use(async (name) => {
      await settle(app.page);
      await app.page.screenshot({ path: join(folder, `${name}.png`) });
    });
  },
});

export { expect } from '@playwright/test';

/** Two frames after the fonts and running animations are done: what a person would see. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const ends = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.all(ends.map((animation) => animation.finished.catch(() => undefined)));
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

function definedEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
