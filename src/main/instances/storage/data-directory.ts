import { posix } from 'node:path';
import type { ContainerInspect, ImageInspect } from '../../docker/engine-types.ts';
import { containerEnvironment } from './container-environment.ts';
import { serverArguments } from './server-arguments.ts';

const fallback = '/var/lib/postgresql/data';

/**
 * The directory that holds the cluster, as far as the container's set-up tells (DESIGN 6): the server's `-D`, PGDATA of
 * the container, bitnami's directories, PGDATA of the image. Normalised, without a trailing slash.
 */
export function dataDirectory(inspect: ContainerInspect, image: ImageInspect | null): string {
  const env = containerEnvironment(inspect.Config.Env);
  const bitnamiVolume = env.get('POSTGRESQL_VOLUME_DIR');
  const directory =
    serverArguments(inspect.Config).dataDirectory ||
    env.get('PGDATA') ||
    env.get('POSTGRESQL_DATA_DIR') ||
    (bitnamiVolume ? `${bitnamiVolume}/data` : '') ||
    containerEnvironment(image?.Config.Env).get('PGDATA') ||
    fallback;
  return withoutTrailingSlash(posix.resolve('/', directory));
}

/** True when `path` is `directory` or lies in it, by whole segments. */
export function isInside(path: string, directory: string): boolean {
  const parent = withoutTrailingSlash(posix.resolve('/', directory));
  return parent === '/' || path === parent || path.startsWith(`${parent}/`);
}

function withoutTrailingSlash(path: string): string {
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}
