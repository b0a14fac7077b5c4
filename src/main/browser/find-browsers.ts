import { isAbsolute } from 'node:path';
import { findOnPath, isExecutableFile } from '../platform/find-on-path.ts';
import { browserCandidates } from './browser-candidates.ts';

export interface InstalledBrowser {
  name: string;
  file: string;
}

/** Installed browsers that can show an app window, best first; `chosen` (a path) goes before all. */
export function findBrowsers(
  chosen: string | undefined,
  system: NodeJS.Platform = process.platform,
  env: NodeJS.ProcessEnv = process.env,
): InstalledBrowser[] {
  const found = browserCandidates(system, env).flatMap(({ name, files }) => {
    const file = files.map((candidate) => locate(candidate, env)).find((path) => path !== null);
    return file ? [{ name, file }] : [];
  });
  if (chosen === undefined) return found;
  return [{ name: 'The chosen browser', file: chosen }, ...found.filter(({ file }) => file !== chosen)];
}

function locate(candidate: string, env: NodeJS.ProcessEnv): string | null {
  if (!isAbsolute(candidate) && !candidate.includes(':')) return findOnPath(candidate, env.PATH);
  return isExecutableFile(candidate) ? candidate : null;
}
