import type { DockerClient } from '../docker/docker-client.ts';
import { AppFailure } from '../lib/app-failure.ts';
import type { Credentials } from '../postgres/server-target.ts';

/**
 * What the psql inside a container says to `\h TOPIC`. It connects over the server's own socket; the password goes
 * through its environment.
 * @throws AppFailure `database-unreachable` with psql's words, `not-found`, `engine-unreachable`
 */
export async function askPsqlHelp(
  docker: Pick<DockerClient, 'exec'>,
  container: string,
  { user, database, password }: Credentials,
  topic: string,
  signal: AbortSignal,
): Promise<string> {
  const argv = ['psql', '-X', '-q', '-U', user, '-d', database, '-c', `\\h ${topic}`];
  const env = [...(password === null ? [] : [`PGPASSWORD=${password}`]), 'PAGER=', 'PSQL_PAGER='];
  const { exitCode, stdout, stderr } = await docker.exec(container, argv, { env, signal });
  if (exitCode === 0) return stdout.trimEnd();
  throw new AppFailure({ code: 'database-unreachable', reason: stderr.trim() });
}
