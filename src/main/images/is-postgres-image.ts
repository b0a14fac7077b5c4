/** Repositories whose images run a PostgreSQL server, by their last path component. */
const families: readonly RegExp[] = [
  /^postgres(ql)?$/,
  /^postgres(ql)?[-_.]?\d+(\.\d+)*(-\w+)*$/,
  /^postgis$/,
  /^pgvector$/,
  /^pgvecto-?rs$/,
  /^timescaledb(-ha)?(-postgis)?$/,
  /^pg_?auto_?failover$/,
  /^postgres(ql)?-(alpine|ha|repmgr|postgis|ssl|fips|kubernetes|cnpg|partman|pgvector)$/,
  /^(citus|spilo(-\d+)?|pgrouting|paradedb|age|edb-postgres|edb-postgres-advanced|crunchy-postgres(-gis|-ha)?|crunchy-postgres-gis-ha)$/,
  /^(kartoza-)?postgis-\w+$/,
];
/** Programs around Postgres whose names look alike. */
const otherPrograms = /exporter|operator|backup|pgadmin|bouncer|pooler|pgpool|client|proxy|web|meta|upgrade/;

/**
 * Whether an image reference (`supabase/postgres:15.1`, `ghcr.io/x/postgis@sha256:…`) names a known family of Postgres
 * images. A guess by name: an image that is called otherwise shows itself by `PGDATA` in its config.
 */
export function isPostgresImage(reference: string): boolean {
  const name = repositoryOf(reference).split('/').pop()?.toLowerCase() ?? '';
  return !otherPrograms.test(name) && families.some((family) => family.test(name));
}

/** The reference without tag and digest. */
function repositoryOf(reference: string): string {
  const [name = ''] = reference.split('@');
  const colon = name.indexOf(':', name.lastIndexOf('/') + 1);
  return colon === -1 ? name : name.slice(0, colon);
}
