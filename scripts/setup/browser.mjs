import { canInstallPackages, hasCommand, installPackages, systemId } from '../lib/apt.mjs';
import { REPOSITORY_FOLDER } from '../lib/repository-folder.mjs';
import { run } from '../lib/run.mjs';
import { say } from '../lib/say.mjs';

/**
 * The browser of the end-to-end tests: Debian's chromium on Debian, Playwright's own (which
 * comes once `packages`, a promise, are there) elsewhere.
 */
export async function setUpTestBrowser(packages) {
  if (hasCommand('chromium')) return;
  if (canInstallPackages() && systemId() === 'debian') {
    // Without a font every text is empty boxes.
    await installPackages(['chromium', 'fonts-liberation'], 'the browser of the end-to-end tests');
    return;
  }
  await packages;
  say('installing the browser of the end-to-end tests with npx playwright install chromium');
  await run(process.execPath, ['node_modules/playwright/cli.js', 'install', 'chromium'], {
    cwd: REPOSITORY_FOLDER,
  });
}
