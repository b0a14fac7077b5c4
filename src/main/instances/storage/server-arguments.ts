import type { ContainerConfig } from '../../docker/engine-types.ts';

/** What was given to `postgres` on its command line, as far as Howdah needs it. */
export interface ServerArguments {
  dataDirectory: string | null;
  port: number | null;
}

/**
 * Reads `-D`, `-p` and `-c`/`--` settings from the command of a container, in the spellings the server takes
 * (https://www.postgresql.org/docs/current/app-postgres.html). Of repeated ones the last one counts.
 */
export function serverArguments(config: ContainerConfig): ServerArguments {
  const { Entrypoint: entrypoint, Cmd: cmd } = config;
  const argv = [...(typeof entrypoint === 'string' ? [entrypoint] : (entrypoint ?? [])), ...(cmd ?? [])];
  const found: ServerArguments = { dataDirectory: null, port: null };
  argv.forEach((argument, index) => {
    const next = argv[index + 1] ?? '';
    if (argument === '-D') found.dataDirectory = next || null;
    else if (/^-D./.test(argument)) found.dataDirectory = argument.slice(2);
    else if (argument === '-p') found.port = portOf(next) ?? found.port;
    else if (/^-p\d/.test(argument)) found.port = portOf(argument.slice(2)) ?? found.port;
    else if (argument === '-c') applySetting(found, next);
    else if (/^(-c|--)./.test(argument)) applySetting(found, argument.slice(2));
  });
  return found;
}

function applySetting(found: ServerArguments, setting: string): void {
  const at = setting.indexOf('=');
  const name = setting.slice(0, at).trim().replaceAll('-', '_');
  const value = setting.slice(at + 1).trim();
  if (at === -1) return;
  if (name === 'data_directory') found.dataDirectory = value;
  if (name === 'port') found.port = portOf(value) ?? found.port;
}

function portOf(text: string): number | null {
  const port = Number(text);
  return /^\d+$/.test(text) && port > 0 && port < 65_536 ? port : null;
}
