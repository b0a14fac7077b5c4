import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { docker } from './docker-cli.ts';
import { waitFor } from './wait-for.ts';

/** Why a {@link PrivateEngine} cannot run here; null: it can. */
export const privateEngineProblem: string | null =
  process.getuid?.() !== 0
    ? 'it needs root'
    : ['dockerd', 'unshare'].some((program) => spawnSync(program, ['--version']).error !== undefined)
      ? 'it needs dockerd and unshare'
      : null;

/**
 * A dockerd of the test's own, without networks, that it may kill. Needs root and dockerd. It lives in namespaces of its
 * own: a dockerd without a bridge removes the machine's `docker0`, and one that is killed leaves its mounts behind.
 */
export class PrivateEngine {
  readonly address: string;
  #process: ChildProcess | null = null;

  constructor(readonly folder: string) {
    this.address = `unix://${join(folder, 'docker.sock')}`;
  }

  /** Starts dockerd and waits until it answers. */
  async start(): Promise<void> {
    await mkdir(join(this.folder, 'data'), { recursive: true });
    const args = [
      '--net',
      '--mount',
      'dockerd',
      `--host=${this.address}`,
      `--data-root=${join(this.folder, 'data')}`,
      `--exec-root=${join(this.folder, 'exec')}`,
      `--pidfile=${join(this.folder, 'docker.pid')}`,
      '--bridge=none',
      '--iptables=false',
      '--storage-driver=vfs',
    ];
    this.#process = spawn('unshare', args, { stdio: 'ignore' });
    const exited = once(this.#process, 'exit').then(([code]) => {
      throw new Error(`dockerd ended with ${code}`);
    });
    exited.catch(() => undefined);
    await Promise.race([waitFor('dockerd', () => this.cli('version').catch(() => null)), exited]);
  }

  cli(...args: string[]): Promise<string> {
    return docker('-H', this.address, ...args);
  }

  /** As if the machine had no mercy. Its containerd dies with it; a dockerd that starts too soon would wait for that. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
    await this.#endContainerd();
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    await this.#endContainerd();
  }

  async #endContainerd(): Promise<void> {
    const pidFile = join(this.folder, 'exec', 'containerd', 'containerd.pid');
    const pid = Number(await readFile(pidFile, 'utf8').catch(() => ''));
    if (pid > 0) await waitFor('containerd to end', () => (signal(pid, 'SIGTERM') ? null : true));
    await rm(pidFile, { force: true });
  }

  async #end(name: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill(name);
    await exited;
  }
}

/** False: there is no such process any more. */
function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}
