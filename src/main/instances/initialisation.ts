import type { DockerClient } from '../docker/docker-client.ts';
import type { ContainerInspect } from '../docker/engine-types.ts';
import { AppFailure } from '../lib/app-failure.ts';
import { probeServer } from '../postgres/probe-server.ts';
import type { EngineHandle } from './engine-handle.ts';
import { readFirstBytes } from './read-first-bytes.ts';
import { readLastLines } from './read-last-lines.ts';
import type { ServerAccess } from './server-access.ts';

/** initdb's first line, and what bitnami's image says instead of it. */
const begun =
  /^The files belonging to this database system will be owned by|Initializing PostgreSQL database/m;
const completed = 'PostgreSQL init process complete';
/** initdb speaks before any script of the person can. */
const headBytes = 16 * 1024;
const tailLines = 100;
const probeTimeoutMs = 1000;

/**
 * True while the cluster of this running container is being made: a stop now would leave it half-made.
 * @throws AppFailure `not-found`, `engine-unreachable`
 */
export async function isInitialising(
  { engine, access }: { engine: EngineHandle; access: ServerAccess },
  idOrName: string,
): Promise<boolean> {
  const docker = engine.client();
  const inspect = await docker.inspectContainer(idOrName);
  if (!inspect.State.Running || !(await logShowsInitialisation(docker, inspect))) return false;
  const target = await access.targetOfInspected(inspect);
  if (target === null) return false;
  const answer = await probeServer(target, { timeoutMs: probeTimeoutMs });
  return answer === 'starting' || answer === 'unreachable';
}

/** The log since this start has initdb's words and not yet those of its end; false where the log cannot be read. */
export async function logShowsInitialisation(
  docker: DockerClient,
  { Id, State }: ContainerInspect,
): Promise<boolean> {
  const sinceMs = Date.parse(State.StartedAt);
  try {
    if (!begun.test(await readFirstBytes(docker, Id, { sinceMs, bytes: headBytes }))) return false;
    const tail = await readLastLines(docker, Id, { tail: tailLines, sinceMs });
    return !tail.some((line) => line.includes(completed));
  } catch (error) {
    // Drivers such as `none` and `syslog` keep nothing to read.
    if (error instanceof AppFailure && error.appError.code === 'engine-refused') return false;
    throw error;
  }
}
