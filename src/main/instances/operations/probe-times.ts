import type { HealthConfig } from '../../docker/engine-types.ts';

const secondNs = 1e9;
/** So long a server may take for its recovery before failing probes count. */
const startPeriodNs = 60 * secondNs;
/** A server that does not answer for this long is unhealthy. */
const patienceNs = 15 * secondNs;

/**
 * When a server is probed: every second until it answers, then every five, so that a person soon sees it healthy. Engines
 * before API 1.44 know one interval only: two seconds, since each probe is a process in the container.
 * https://docs.docker.com/reference/api/engine/version-history/#v144-api-changes
 */
export function probeTimes(apiVersion: string | null): Omit<HealthConfig, 'Test'> {
  const hasStartInterval = isAtLeast(apiVersion, 1, 44);
  const intervalNs = (hasStartInterval ? 5 : 2) * secondNs;
  return {
    Interval: intervalNs,
    ...(hasStartInterval && { StartInterval: secondNs }),
    Timeout: 5 * secondNs,
    Retries: Math.ceil(patienceNs / intervalNs),
    StartPeriod: startPeriodNs,
  };
}

function isAtLeast(version: string | null, wantedMajor: number, wantedMinor: number): boolean {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
