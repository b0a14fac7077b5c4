import type { RelationName } from '../../../shared/contract/relations.ts';
import { quoteIdentifier } from '../../../shared/sql/quote-sql.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import { mayBeWide } from './column-size.ts';
import { relationFactsQuery } from './facts-query.ts';
import type { RawRelation } from './raw-relation.ts';
import { relationConstraints } from './relation-constraints.ts';
import type { RelationFacts } from './relation-facts.ts';
import { relationFingerprint } from './relation-fingerprint.ts';
import { relationKind } from './relation-kind.ts';
import { rowIdentity } from './row-identity.ts';
import { rowRights } from './row-rights.ts';
import { toColumn } from './to-column.ts';
import { createTypeBook } from './type-book.ts';

/**
 * Reads them in one round trip. `picked` stands in where the relation has no key of its own.
 * @throws AppFailure `not-found`, ServerFailure
 */
export async function readRelationFacts(
  session: Pick<SessionQuery, 'query'>,
  name: RelationName,
  picked: readonly string[] | null,
): Promise<RelationFacts> {
  const { rows } = await session.query(relationFactsQuery, [name.schema, name.name]);
  const text = rows[0]?.[0];
  if (text == null) {
    throw new AppFailure({ code: 'not-found', kind: 'relation', name: `${name.schema}.${name.name}` });
  }
  const raw: RawRelation = JSON.parse(text);
  return toFacts(name, raw, picked);
}

function toFacts(name: RelationName, raw: RawRelation, picked: readonly string[] | null): RelationFacts {
  const baseOf = createTypeBook(raw.types);
  const bases = new Map(
    raw.columns.map((column) => [column.name, baseOf(column.typeOid, column.modifier)] as const),
  );
  const neverNull = new Set(raw.columns.filter((one) => one.isNotNullProven).map((one) => one.name));
  const loose = new Set(raw.columns.filter((one) => one.hasLooseCollation).map((one) => one.name));
  const kind = relationKind(raw.kind);
  const identity = rowIdentity(raw, picked);
  const rights = rowRights(raw, kind, identity);
  const columns = raw.columns.map((column) =>
    toColumn(column, baseOf(column.typeOid, column.modifier), raw, rights.can),
  );
  return {
    relation: {
      ...{ schema: name.schema, name: name.name, kind, columns, identity, ...rights },
      hasVersion: raw.isHeap,
      fillsNewRows: raw.fillsNewRows,
      foreignKeys: raw.foreignKeys,
      referencedBy: raw.referencedBy,
      constraints: relationConstraints(raw, baseOf),
      estimatedRows: raw.estimatedRows,
      fingerprint: relationFingerprint(raw.oid, columns, identity),
    },
    oid: raw.oid,
    sqlName: `${quoteIdentifier(name.schema)}.${quoteIdentifier(name.name)}`,
    castTypeOf: (column) => bases.get(column)?.sqlName,
    mayBeNull: (column) => kind === 'foreign-table' || !neverNull.has(column),
    hasLooseCollation: (column) => loose.has(column),
    isWide: (column) => {
      const base = bases.get(column);
      return base !== undefined && mayBeWide(base);
    },
  };
}
