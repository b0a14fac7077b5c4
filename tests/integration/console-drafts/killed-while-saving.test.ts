import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type FSWatcher, watch } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConsoleDrafts } from '../../../src/main/console-drafts/console-drafts.ts';
import { createSilentLogger } from '../../../src/main/lib/logger.ts';
import { withTemporaryFolder } from '../../support/temporary-folder.ts';

const root = join(import.meta.dirname, '../../..');
const outDir = join(root, 'node_modules/.cache/howdah-tests', `saving-${process.pid}`);

/** Node does not read TypeScript. */
beforeAll(() =>
  build({
    ...{ root, configFile: false, logLevel: 'error' },
    build: { ssr: join(root, 'tests/support/saving-child.ts'), outDir, target: 'node20', minify: false },
  }),
);
afterAll(() => rm(outDir, { recursive: true, force: true }));

/**
 * Kills a saving process, hard, in the middle of a write: as soon as the folder changes after it said that so many drafts
 * are saved. Answers the last one that it said.
 */
async function saveUntilKilled(dataDir: string, instance: string, saves: number): Promise<number> {
  const child = spawn(process.execPath, [join(outDir, 'saving-child.js'), dataDir, instance], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const closed = once(child, 'close');
  let last = 0;
  let watcher: FSWatcher | null = null;
  for await (const line of createInterface({ input: child.stdout })) {
    last = Number(line);
    if (last >= saves) watcher ??= watch(join(dataDir, 'consoles'), () => child.kill('SIGKILL'));
  }
  const [, signal] = await closed;
  watcher?.close();
  expect(signal).toBe('SIGKILL');
  return last;
}

async function draftsOf(dataDir: string, instance: string) {
  const inUse = { id: 'engine', address: 'unix:///e.sock' };
  const drafts = await ConsoleDrafts.open({
    ...{ dataDir, log: createSilentLogger(), onChange: () => undefined },
    engine: { inUse: () => inUse, info: () => inUse },
  });
  return drafts.list(instance);
}

test('a process that is killed while it saves leaves the last draft it told of, or the one after, whole', () =>
  withTemporaryFolder(async (dataDir) => {
    for (const saves of [1, 2, 5, 10]) {
      const instance = `killed-after-${saves}`;
      const told = await saveUntilKilled(dataDir, instance, saves);
      const [console] = await draftsOf(dataDir, instance);
      const saved = Number.parseInt(console?.text ?? '', 10);
      expect([told, told + 1]).toContain(saved);
      expect(console).toMatchObject({ number: 1, text: `${saved} `.repeat(2_000_000), caret: saved });
    }
    expect((await readdir(join(dataDir, 'consoles'))).filter((file) => /damaged/.test(file))).toEqual([]);
  }));
