import { Socket } from 'node:net';
import type { EngineInfo } from '../../../shared/contract/engine.ts';
import type { DockerClient } from '../../docker/docker-client.ts';
import type { ContainerInspect } from '../../docker/engine-types.ts';
import type { Route } from '../../postgres/server-target.ts';
import { loopbackFor, publishedAddresses } from '../ports/published-addresses.ts';
import { serverPort } from '../ports/server-port.ts';
import { openTunnel } from './open-tunnel.ts';

/** On the engine's own bridge an answer takes well under a millisecond. */
const reachTimeoutMs = 250;

/**
 * How this process reaches the server of a running container (DESIGN 6): its published port when the engine is local,
 * else the container's address where the host reaches it, else a tunnel. Null: the container does not run.
 */
export async function findRoute(
  docker: DockerClient,
  engine: EngineInfo | null,
  inspect: ContainerInspect,
): Promise<Route | null> {
  if (!inspect.State.Running || inspect.State.Paused) return null;
  const local = engine?.local === true;
  const published = publishedAddresses(inspect);
  // IPv4 first: engines that publish on both name the same port twice, and `::1` may be switched off.
  const best = published.find(({ hostIp }) => !hostIp.includes(':')) ?? published[0];
  if (local && best !== undefined) {
    return { kind: 'published-port', host: loopbackFor(best.hostIp), port: best.hostPort };
  }
  const port = serverPort(inspect);
  if (engine !== null && reachesContainers(engine)) {
    for (const host of containerAddresses(inspect)) {
      if (await answers(host, port)) return { kind: 'container-address', host, port };
    }
  }
  return { kind: 'tunnel', open: () => openTunnel(docker, inspect.Id, port) };
}

/**
 * True for a rootful engine on this Linux: its bridges are interfaces of this host. Rootless engines and virtual
 * machines keep theirs to themselves, and their addresses may be those of another engine's containers.
 */
function reachesContainers(engine: EngineInfo): boolean {
  const rootless = /^unix:\/\/(\/run\/user\/|\/home\/)/.test(engine.address);
  const virtualMachine = /desktop|rancher|colima|lima/i.test(`${engine.operatingSystem} ${engine.address}`);
  return process.platform === 'linux' && engine.local && !rootless && !virtualMachine;
}

function containerAddresses(inspect: ContainerInspect): string[] {
  if (inspect.HostConfig.NetworkMode === 'host') return ['127.0.0.1'];
  return Object.values(inspect.NetworkSettings.Networks ?? {})
    .map(({ IPAddress }) => IPAddress ?? '')
    .filter((address) => address !== '');
}

/** A refusal is an answer too: the host is there, its server not yet. */
function answers(host: string, port: number): Promise<boolean> {
  const socket = new Socket();
  return new Promise<boolean>((resolve) => {
    socket.setTimeout(reachTimeoutMs, () => resolve(false));
    socket.once('connect', () => resolve(true));
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED'));
    socket.connect(port, host);
  }).finally(() => socket.destroy());
}
