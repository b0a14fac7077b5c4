import type { RelationName, RelationStructure } from '../../../../shared/contract/relations.ts';
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
  const ask = async (query: string, ...values: string[]) => {
    const { rows } = await session.query(query, values);
    const answer = rows[0]?.[0];
    if (answer != null) return answer;
    throw new AppFailure({ code: 'not-found', kind: 'relation', name: `${name.schema}.${name.name}` });
  };
  await session.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const oid = await ask(relationOidQuery, name.schema, name.name);
    const { indexes, ...parts }: RawStructure = JSON.parse(await ask(structureQuery, oid));
    // So that the DDL means the same wherever it is run.
    await session.query(`SET LOCAL search_path = ''`);
    const raw: RawDdl = JSON.parse(await ask(ddlQuery, oid));
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
