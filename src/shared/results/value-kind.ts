/** What a value is to a format that tells numbers from texts. */
export type ValueKind = 'number' | 'boolean' | 'json' | 'text';

// src/include/catalog/pg_type.dat: the same in every server.
const kinds: ReadonlyMap<number, ValueKind> = new Map([
  [16, 'boolean'],
  [20, 'number'],
  [21, 'number'],
  [23, 'number'],
  [26, 'number'],
  [700, 'number'],
  [701, 'number'],
  [1700, 'number'],
  [114, 'json'],
  [3802, 'json'],
]);

/** By the type's oid; a domain's values come under the type it is made of. Arrays and all other types are texts. */
export function valueKind(typeOid: number): ValueKind {
  return kinds.get(typeOid) ?? 'text';
}
