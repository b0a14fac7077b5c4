import type { ContainerConfig, ImageInspect } from '../docker/engine-types.ts';
import { labels } from '../docker/labels.ts';

/** The value of a variable in `Env`, or null. */
export function readEnv(config: Pick<ContainerConfig, 'Env'>, name: string): string | null {
  const entry = config.Env?.find((line) => line.startsWith(`${name}=`));
  return entry === undefined ? null : entry.slice(name.length + 1);
}

/** What an image says about its PostgreSQL. */
export interface PostgresImageConfig {
  /** `PGDATA`. */
  dataDirectory: string;
  /** Where a volume belongs: the longest VOLUME that holds the data directory, else the data directory itself. */
  mountPath: string;
  /** Full version as the image says it (`PG_VERSION`, `PG_MAJOR`, its own label), without Debian's suffix. */
  version: string | null;
  major: number | null;
  builtLocally: boolean;
}

/** What to take when an image of a Postgres family does not tell its `PGDATA`. */
const usualDataDirectory = '/var/lib/postgresql/data';

/** Reads an image's config. `reference` helps where the image does not tell its version (`postgres:16.4`). */
export function readImageConfig(image: Pick<ImageInspect, 'Config'>, reference: string): PostgresImageConfig {
  const config = image.Config;
  const dataDirectory = readEnv(config, 'PGDATA') || usualDataDirectory;
  const version = readVersion(config);
  const majorText = version ?? readEnv(config, 'PG_MAJOR') ?? versionInTag(reference);
  const major = Number.parseInt(majorText ?? '', 10);
  return {
    dataDirectory,
    mountPath: longestPrefix(Object.keys(config.Volumes ?? {}), dataDirectory) ?? dataDirectory,
    version,
    major: Number.isNaN(major) ? null : major,
    builtLocally: config.Labels?.[labels.built] === 'locally',
  };
}

/** `16.4-1.pgdg120+2` -> `16.4`; `18beta1-1.pgdg` -> `18beta1`. */
function readVersion(config: ContainerConfig): string | null {
  const text = readEnv(config, 'PG_VERSION') ?? readEnv(config, 'POSTGRESQL_VERSION') ?? '';
  return /^\d+(?:(?:\.\d+)+|(?:beta|rc|devel)\d*)?/.exec(text)?.[0] ?? null;
}

function versionInTag(reference: string): string | null {
  const tag = /:([^/:@]+)(?:@|$)/.exec(reference)?.[1] ?? '';
  return /(?:^|pg|-)(\d{1,2})(?=$|[.-]|\D)/.exec(tag)?.[1] ?? null;
}

function longestPrefix(paths: string[], path: string): string | null {
  const normal = (one: string): string => one.replace(/\/+$/, '');
  const holding = paths.map(normal).filter((one) => `${normal(path)}/`.startsWith(`${one}/`));
  return holding.sort((one, other) => other.length - one.length)[0] ?? null;
}
