import type { SessionQuery } from '../../postgres/console-connection.ts';
import { inSavepoint } from '../transactions/in-savepoint.ts';

const settingsQuery = `
  SELECT pg_catalog.split_part(setting, '=', 2)
  FROM pg_catalog.pg_db_role_setting s, pg_catalog.unnest(s.setconfig) AS setting
  WHERE setting ILIKE 'datestyle=%'
    AND s.setdatabase IN (0, (SELECT oid FROM pg_catalog.pg_database WHERE datname = pg_catalog.current_database()))
    AND s.setrole IN (0, (SELECT oid FROM pg_catalog.pg_roles WHERE rolname = session_user))
  ORDER BY s.setrole <> 0 DESC, s.setdatabase <> 0 DESC LIMIT 1`;
const filesQuery = `
  SELECT setting FROM pg_catalog.pg_file_settings
  WHERE pg_catalog.lower(name) = 'datestyle' AND applied ORDER BY seqno DESC LIMIT 1`;
/** As the server has it without any setting. */
const builtIn = 'ISO, MDY';

/**
 * Has the transaction read dates like 13/02/2026 as any other client of the database does. Sessions of tables have a
 * style of their own, for what they show. Of the server's files only a superuser hears.
 */
export async function takeOwnDateStyle(session: SessionQuery): Promise<void> {
  const set = (await session.query(settingsQuery)).rows[0]?.[0];
  const style = set ?? (await styleOfFiles(session)) ?? builtIn;
  await session.query("SELECT pg_catalog.set_config('DateStyle', $1, true)", [style]);
}

async function styleOfFiles(session: SessionQuery): Promise<string | null> {
  const tried = await inSavepoint(session, () => session.query(filesQuery));
  return tried.ok ? (tried.value.rows[0]?.[0] ?? null) : null;
}
