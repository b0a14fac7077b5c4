/** A setting of a Postgres image: variables that carry it, in the order the image looks at them. */
export interface ServerVariables {
  user: readonly string[];
  database: readonly string[];
  password: readonly string[];
}

/** Of the official image and those built on it (postgis, pgvector, timescaledb, …). */
const official: ServerVariables = {
  user: ['POSTGRES_USER'],
  database: ['POSTGRES_DB'],
  password: ['POSTGRES_PASSWORD'],
};

/** Of bitnami's and Red Hat's images, which also take the official names (bitnami) or others (Red Hat). */
const postgresql: ServerVariables = {
  user: ['POSTGRESQL_USERNAME', 'POSTGRESQL_USER', 'POSTGRES_USER'],
  database: ['POSTGRESQL_DATABASE', 'POSTGRES_DATABASE', 'POSTGRES_DB'],
  password: ['POSTGRESQL_PASSWORD', 'POSTGRES_PASSWORD', 'POSTGRESQL_ADMIN_PASSWORD'],
};

/** Which family's names a container uses. */
export function serverVariables(env: ReadonlyMap<string, string>): ServerVariables {
  return [...env.keys()].some((name) => name.startsWith('POSTGRESQL_')) ? postgresql : official;
}
