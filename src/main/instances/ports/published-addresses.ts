import type { PublishedPort } from '../../../shared/contract/containers.ts';
import type { ContainerInspect } from '../../docker/engine-types.ts';
import { serverPort } from './server-port.ts';

/**
 * Where the server's port is published: as the engine did it while the container runs, else as it was asked for
 * (a port the engine shall choose is not known then).
 */
export function publishedAddresses(inspect: ContainerInspect): PublishedPort[] {
  const containerPort = serverPort(inspect);
  const key = `${containerPort}/tcp`;
  const bindings = inspect.State.Running
    ? inspect.NetworkSettings.Ports?.[key]
    : inspect.HostConfig.PortBindings?.[key];
  return (bindings ?? [])
    .map(({ HostIp, HostPort }) => ({
      containerPort,
      protocol: 'tcp' as const,
      hostIp: HostIp || '0.0.0.0',
      hostPort: Number(HostPort),
    }))
    .filter(({ hostPort }) => hostPort > 0);
}

/** The address a client on the engine's machine uses for a published one: every interface means loopback. */
export function loopbackFor(hostIp: string): string {
  if (hostIp === '0.0.0.0' || hostIp === '') return '127.0.0.1';
  return hostIp === '::' ? '::1' : hostIp;
}
