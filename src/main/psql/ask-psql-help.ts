import type { DockerClient } from '../docker/docker-client.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Credentials } from '../postgres/server-target.ts';

/**
 * What the psql inside a container says to `\h TOPIC`. It connects over the server's own socket; user, database and
 * password go through its environment.
 * @throws AppFailure `database-unreachable` with psql's words, `not-found`, `engine-unreachable`
 */
export async function askPsqlHelp(
  docker: Pick<DockerClient, 'exec'>,
  container: string,
  { user, database, password }: Credentials,
  topic: string,
  signal: AbortSignal,
): Promise<string> {
  const argv = ['psql', '-X', '-q', '-c', `\\h ${topic}`];
  // As an argument, a database called `a=b` would be a connection string.
  const place = [`PGUSER=${user}`, `PGDATABASE=${database}`, 'PAGER=', 'PSQL_PAGER='];
  const env = password === null ? place : [...place, `PGPASSWORD=${password}`];
  const { exitCode, stdout, stderr } = await docker.exec(container, argv, { env, signal });
  if (exitCode === 0) return stdout.trimEnd();
  throw new AppFailure({ code: 'database-unreachable', reason: stderr.trim() });
}
