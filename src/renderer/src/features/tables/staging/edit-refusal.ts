import type { Relation, RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { EditedRow } from './edited-rows.ts';

/** A text of `tableEdit.why`. */
export type EditRefusal =
  | NonNullable<Relation['readOnlyReason']>
  | 'noInsert'
  | 'noUpdate'
  | 'noKeyValue'
  | 'deleted'
  | 'generated'
  | 'always'
  | 'column'
  | 'notRead';

/** Why a cell cannot be changed; null: it can. */
export function editRefusal(
  relation: Pick<Relation, 'readOnlyReason' | 'can'>,
  column: RelationColumn | undefined,
  row: EditedRow | undefined,
): EditRefusal | null {
  if (relation.readOnlyReason !== null) return relation.readOnlyReason;
  if (row === undefined || column === undefined) return 'notRead';
  if (row.target === null) return 'noKeyValue';
  if (row.staged?.kind === 'delete') return 'deleted';
  if (column.generated !== null) return 'generated';
  if (column.identity === 'always') return 'always';
  if (row.target.kind === 'new') return column.canInsert ? null : 'column';
  if (!relation.can.update) return 'noUpdate';
  return column.canUpdate ? null : 'column';
}
