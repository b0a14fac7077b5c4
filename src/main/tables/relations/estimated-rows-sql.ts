/**
 * Rows of one relation by the statistics, null where there are none. `pg_class` has what the last VACUUM or ANALYZE
 * saw; the counters go with every commit, but begin at zero after a crash. A session that fills a table and analyzes it
 * at once has its rows counted twice: there are never more than were seen or, without those deleted, ever inserted.
 * @param c the alias of its row in `pg_class`
 * @param ifUnknown what a table is taken for that neither knows of
 */
export function estimatedRowsSql(c: string, ifUnknown = 'NULL::bigint'): string {
  const stat = (name: string) => `pg_catalog.pg_stat_get_${name}(${c}.oid)`;
  const isCounted = ['autoanalyze', 'analyze', 'autovacuum', 'vacuum'].map((name) =>
    stat(`last_${name}_time`),
  );
  const mostLive = `LEAST(${stat('live_tuples')},
    GREATEST(${c}.reltuples::bigint, ${stat('tuples_inserted')} - ${stat('tuples_deleted')}))`;
  return `CASE
    WHEN ${c}.relkind NOT IN ('r', 'm') THEN
      CASE WHEN ${c}.relkind = 'f' AND ${c}.reltuples >= 0 THEN ${c}.reltuples::bigint END
    WHEN ${c}.reltuples < 0 THEN COALESCE(NULLIF(${stat('live_tuples')}, 0), ${ifUnknown})
    WHEN COALESCE(${isCounted.join(', ')}) IS NULL THEN GREATEST(${stat('live_tuples')}, ${c}.reltuples::bigint)
    ELSE ${mostLive} END`;
}

/** {@link estimatedRowsSql}'s `ifUnknown` where a lock may be waited for: a table without a block has no row. */
export function zeroIfEmptySql(c: string): string {
  return `CASE WHEN pg_catalog.pg_relation_size(${c}.oid) = 0 THEN 0 END`;
}
