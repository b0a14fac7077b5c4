import type { ListedRelation, RelationList } from '../../../shared/contract/relations.ts';
import type { SessionQuery, TextRows } from '../../postgres/console-connection.ts';
import { ServerFailure } from '../../postgres/server-failure.ts';
import { takeBack } from '../../postgres/take-back.ts';
import { currentSchemaQuery, relationsQuery, schemasQuery } from './list-queries.ts';
import { relationKind } from './relation-kind.ts';

const mostRelations = 20_000;
/** A size on the disk waits for who holds the table alone: a console may, for hours. */
const lockTimeoutMs = 200;
const lockNotAvailable = '55P03';

/**
 * All relations of the session's database but the server's own. Sizes are those on the disk, or as the statistics know
 * them where a table is locked.
 * @throws ServerFailure, AppFailure `database-unreachable`
 */
export async function readRelationList(
  session: Pick<SessionQuery, 'query'>,
  limit = mostRelations,
): Promise<RelationList> {
  const schemas = await session.query(schemasQuery);
  const current = await session.query(currentSchemaQuery);
  const { rows } = await readRelations(session, limit);
  return {
    schemas: schemas.rows.map(([name]) => name ?? ''),
    relations: rows.slice(0, limit).map(toListed),
    cut: rows.length > limit,
    currentSchema: current.rows[0]?.[0] ?? null,
  };
}

async function readRelations(session: Pick<SessionQuery, 'query'>, limit: number): Promise<TextRows> {
  await session.query('BEGIN READ ONLY');
  try {
    await session.query(`SET LOCAL lock_timeout = ${lockTimeoutMs}`);
    return await session.query(relationsQuery('disk'), [String(limit)]);
  } catch (error) {
    if (!(error instanceof ServerFailure) || error.serverError.sqlState !== lockNotAvailable) throw error;
  } finally {
    await takeBack(session, ['ROLLBACK']);
  }
  return session.query(relationsQuery('statistics'), [String(limit)]);
}

function toListed(row: readonly (string | null)[]): ListedRelation {
  const [schema, name, kind, parentSchema, parentName, rows, bytes, comment = null] = row;
  return {
    schema: schema ?? '',
    name: name ?? '',
    kind: relationKind(kind ?? ''),
    partitionOf:
      parentSchema == null || parentName == null ? null : { schema: parentSchema, name: parentName },
    estimatedRows: rows == null ? null : Number(rows),
    sizeBytes: bytes == null ? null : Number(bytes),
    comment,
  };
}
