import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { vi } from 'vitest';
import type { SampleBuild } from './build-sample.ts';

export interface RunningSample {
  child: ChildProcess;
  /** Everything printed so far. */
  output(): string;
  /** Waits until the output matches, and returns the match. */
  printed(pattern: RegExp, timeoutMs?: number): Promise<RegExpExecArray>;
  /** Exit code, null after a signal. */
  exited: Promise<number | null>;
}

/** Starts the sample app as a process of its own. */
export function runSample(
  sample: SampleBuild,
  args: string[],
  env: Record<string, string> = {},
): RunningSample {
  const child = spawn(process.execPath, [sample.main, sample.renderer, ...args], {
    env: { PATH: process.env.PATH, HOME: sample.root, ...env },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (text += String(data)));
  return {
    child,
    output: () => text,
    exited: once(child, 'close').then(([code]) => code),
    printed: (pattern, timeoutMs = 30_000) =>
      vi.waitFor(() => {
        const match = pattern.exec(text);
        if (match === null) throw new Error(`${pattern} was not printed, but:\n${text}`);
        return match;
      }, timeoutMs),
  };
}
