import type { Relation, RelationName } from '../../../shared/contract/tables.ts';
import { quoteIdentifier } from '../../../shared/sql/quote-sql.ts';
import { customersSample } from '../../../shared/tables/customers-sample.ts';
import { AppFailure } from '../../lib/app-failure.ts';
import type { SessionQuery } from '../../postgres/console-connection.ts';
import { takeBack } from '../../postgres/take-back.ts';
import { currentSchemaQuery } from './list-queries.ts';
import { readRelationFacts } from './read-relation-facts.ts';

type Session = Pick<SessionQuery, 'query' | 'serverVersionNumber'>;

const noSchema = '3F000';

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
    await session.query(customersSample.create);
    const { relation } = await readRelationFacts(session, name, null);
    if (!isSample(relation)) {
      throw new AppFailure({ code: 'name-taken', kind: 'relation', name: `${name.schema}.${name.name}` });
    }
    await session.query(customersSample.insert);
    await session.query('COMMIT');
    await tellStatistics(session);
    return name;
  } catch (error) {
    await takeBack(session, ['ROLLBACK']);
    throw error;
  }
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
