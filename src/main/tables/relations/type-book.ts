import type { ValueType } from '../../../shared/contract/relations.ts';
import type { RawType } from './raw-relation.ts';
import { valueTypeOf } from './value-type-of.ts';

/** A type behind all its domains, with the modifier that they or the column give it. */
export interface BaseType {
  oid: number;
  modifier: number;
  valueType: ValueType;
  /** Ready for SQL, without modifier. */
  sqlName: string;
  labels: string[] | null;
  /** In bytes; below zero: it varies. */
  length: number;
  /** Of the domains. */
  notNull: boolean;
  expression: string | null;
  checks: string[];
  hasOrder: boolean;
}

/** Looks through domains, arrays and composite types, which `types` holds with all their parts. */
export function createTypeBook(types: readonly RawType[]): (oid: number, modifier: number) => BaseType {
  const byOid = new Map(types.map((type) => [type.oid, type]));

  function sqlName(type: RawType): string {
    const element = byOid.get(type.elementOid);
    return element === undefined ? type.name : `${sqlName(element)}[]`;
  }

  /** No type is a part of itself: the server refuses that. */
  function hasOrder(oid: number): boolean {
    const type = byOid.get(oid);
    if (type === undefined) return false;
    if (type.kind === 'd') return hasOrder(type.baseOid);
    if (type.elementOid !== 0) return hasOrder(type.elementOid);
    if (type.fields !== null) return type.fields.every(hasOrder);
    return type.isOrdered || 'erm'.includes(type.kind);
  }

  return (oid, modifier) => {
    const domains: RawType[] = [];
    let type = byOid.get(oid);
    while (type?.kind === 'd') {
      domains.push(type);
      type = byOid.get(type.baseOid);
    }
    if (type === undefined) throw new Error(`type ${oid} was not read`);
    return {
      oid: type.oid,
      modifier: domains.at(-1)?.modifier ?? modifier,
      valueType: valueTypeOf(type),
      sqlName: sqlName(type),
      labels: type.labels,
      length: type.length,
      notNull: domains.some(({ notNull }) => notNull),
      expression: domains[0]?.expression ?? null,
      checks: domains.flatMap(({ checks }) => checks ?? []),
      hasOrder: hasOrder(type.oid),
    };
  };
}
