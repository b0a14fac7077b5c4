import type { EngineInfo } from '../../../shared/contract/engine.ts';
import type { FieldIssue } from '../../../shared/field-issue.ts';
import type { ContainerSummary } from '../../docker/engine-types.ts';
import { containerOnPort, type HostAddress, isPortBusy, nextFreePort } from './free-port.ts';
import { portHolder } from './port-holder.ts';

/** What tells whether a port can be published: running containers, and the programs of the engine's machine when it is ours. */
export interface PortSurroundings {
  containers: readonly ContainerSummary[];
  engine: EngineInfo | null;
}

export async function isPortTaken(
  { containers, engine }: PortSurroundings,
  port: number,
  address: HostAddress,
): Promise<boolean> {
  if (containerOnPort(containers, port, address) !== null) return true;
  return engine?.local === true && isPortBusy(port, address);
}

/** Who holds the port, and the next free one; nothing when it is free. */
export async function portIssues(
  around: PortSurroundings,
  port: number,
  address: HostAddress,
): Promise<FieldIssue[]> {
  if (!(await isPortTaken(around, port, address))) return [];
  const container = containerOnPort(around.containers, port, address);
  const nextFree = await nextFreePort(port + 1, (one) => isPortTaken(around, one, address));
  const holder = container?.names[0] ?? container?.id.slice(0, 12) ?? (await portHolder(port)) ?? 'unknown';
  return [
    {
      field: 'hostPort',
      severity: 'error',
      problem: container === null ? 'port-taken-process' : 'port-taken-container',
      values: { port, holder, ...(nextFree === null ? {} : { nextFree }) },
    },
  ];
}
