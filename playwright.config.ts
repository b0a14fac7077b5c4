import { existsSync } from 'node:fs';
import { defineConfig, type Project } from '@playwright/test';
import { hasDisplay } from './src/main/platform/has-display.ts';
import { browserOptions } from './tests/support/open-browser.ts';

const withoutElectron = !existsSync('node_modules/electron/path.txt')
  ? 'the Electron binary is not installed'
  : hasDisplay(process.platform, process.env)
    ? null
    : 'there is no display';

const browser: Project = {
  name: 'browser',
  metadata: { host: 'browser' },
  use: {
    browserName: 'chromium',
    launchOptions: browserOptions,
  },
};

const electron: Project = { name: 'electron', metadata: { host: 'electron' } };

if (withoutElectron !== null && process.env.TEST_WORKER_INDEX === undefined) {
  console.log(`Skipped: the Electron project of the specs, since ${withoutElectron}.`);
}

/** Real window, real engine, real Postgres; one worker, since ports and the engine are shared. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  workers: 1,
  retries: 0,
  forbidOnly: process.env.CI !== undefined,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    permissions: ['clipboard-read', 'clipboard-write'],
    trace: 'retain-on-failure',
  },
  projects: withoutElectron === null ? [browser, electron] : [browser],
});
