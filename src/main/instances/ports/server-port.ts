import type { ContainerInspect } from '../../docker/engine-types.ts';
import { containerEnvironment } from '../storage/container-environment.ts';
import { serverArguments } from '../storage/server-arguments.ts';

/** The port the server listens on inside its container: its arguments, PGPORT (bitnami: POSTGRESQL_PORT_NUMBER), 5432. */
export function serverPort(inspect: ContainerInspect): number {
  const env = containerEnvironment(inspect.Config.Env);
  const named = Number(env.get('PGPORT') || env.get('POSTGRESQL_PORT_NUMBER'));
  return serverArguments(inspect.Config).port ?? (named > 0 && named < 65_536 ? named : 5432);
}
