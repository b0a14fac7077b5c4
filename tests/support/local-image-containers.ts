import { type ExecFileException, execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Containers of one test file, driven by the docker command as a person would. */
const runLabel = `dev.howdah.run=${randomUUID()}`;

export interface Output {
  code: number;
  text: string;
}

export function run(command: string, ...args: string[]): Promise<Output> {
  return new Promise((resolve) => {
    execFile(command, args, { timeout: 110_000 }, (error: ExecFileException | null, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), text: `${stdout}${stderr}`.trim() });
    });
  });
}

export async function docker(...args: string[]): Promise<string> {
  const { code, text } = await run('docker', ...args);
  if (code !== 0) throw new Error(`docker ${args.join(' ')}: ${text}`);
  return text;
}

export async function until(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadlineMs = Date.now() + 30_000;
  while (!(await condition())) {
    if (Date.now() > deadlineMs) throw new Error(`still not so: ${what}`);
  }
}

export interface Start {
  options?: string[];
  args?: string[];
  use: string;
  files?: Record<string, { content: string | Uint8Array; mode?: number }>;
}

/** Creates a container, copies files into it and starts it; works on engines that do not see our files, too. */
export async function start({ options = [], args = [], use, files = {} }: Start): Promise<string> {
  const id = await docker('create', '--label', runLabel, ...options, use, ...args);
  const folder = await mkdtemp(join(tmpdir(), 'howdah-test-'));
  for (const [path, { content, mode = 0o644 }] of Object.entries(files)) {
    const file = join(folder, path.replaceAll('/', '_'));
    await writeFile(file, content, { mode });
    await docker('cp', file, `${id}:${path}`);
  }
  await rm(folder, { recursive: true });
  await docker('start', id);
  return id;
}

export async function startReady(what: Start): Promise<string> {
  const id = await start(what);
  await untilReady(id);
  return id;
}

/** Waits for a container that is meant to end; gives its exit code and its log. */
export async function end(id: string): Promise<Output> {
  const code = Number(await docker('wait', id));
  return { code, text: await docker('logs', id) };
}

export const sql = (id: string, query: string, ...options: string[]) =>
  docker('exec', id, 'psql', '-U', 'postgres', '-XAtc', query, ...options);

/** From outside 127.0.0.1, where passwords count. */
export async function connectFromNetwork(id: string, user: string, password: string, database: string) {
  const address = await docker('exec', id, 'hostname', '-i');
  const where = [
    '-h',
    address,
    '-U',
    user,
    '-d',
    database,
    '-XAtc',
    'select current_user, current_database()',
  ];
  return await run('docker', 'exec', '-e', `PGPASSWORD=${password}`, id, 'psql', '-w', ...where);
}

export async function untilReady(id: string): Promise<void> {
  await until(`${id} accepts connections`, async () => {
    if ((await docker('inspect', '-f', '{{.State.Running}}', id)) !== 'true') {
      throw new Error(await docker('logs', id));
    }
    return (
      (await run('docker', 'exec', id, 'pg_isready', '-q', '-h', '127.0.0.1', '-U', 'postgres')).code === 0
    );
  });
}

/** One command in a container of its own, which is gone afterwards. */
export const once = (image: string, ...command: string[]) =>
  docker('run', '--rm', '--label', runLabel, image, ...command);

/** Removes the containers of this run, and no others. */
export async function removeContainers(): Promise<void> {
  const ids = (await docker('ps', '-aq', '--filter', `label=${runLabel}`)).split(/\s+/).filter(Boolean);
  if (ids.length > 0) await docker('rm', '-fv', ...ids);
}
