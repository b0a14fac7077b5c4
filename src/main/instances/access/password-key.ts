import type { InstanceStorage } from '../../../shared/contract/instances.ts';

/**
 * Where a typed password is kept. A password belongs to the data, not to the container: after a reset the fresh volume
 * has the environment's password again, and after its undo the typed one counts as before.
 */
export function passwordKey(engineId: string, containerId: string, storage: InstanceStorage): string {
  const data = storage.source === null ? `container:${containerId}` : `${storage.kind}:${storage.source}`;
  return `postgres-password|${engineId}|${data}`;
}
