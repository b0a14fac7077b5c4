import type { VolumeInfo } from '../docker/engine-types.ts';
import { labels } from '../docker/labels.ts';

/**
 * What tells a volume of Howdah's own from a later one of the same name: the operation that made it. Null for others.
 * `CreatedAt` does not serve: until Docker 23 it is the time of the last change in the volume's folder.
 */
export function volumeIdentity(volume: Pick<VolumeInfo, 'Labels'> | null | undefined): string | null {
  return volume?.Labels?.[labels.operation] ?? null;
}
