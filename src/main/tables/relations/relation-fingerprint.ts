import { createHash } from 'node:crypto';
import type { RelationColumn, RowIdentity } from '../../../shared/contract/relations.ts';

/** Another one: rows that were read before may not fit any more. */
export function relationFingerprint(
  oid: number,
  columns: readonly RelationColumn[],
  identity: RowIdentity | null,
): string {
  const shape = columns.map((one) => [
    one.name,
    one.type,
    one.typeOid,
    one.notNull,
    one.generated,
    one.identity,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([oid, shape, identity?.columns ?? null]))
    .digest('base64url');
}
