import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Starts a program that outlives this process: own process group, no terminal, no shell.
 * @param output file descriptor for its output; without one the output is dropped.
 * @returns the child once it runs.
 * @throws Error (`ENOENT`, `EACCES`, …) when it cannot be started.
 */
export async function startDetached(
  file: string,
  args: readonly string[],
  output: number | 'ignore' = 'ignore',
): Promise<ChildProcess> {
  const child = spawn(file, args, { detached: true, shell: false, stdio: ['ignore', output, output] });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  child.on('error', () => undefined);
  child.unref();
  return child;
}
