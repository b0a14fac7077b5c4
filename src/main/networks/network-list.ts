import type { DockerClient } from '../docker/docker-client.ts';

const predefined = new Set(['bridge', 'host', 'none', 'podman', 'ingress', 'docker_gwbridge']);

/** User-defined networks that a new instance can join, by name. */
export async function listUserNetworks(
  docker: Pick<DockerClient, 'listNetworks'>,
): Promise<{ name: string; driver: string }[]> {
  const networks = await docker.listNetworks();
  return networks
    .filter(({ Name, Driver }) => !predefined.has(Name) && Driver !== 'host' && Driver !== 'null')
    .map(({ Name, Driver }) => ({ name: Name, driver: Driver }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
