import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { linuxPortHolder } from './linux-port-holder.ts';
import { parseLsof, parseNetstat, parseTasklist } from './port-holder-output.ts';

const run = promisify(execFile);
const options = { timeout: 3000, windowsHide: true, maxBuffer: 4 * 1024 * 1024 } as const;

/**
 * Name of the program that listens on a TCP port of this machine; null where the system does not tell (another user's
 * process, no such tool). Never throws.
 */
export async function portHolder(port: number): Promise<string | null> {
  try {
    switch (process.platform) {
      case 'linux':
        return await linuxPortHolder(port);
      case 'darwin':
        return parseLsof(
          (await run('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fc'], options)).stdout,
        );
      case 'win32':
        return await windowsPortHolder(port);
      default:
        return null;
    }
  } catch {
    // The name is a courtesy: that the port is taken is known without it.
    return null;
  }
}

async function windowsPortHolder(port: number): Promise<string | null> {
  const pid = parseNetstat((await run('netstat', ['-ano', '-p', 'TCP'], options)).stdout, port);
  if (pid === null) return null;
  const { stdout } = await run('tasklist', ['/FI', `PID eq ${pid}`, '/FO', 'CSV', '/NH'], options);
  return parseTasklist(stdout);
}
