import type { EndpointSettings } from './engine-types.ts';

const shortIdLength = 12;

/**
 * The names that somebody gave a container on one network, without the one that the engine adds by itself: the
 * first 12 characters of the container's id (seen on Docker 20.10 and Podman 4.3).
 */
export function requestedAliases(endpoint: EndpointSettings, containerId: string): string[] {
  const shortId = containerId.slice(0, shortIdLength);
  return (endpoint.Aliases ?? []).filter((alias) => alias !== shortId);
}
