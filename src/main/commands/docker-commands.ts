import { type ShellWord, shellCommand } from './shell-words.ts';

/** One `--label` for each label. */
function labelWords(labels: Record<string, string>): string[] {
  return Object.entries(labels).flatMap(([name, value]) => ['--label', `${name}=${value}`]);
}

function docker(...words: ShellWord[]): string {
  return shellCommand(['docker', ...words]);
}

/** What a person would type to do what Howdah does: see `DESIGN`, principle 2. All are quoted for a POSIX shell. */
export const dockerCommands = {
  pull: (reference: string) => docker('pull', reference),
  load: (fileName: string) => docker('load', '--input', fileName),
  start: (name: string) => docker('start', name),
  stop: (name: string, timeoutSeconds: number) => docker('stop', '-t', `${timeoutSeconds}`, name),
  restart: (name: string, timeoutSeconds: number) => docker('restart', '-t', `${timeoutSeconds}`, name),
  rename: (name: string, newName: string) => docker('rename', name, newName),
  remove: (name: string) => docker('rm', name),
  createVolume: (name: string, labels: Record<string, string>) =>
    docker('volume', 'create', ...labelWords(labels), name),
  removeVolume: (name: string) => docker('volume', 'rm', name),
  /** Copies one file of the working directory into the container. */
  copyIn: (file: string, name: string, path: string) => docker('cp', `./${file}`, `${name}:${path}`),
  /** Copies a folder from one container into another at the same place. */
  copyAcross: (from: string, to: string, path: string) =>
    `${docker('cp', `${from}:${path}`, '-')} | ${docker('cp', '-', `${to}:${parentOf(path)}`)}`,
  connectNetwork: (network: string, name: string, words: string[]) =>
    docker('network', 'connect', ...words, network, name),
  waitUntilReady: (name: string, user: string, port: number) =>
    `until ${docker('exec', name, 'pg_isready', '-q', '-h', '127.0.0.1', '-p', `${port}`, '-U', user)}; do sleep 1; done`,
  /** The session that a console opens, in a terminal. */
  psql: (name: string, user: string, database: string) =>
    docker('exec', '-it', name, 'psql', '-U', user, '-d', database),
  countRows: (name: string, user: string, database: string) =>
    docker('exec', name, 'psql', '-U', user, '-d', database, '-Atc', countRowsSql),
};

const countRowsSql =
  "select sum((xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I.%I', schemaname, relname), " +
  "false, true, '')))[1]::text::bigint) from pg_stat_user_tables";

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/';
}
