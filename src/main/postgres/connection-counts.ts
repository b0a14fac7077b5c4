import type { Session } from './open-session.ts';

/**
 * Clients connected now, the asking session excluded, and how many the server takes (`max_connections`).
 * @throws AppFailure `database-unreachable`, `database-error`
 */
export async function connectionCounts(
  session: Session,
): Promise<{ connections: number; maxConnections: number }> {
  const [row] = await session.query<{ connections: number; max: number }>(
    `SELECT count(*)::int AS connections, current_setting('max_connections')::int AS max
     FROM pg_catalog.pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()`,
  );
  return { connections: row?.connections ?? 0, maxConnections: row?.max ?? 0 };
}
