import type { Settings } from '../../shared/contract/settings.ts';
import type { ProvenRestorePoint } from './list-restore-points.ts';
import { mayGo } from './plan-empty.ts';

const dayMs = 24 * 3_600_000;

/**
 * Ids of the restore points whose time is over, and of the oldest ones beyond the size limit. Pure. Those that may not
 * be deleted are left out, though they count for the size.
 */
export function expiredRestorePoints(
  points: readonly ProvenRestorePoint[],
  sizes: Record<string, number>,
  { restorePointDays, restorePointMaxBytes }: Settings,
  nowMs: number,
): string[] {
  const oldestFirst = points.toSorted((a, b) => a.record.createdAtMs - b.record.createdAtMs);
  const sizeOf = ({ record, proof }: ProvenRestorePoint) => (proof.exists ? (sizes[record.volume] ?? 0) : 0);
  let totalBytes = oldestFirst.reduce((sum, point) => sum + sizeOf(point), 0);
  const expired: string[] = [];
  for (const point of oldestFirst) {
    const isOver = point.record.createdAtMs + restorePointDays * dayMs <= nowMs;
    if ((!isOver && totalBytes <= restorePointMaxBytes) || !mayGo(point)) continue;
    expired.push(point.record.id);
    totalBytes -= sizeOf(point);
  }
  return expired;
}
