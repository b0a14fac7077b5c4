import { createServer } from 'node:net';
import type { ContainerSummary } from '../../docker/engine-types.ts';

export type HostAddress = '127.0.0.1' | '0.0.0.0';

/** The first port from `from` on that is free; null when there is none up to 65535. */
export async function nextFreePort(
  from: number,
  isTaken: (port: number) => Promise<boolean>,
): Promise<number | null> {
  for (let port = from; port <= 65_535; port += 1) {
    if (!(await isTaken(port))) return port;
  }
  return null;
}

/** The running container that publishes a port in a way that keeps `address` from it. */
export function containerOnPort(
  containers: readonly ContainerSummary[],
  port: number,
  address: HostAddress,
): ContainerSummary | null {
  const everywhere = ['0.0.0.0', '::', ''];
  const conflicts = (ip: string) => address === '0.0.0.0' || ip === address || everywhere.includes(ip);
  return (
    containers.find(({ ports }) =>
      ports.some(({ publicPort, ip, type }) => publicPort === port && type === 'tcp' && conflicts(ip)),
    ) ?? null
  );
}

/**
 * True when something on this machine listens on the port already, found out by listening there for a moment. A port
 * that this process may not open (below 1024) counts as free: the engine may.
 */
export async function isPortBusy(port: number, address: HostAddress): Promise<boolean> {
  // Elsewhere than on Linux a program on every interface does not keep another one from loopback.
  const addresses = process.platform === 'linux' ? [address] : [...new Set([address, '0.0.0.0'])];
  for (const one of addresses) if (await failsToListen(port, one)) return true;
  return false;
}

function failsToListen(port: number, host: string): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'EADDRINUSE'));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(false)));
  });
}
