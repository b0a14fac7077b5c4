import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../..');

export interface KillOrder {
  dataDir: string;
  kind: 'create' | 'reset' | 'undo-reset';
  /** Name of the instance, or id of the restore point. */
  subject: string;
  step: number;
  /** `before` the step, or once it `ran` while the journal does not know yet. */
  phase: 'before' | 'ran';
}

export interface KillProgram {
  /** Resolves once the process killed itself; fails when it ended in any other way. */
  run(order: KillOrder): Promise<void>;
  dispose(): Promise<void>;
}

/** Builds the program once (Node does not read TypeScript) beside the packages that it imports. */
export async function buildKillProgram(): Promise<KillProgram> {
  const outDir = join(root, 'node_modules/.cache/howdah-tests', `kill-${process.pid}`);
  await build({
    ...{ root, configFile: false, logLevel: 'error' },
    build: { ssr: join(import.meta.dirname, 'kill-child.ts'), outDir, target: 'node20', minify: false },
  });
  return {
    async run(order) {
      const child = spawn(process.execPath, [join(outDir, 'kill-child.js'), JSON.stringify(order)], {
        stdio: ['ignore', 'inherit', 'inherit'],
      });
      const [code, signal] = await once(child, 'exit');
      if (signal !== 'SIGKILL') throw new Error(`the process ended with ${code ?? signal} instead`);
    },
    dispose: () => rm(outDir, { recursive: true, force: true }),
  };
}
