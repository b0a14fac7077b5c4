import type { RelationName, RelationStructure } from '../../../../shared/contract/tables.ts';
import { AppFailure } from '../../../lib/app-failure.ts';
import type { SessionQuery } from '../../../postgres/console-connection.ts';
import { takeBack } from '../../../postgres/take-back.ts';
import { ddlQuery } from '../ddl/ddl-query.ts';
import type { RawDdl } from '../ddl/raw-ddl.ts';
import { relationDdl } from '../ddl/relation-ddl.ts';
import { indexMethod } from './index-method.ts';
import { relationOidQuery, structureQuery } from './structure-query.ts';

type Session = Pick<SessionQuery, 'query'>;
type RawStructure = Omit<RelationStructure, 'ddl' | 'indexes'> & {
  indexes: (RelationStructure['indexes'][number] & { sqlName: string })[];
};

/**
 * What a relation is made of, as it is at one moment.
 * @throws AppFailure `not-found`, ServerFailure
 */
export async function readStructure(session: Session, name: RelationName): Promise<RelationStructure> {
  await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const { rows } = await session.query(relationOidQuery, [name.schema, name.name]);
    const oid = rows[0]?.[0];
    if (oid == null) throw notFound(name);
    const { indexes, ...parts }: RawStructure = await askJson(session, structureQuery, oid, name);
    // So that the DDL means the same wherever it is run.
    await session.query(`SET LOCAL search_path = ''`);
    const raw: RawDdl = await askJson(session, ddlQuery, oid, name);
    return {
      ...parts,
      indexes: indexes.map(({ sqlName, definition, ...index }) => ({
        ...index,
        definition: indexMethod(definition, sqlName),
      })),
      ddl: relationDdl(raw),
    };
  } finally {
    await takeBack(session, ['ROLLBACK']);
  }
}

async function askJson(session: Session, query: string, oid: string, name: RelationName) {
  const { rows } = await session.query(query, [oid]);
  const text = rows[0]?.[0];
  if (text == null) throw notFound(name);
  return JSON.parse(text);
}

function notFound({ schema, name }: RelationName): AppFailure {
  return new AppFailure({ code: 'not-found', kind: 'relation', name: `${schema}.${name}` });
}
