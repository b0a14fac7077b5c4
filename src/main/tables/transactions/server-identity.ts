import type { SessionQuery } from '../../postgres/console-connection.ts';
import { inSavepoint } from './in-savepoint.ts';

/** The very database that a session writes to: another one behind the same address has another identity. */
export async function serverIdentity(session: SessionQuery): Promise<string> {
  const database = 'SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()';
  const tried = await inSavepoint(session, () =>
    session.query(`SELECT (${database}), system_identifier FROM pg_catalog.pg_control_system()`),
  );
  const { rows } = tried.ok ? tried.value : await session.query(`${database}`);
  return rows[0]?.join('/') ?? '';
}
