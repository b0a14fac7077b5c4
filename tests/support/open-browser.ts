import { existsSync } from 'node:fs';
import { type BrowserContext, chromium } from '@playwright/test';

const systemChromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));
const isRoot = process.getuid?.() === 0;

/** How every test starts Chromium: the system's own where there is one, quiet, without sandbox only as root. */
export const browserOptions = {
  ...(systemChromium === undefined ? {} : { executablePath: systemChromium }),
  args: ['--disable-background-networking', '--disable-component-update', '--disable-sync'],
  chromiumSandbox: !isRoot,
};

/** A headless browser with a profile of its own, for figures outside Playwright's runner. */
export function openBrowser(profileDir: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(profileDir, {
    ...browserOptions,
    viewport: { width: 1280, height: 800 },
  });
}
