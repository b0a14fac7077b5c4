import type { ContainerCreateBody, EndpointSettings } from '../docker/engine-types.ts';

const ownStack = ['', 'default', 'bridge'];

/** `--network` and what belongs to the network that a container is created in. */
export function networkWords(body: ContainerCreateBody): string[] {
  const mode = body.HostConfig?.NetworkMode ?? 'default';
  if (ownStack.includes(mode)) return [];
  // By the network's name, while the mode may be its id.
  const [endpoint] = Object.values(body.NetworkingConfig?.EndpointsConfig ?? {});
  return ['--network', mode, ...(endpoint === undefined ? [] : endpointWords(endpoint, 'run'))];
}

/** Aliases, addresses and links; `docker run` and `docker network connect` spell the first one differently. */
export function endpointWords(endpoint: EndpointSettings, of: 'run' | 'connect'): string[] {
  const aliasFlag = of === 'run' ? '--network-alias' : '--alias';
  const ipam = endpoint.IPAMConfig ?? {};
  const address = (flag: string, value: unknown) => (typeof value === 'string' && value ? [flag, value] : []);
  const linkLocal = Array.isArray(ipam.LinkLocalIPs) ? ipam.LinkLocalIPs.map(String) : [];
  return [
    ...(endpoint.Aliases ?? []).flatMap((alias) => [aliasFlag, alias]),
    ...address('--ip', ipam.IPv4Address),
    ...address('--ip6', ipam.IPv6Address),
    ...linkLocal.flatMap((ip) => ['--link-local-ip', ip]),
    ...(endpoint.Links ?? []).flatMap((link) => ['--link', link]),
  ];
}
