import type { Relation, RelationName } from '../../../shared/contract/relations.ts';
import { quoteIdentifier } from '../../../shared/sql/quote-sql.ts';
import { customersSample } from '../../../shared/tables/customers-sample.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import { ServerFailure } from '../../postgres/server-failure.ts';
import { takeBack } from '../../postgres/take-back.ts';
import { currentSchemaQuery } from './list-queries.ts';
import { readRelationFacts } from './read-relation-facts.ts';

type Session = Pick<SessionQuery, 'query' | 'serverVersionNumber'>;

const noSchema = '3F000';
/** not_null_violation; invalid_column_reference: no key on the e-mail that holds for all rows. */
const misfits = new Set(['23502', '42P10']);

/**
 * Makes the sample table with its rows, all or nothing, in the first schema of the search path that takes it. Where it
 * is already, rows that are missing are added.
 * @throws AppFailure `name-taken` another `customers` is there, `database-error`; ServerFailure
 */
export async function makeCustomers(session: Session): Promise<RelationName> {
  await session.query('BEGIN READ WRITE');
  try {
    const name = { schema: await schemaFor(session), name: customersSample.name };
    await session.query(`SET LOCAL search_path = ${quoteIdentifier(name.schema)}`);
    // Two at once would not see each other's table, and IF NOT EXISTS would fail.
    await session.query(`SELECT pg_catalog.pg_advisory_xact_lock(pg_catalog.hashtext('howdah customers'))`);
    await session.query(customersSample.create);
    await fill(session, name);
    await session.query('COMMIT');
    await tellStatistics(session);
    return name;
  } catch (error) {
    await takeBack(session, ['ROLLBACK']);
    throw error;
  }
}

async function fill(session: Session, name: RelationName): Promise<void> {
  try {
    const { relation } = await readRelationFacts(session, name, null);
    if (isSample(relation)) {
      await session.query(customersSample.insert);
      return;
    }
  } catch (error) {
    if (!isOfAnother(error)) throw error;
  }
  throw new AppFailure({ code: 'name-taken', kind: 'relation', name: `${name.schema}.${name.name}` });
}

/** A sequence, index or type has the name, or a table in which the sample's rows have no place. */
function isOfAnother(error: unknown): boolean {
  if (error instanceof ServerFailure) return misfits.has(error.serverError.sqlState);
  return error instanceof AppFailure && error.appError.code === 'not-found';
}

/** Or the list would know of no rows for some seconds. */
async function tellStatistics(session: Session): Promise<void> {
  if (session.serverVersionNumber < 150_000) return;
  await session.query('SELECT pg_catalog.pg_stat_force_next_flush()');
}

async function schemaFor(session: Session): Promise<string> {
  const { rows } = await session.query(currentSchemaQuery);
  const schema = rows[0]?.[0];
  if (schema != null) return schema;
  const reason = 'no schema of the search path lets this role create a table';
  throw new AppFailure({ code: 'database-error', sqlState: noSchema, reason });
}

const columns: readonly (readonly [name: string, type: string])[] = [
  ['id', 'integer'],
  ['name', 'character varying(100)'],
  ['email', 'character varying(150)'],
  ['is_active', 'boolean'],
  ['created_at', 'timestamp without time zone'],
];

/** Columns may have been added, as courses do; those of the sample are as it made them. */
function isSample({ kind, columns: found, constraints }: Relation): boolean {
  const types = new Map(found.map(({ name, type }) => [name, type]));
  return (
    kind === 'table' &&
    columns.every(([name, type]) => types.get(name) === type) &&
    constraints.some((one) => one.kind === 'unique' && one.columns.join() === 'email')
  );
}
