import { join } from 'node:path';
import { isExecutableFile } from '../platform/find-on-path.ts';
import type { InstalledBrowser } from './find-browsers.ts';

/**
 * Private profile of a browser, below the data directory. Chromium as a snap may not use hidden folders of the home
 * directory: its profile goes into the snap's own folder.
 */
export function profileDir(
  { name, file }: InstalledBrowser,
  dataDir: string,
  home: string,
  isThere: (file: string) => boolean = isExecutableFile,
): string {
  const isSnap =
    file.startsWith('/snap/') || (file.endsWith('/chromium-browser') && isThere('/snap/bin/chromium'));
  const folder = name.toLowerCase().replaceAll(' ', '-');
  return isSnap ? join(home, 'snap', 'chromium', 'common', 'howdah') : join(dataDir, 'browser', folder);
}
