import {
  type ContainerRow,
  dockerStateSchema,
  type PublishedPort,
} from '../../shared/contract/containers.ts';
import type { ContainerSummary } from '../docker/engine-types.ts';
import { labels } from '../docker/labels.ts';
import { isPostgresImage } from '../images/is-postgres-image.ts';
import { originOf } from '../instances/origin-of.ts';

/** What a list call does not tell, as far as it was learned already. */
export interface LearnedFacts {
  autoRemove: boolean;
  /** The image has a `PGDATA`. */
  hasDataDirectory: boolean;
}

/** A row of the list, from the engine's own row and what is known besides. */
export function toContainerRow(summary: ContainerSummary, facts: LearnedFacts): ContainerRow {
  return {
    id: summary.id,
    name: summary.names[0] ?? summary.id.slice(0, 12),
    image: summary.image,
    state: toDockerState(summary.state),
    status: summary.status,
    ports: publishedPorts(summary.ports),
    origin: originOf(summary.labels),
    isPostgres:
      facts.hasDataDirectory || isPostgresImage(summary.image) || summary.labels[labels.managed] === 'true',
    createdAtMs: summary.createdAtMs,
    anonymousVolumes: summary.mounts.map((mount) => mount.name ?? '').filter(isAnonymousVolume),
    autoRemove: facts.autoRemove,
  };
}

/** The engine names a volume that nobody named by 32 random bytes. */
function isAnonymousVolume(name: string): boolean {
  return /^[0-9a-f]{64}$/.test(name);
}

/** Docker's states, and Podman's own ones as the nearest of them. */
function toDockerState(state: string): ContainerRow['state'] {
  const known = dockerStateSchema.safeParse(state);
  if (known.success) return known.data;
  switch (state) {
    case 'configured':
    case 'initialized':
      return 'created';
    case 'stopping':
      return 'running';
    default:
      return 'exited';
  }
}

function publishedPorts(ports: ContainerSummary['ports']): PublishedPort[] {
  const published = ports.flatMap(({ ip, privatePort, publicPort, type }): PublishedPort[] => {
    if (publicPort === null || publicPort === 0) return [];
    const protocol = type === 'udp' || type === 'sctp' ? type : 'tcp';
    return [
      { containerPort: privatePort, protocol, hostIp: ip === '' ? '0.0.0.0' : ip, hostPort: publicPort },
    ];
  });
  return published.sort(
    (one, other) => one.containerPort - other.containerPort || (one.hostIp < other.hostIp ? -1 : 1),
  );
}
