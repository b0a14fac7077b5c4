import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';

/**
 * Where a path of a script points on this machine. The app has no working folder of a person's choice, so relative
 * paths begin at the home folder; those of `\ir` at the file that says it.
 */
export function localPath(path: string, includingFile: string | null = null): string {
  const base = includingFile === null ? homedir() : dirname(includingFile);
  return resolve(base, path.replace(/^~(?=$|[/\\])/, homedir()));
}
