import type { DockerClient } from '../../docker/docker-client.ts';
import type { ContainerInspect } from '../../docker/engine-types.ts';
import type { Credentials } from '../../postgres/server-target.ts';
import { readContainerFile } from '../container-files/read-container-file.ts';
import { containerEnvironment } from '../storage/container-environment.ts';
import { serverVariables } from './server-variables.ts';

/**
 * User, database and password of an instance, with the defaulting rules of its image. What the person typed counts
 * first: they did because the environment was wrong (it is read at the first initialisation only).
 * @param typed the stored password, if any
 * @throws AppFailure as reading a file of the container does
 */
export async function readCredentials(
  docker: DockerClient,
  inspect: ContainerInspect,
  typed: string | null,
): Promise<Credentials> {
  const env = containerEnvironment(inspect.Config.Env);
  const variables = serverVariables(env);
  const read = (names: readonly string[]) => readSetting(docker, inspect.Id, env, names);
  const user = (await read(variables.user))?.value || 'postgres';
  const named = (await read(variables.database))?.value;
  const database = named || (variables.database.includes('POSTGRESQL_DATABASE') ? 'postgres' : user);
  if (typed !== null) return { user, database, password: typed, source: 'stored' };
  const password = await read(variables.password);
  if (password !== null && password.value !== '') {
    return { user, database, password: password.value, source: password.fromFile ? 'file' : 'environment' };
  }
  return { user, database, password: null, source: trusts(env) ? 'none' : 'unknown' };
}

function trusts(env: ReadonlyMap<string, string>): boolean {
  return env.get('POSTGRES_HOST_AUTH_METHOD') === 'trust' || env.get('ALLOW_EMPTY_PASSWORD') === 'yes';
}

async function readSetting(
  docker: DockerClient,
  containerId: string,
  env: ReadonlyMap<string, string>,
  names: readonly string[],
): Promise<{ value: string; fromFile: boolean } | null> {
  for (const name of names) {
    const value = env.get(name);
    if (value) return { value, fromFile: false };
    const path = env.get(`${name}_FILE`);
    const text = path ? await readContainerFile(docker, containerId, path) : null;
    // As the image's shell reads it: without trailing newlines.
    if (text !== null) return { value: text.replace(/\n+$/, ''), fromFile: true };
  }
  return null;
}
