import type { PublishedPort } from '../../../../shared/contract/containers.ts';

const everyInterface: ReadonlySet<string> = new Set(['0.0.0.0', '::', '']);

/** "localhost:5432 → 5432/tcp", each once: the engine lists a port for IPv4 and for IPv6. */
export function portTexts(ports: readonly PublishedPort[]): string[] {
  const texts = ports.map(
    ({ hostIp, hostPort, containerPort, protocol }) =>
      `${hostOf(hostIp)}:${hostPort} → ${containerPort}/${protocol}`,
  );
  return [...new Set(texts)];
}

function hostOf(address: string): string {
  if (everyInterface.has(address)) return '*';
  return address === '::1' || address.startsWith('127.') ? 'localhost' : address;
}
