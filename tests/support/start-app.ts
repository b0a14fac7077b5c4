import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';

const entry = resolve(import.meta.dirname, '../../out/main/serve.js');

export interface RunningApp {
  /** Address with a token that opens one window. */
  url: string;
  process: ChildProcess;
  /** Ends the app as Ctrl+C does and answers its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built app as `npm start -- --host=browser --no-open --port=0` does and reads the line it prints. */
export async function startApp(dataDir: string, env: Record<string, string> = {}): Promise<RunningApp> {
  const child = spawn(process.execPath, [entry, '--no-open', '--port=0', `--data-dir=${dataDir}`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /Howdah is running at (\S+)/.exec(line)?.[1];
    if (url !== undefined) return { url, process: child, stop: () => stop(child) };
  }
  throw new Error(`The app ended before it printed its address: ${errors}`);
}

async function stop(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill('SIGINT');
  const [code] = await once(child, 'exit');
  return code as number | null;
}
