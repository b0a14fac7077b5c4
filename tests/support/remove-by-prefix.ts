import { docker } from './docker-cli.ts';
import { waitFor } from './wait-for.ts';

/**
 * Removes every container and volume whose name holds `prefix`, and every volume without a name that those containers
 * mount: after a recreation the engine no longer takes it for one of theirs.
 */
export async function removeByPrefix(prefix: string): Promise<void> {
  const containers = linesOf(await docker('ps', '-aq', '--filter', `name=${prefix}`));
  const mounted = await unnamedVolumesOf(containers);
  if (containers.length > 0) await docker('rm', '-f', '-v', ...containers);
  const left = linesOf(await docker('volume', 'ls', '-q'));
  for (const name of left) if (name.includes(prefix) || mounted.includes(name)) await removeVolume(name);
}

/** Names of 64 hexadecimal digits, which the engine gives to volumes that nobody named. */
export async function unnamedVolumesOf(containers: readonly string[]): Promise<string[]> {
  if (containers.length === 0) return [];
  const format = '{{range .Mounts}}{{println .Name}}{{end}}';
  const names = linesOf(await docker('inspect', '--format', format, ...containers));
  return names.filter((name) => /^[0-9a-f]{64}$/.test(name));
}

/** Waits while somebody looks into it: Howdah's own helpers do, of whichever test or window. */
export async function removeVolume(name: string): Promise<void> {
  await waitFor(`volume ${name} to be unused`, async () => {
    try {
      await docker('volume', 'rm', name);
      return true;
    } catch (error) {
      if (String(error).includes('volume is in use')) return null;
      throw error;
    }
  });
}

function linesOf(output: string): string[] {
  return output.split('\n').filter((line) => line !== '');
}
