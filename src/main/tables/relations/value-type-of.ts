import type { ValueType } from '../../../shared/contract/relations.ts';
import type { RawType } from './raw-relation.ts';

/** By oid: src/include/catalog/pg_type.dat, the same in every server. */
const builtIn: ReadonlyMap<number, ValueType> = new Map([
  [16, 'boolean'],
  [17, 'bytea'],
  [20, 'integer'],
  [21, 'integer'],
  [23, 'integer'],
  [26, 'integer'],
  [114, 'json'],
  [700, 'number'],
  [701, 'number'],
  [1082, 'date'],
  [1083, 'time'],
  [1114, 'timestamp'],
  [1184, 'timestamp'],
  [1186, 'interval'],
  [1266, 'time'],
  [1700, 'number'],
  [2950, 'uuid'],
  [3802, 'json'],
]);
const charOid = 18;

/** Of a type that is no domain. */
export function valueTypeOf(type: Pick<RawType, 'oid' | 'kind' | 'category' | 'elementOid'>): ValueType {
  const known = builtIn.get(type.oid);
  if (known !== undefined) return known;
  if (type.kind === 'e') return 'enum';
  if (type.elementOid !== 0) return 'array';
  // Of extensions, too: citext.
  return type.category === 'S' || type.oid === charOid ? 'text' : 'other';
}
