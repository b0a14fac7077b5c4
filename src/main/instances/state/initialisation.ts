import type { DockerClient } from '../../docker/docker-client.ts';
import type { ContainerInspect } from '../../docker/engine-types.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import { probeServer } from '../../postgres/probe-server.ts';
import type { ServerAccess } from '../access/server-access.ts';
import { readFirstBytes } from '../container-files/read-first-bytes.ts';
import { readLastLines } from '../container-files/read-last-lines.ts';
import type { EngineHandle } from '../engine-handle.ts';

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
  if (!inspect.State.Running || (await initialisationInLog(docker, inspect)) !== 'under-way') return false;
  const target = await access.targetOfInspected(inspect);
  if (target === null) return false;
  const answer = await probeServer(target, { timeoutMs: probeTimeoutMs });
  return answer === 'starting' || answer === 'unreachable';
}

/** By initdb's words in the log since this start, and those of its end; `none` as well where no log can be read. */
export async function initialisationInLog(
  docker: DockerClient,
  { Id, State }: ContainerInspect,
): Promise<'none' | 'under-way' | 'complete'> {
  const sinceMs = Date.parse(State.StartedAt);
  try {
    if (!begun.test(await readFirstBytes(docker, Id, { sinceMs, bytes: headBytes }))) return 'none';
    const tail = await readLastLines(docker, Id, { tail: tailLines, sinceMs });
    return tail.some((line) => line.includes(completed)) ? 'complete' : 'under-way';
  } catch (error) {
    // Drivers such as `none` and `syslog` keep nothing to read.
    if (error instanceof AppFailure && error.appError.code === 'engine-refused') return 'none';
    throw error;
  }
}
