import type {
  ContainerInspect,
  ContainerSummary,
  ImageInspect,
  PortBinding,
} from '../docker/engine-types.ts';

/**
 * What the list call and the image tell of a container, in the shape of an inspect, for the moment until the inspect is
 * there. Unknown are: variables and arguments of its own, memory mounts, `--rm`, times, the ports of a stopped one.
 */
export function provisionalInspect(summary: ContainerSummary, image: ImageInspect | null): ContainerInspect {
  const running = ['running', 'paused', 'restarting'].includes(summary.state);
  return {
    Id: summary.id,
    Name: `/${summary.names[0] ?? summary.id.slice(0, 12)}`,
    Created: new Date(summary.createdAtMs).toISOString(),
    Image: summary.imageId,
    RestartCount: 0,
    State: {
      Status: summary.state,
      Running: running,
      Paused: summary.state === 'paused',
      Restarting: summary.state === 'restarting',
      OOMKilled: false,
      // "Exited (137) 3 minutes ago", "Restarting (1) 5 seconds ago"
      ExitCode: Number(/^\w+ \((\d+)\)/.exec(summary.status)?.[1] ?? 0),
      Error: '',
      StartedAt: new Date(summary.createdAtMs).toISOString(),
      FinishedAt: '0001-01-01T00:00:00Z',
      Health: healthOf(summary.status),
    },
    Config: { ...image?.Config, Image: summary.image, Labels: summary.labels },
    HostConfig: {},
    Mounts: summary.mounts.map(({ type, name, source, destination }) => ({
      Type: type,
      ...(name === null ? {} : { Name: name }),
      Source: source,
      Destination: destination,
    })),
    NetworkSettings: { Ports: portsOf(summary) },
  };
}

/** "Up 2 hours (healthy)", "Up 3 seconds (health: starting)" */
function healthOf(status: string): { Status: string } | null {
  const word = /\((?:health: )?(healthy|unhealthy|starting)\)/.exec(status)?.[1];
  return word === undefined ? null : { Status: word };
}

function portsOf({ ports }: ContainerSummary): Record<string, PortBinding[]> {
  const bindings: Record<string, PortBinding[]> = {};
  for (const { ip, privatePort, publicPort, type } of ports) {
    if (publicPort === null) continue;
    const key = `${privatePort}/${type}`;
    bindings[key] = [...(bindings[key] ?? []), { HostIp: ip, HostPort: String(publicPort) }];
  }
  return bindings;
}
