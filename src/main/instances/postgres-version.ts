import type { ContainerInspect, ImageInspect } from '../docker/engine-types.ts';
import { containerEnvironment } from './container-environment.ts';

export interface PostgresVersion {
  /** "16.10"; null where neither environment nor tag tells. */
  version: string | null;
  major: number | null;
  /** "alpine", "bookworm", …; null for the plain tag. */
  variant: string | null;
}

const variants = /\b(alpine|bookworm|bullseye|trixie|buster|noble|jammy)(\d[\d.]*)?\b/;

/** From PG_VERSION / PG_MAJOR (official images), APP_VERSION (bitnami), labels, else the tag. */
export function postgresVersion(inspect: ContainerInspect, image: ImageInspect | null): PostgresVersion {
  const env = containerEnvironment([...(image?.Config.Env ?? []), ...(inspect.Config.Env ?? [])]);
  const tag = /:([^/:@]+)(@|$)/.exec(inspect.Config.Image)?.[1] ?? '';
  // The official image says "16.10-1.pgdg12+1".
  const said = env.get('PG_VERSION') || env.get('APP_VERSION') || '';
  const version = /^\d+(\.\d+)+/.exec(said)?.[0] ?? /^\d+\.\d+/.exec(tag)?.[0] ?? null;
  const major =
    Number(env.get('PG_MAJOR')) || Number(/^\d+/.exec(version ?? '')?.[0] ?? /(?:^|pg)(\d+)/.exec(tag)?.[1]);
  return {
    version,
    major: Number.isInteger(major) && major > 0 ? major : null,
    variant: variants.exec(tag)?.[1] ?? (/-\d+\.pgdg(\d+)/.test(said) ? debianName(said) : null),
  };
}

/** The Debian release that a package version of apt.postgresql.org was built for. */
function debianName(packageVersion: string): string | null {
  const release = /\.pgdg(\d+)/.exec(packageVersion)?.[1];
  const names: Record<string, string> = { '11': 'bullseye', '12': 'bookworm', '13': 'trixie' };
  return release === undefined ? null : (names[release] ?? null);
}
