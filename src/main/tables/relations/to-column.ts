import type { Relation, RelationColumn } from '../../../shared/contract/relations.ts';
import { typeAlign } from '../../postgres/type-align.ts';
import { columnSize } from './column-size.ts';
import type { RawColumn, RawRelation } from './raw-relation.ts';
import type { BaseType } from './type-book.ts';

/** A column as the contract has it; `can` is what may be done with the relation. */
export function toColumn(
  column: RawColumn,
  base: BaseType,
  { insteadOf }: Pick<RawRelation, 'insteadOf'>,
  can: Relation['can'],
): RelationColumn {
  const isGenerated = column.generated !== '';
  const isByHand = !isGenerated && column.identity !== 'a';
  return {
    name: column.name,
    type: column.type,
    typeOid: base.oid,
    valueType: base.valueType,
    align: typeAlign(base.oid),
    notNull: column.notNull || base.notNull,
    defaultText: isGenerated ? null : (column.expression ?? base.expression),
    identity: column.identity === '' ? null : column.identity === 'a' ? 'always' : 'by-default',
    generated: isGenerated ? column.expression : null,
    ...columnSize(base),
    enumLabels: base.labels,
    canSort: base.hasOrder,
    canInsert: can.insert && isByHand && column.mayInsert && (insteadOf.insert || column.isUpdatable),
    canUpdate: can.update && isByHand && column.mayUpdate && (insteadOf.update || column.isUpdatable),
    comment: column.comment,
  };
}
