import { askLines, type Describing } from './described-relation.ts';

/** `Partition of:` and `Partition key:`, which psql prints first. */
export async function partitionLines(describing: Describing): Promise<string[]> {
  const { relation, verbose } = describing;
  const of = relation.isPartition ? await askLines(describing, partitionOf) : [];
  const constraint = relation.isPartition && verbose ? await askLines(describing, partitionConstraint) : [];
  const key = relation.kind === 'p' ? await askLines(describing, partitionKey) : [];
  return [
    ...of.map((line) => `Partition of: ${line}`),
    ...constraint.map((line) => `Partition constraint: ${line}`),
    ...key.map((line) => `Partition key: ${line}`),
  ];
}

/** `Inherits:`, `Child tables:`, `Partitions:` */
export async function inheritanceLines(describing: Describing): Promise<string[]> {
  const { relation, verbose } = describing;
  const parents = relation.isPartition ? [] : await askLines(describing, parentsQuery);
  const children = await askLines(describing, childrenQuery);
  const isPartitioned = relation.kind === 'p' || relation.kind === 'I';
  const heading = isPartitioned ? 'Partitions' : 'Child tables';
  const count = isPartitioned ? 'Number of partitions' : 'Number of child tables';
  const showsAll = verbose && children.length > 0;
  return [
    ...listed('Inherits', parents),
    ...(showsAll ? listed(heading, children) : []),
    ...(!verbose && children.length > 0 ? [`${count}: ${children.length} (Use \\d+ to list them.)`] : []),
    ...(isPartitioned && children.length === 0 ? ['Number of partitions: 0'] : []),
  ];
}

/** The first stands behind the heading, the others below it. */
function listed(heading: string, names: readonly string[]): string[] {
  const indent = ' '.repeat(heading.length + 2);
  return names.map((name, index) => {
    const comma = index < names.length - 1 ? ',' : '';
    return `${index === 0 ? `${heading}: ` : indent}${name}${comma}`;
  });
}

const partitionOf = `
  SELECT inhparent::pg_catalog.regclass || ' ' || pg_catalog.pg_get_expr(c.relpartbound, c.oid)
    || CASE WHEN pg_catalog.to_jsonb(i) ->> 'inhdetachpending' = 'true' THEN ' DETACH PENDING' ELSE '' END
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.oid
  WHERE c.oid = $1::oid`;

const partitionConstraint = `
  SELECT coalesce(pg_catalog.pg_get_partition_constraintdef($1::oid), '')
  WHERE pg_catalog.pg_get_partition_constraintdef($1::oid) IS NOT NULL`;

const partitionKey = 'SELECT pg_catalog.pg_get_partkeydef($1::oid)';

const parentsQuery = `
  SELECT inhparent::pg_catalog.regclass::text
  FROM pg_catalog.pg_inherits i
  JOIN pg_catalog.pg_class c ON c.oid = i.inhparent
  WHERE i.inhrelid = $1::oid AND c.relkind NOT IN ('p', 'I')
  ORDER BY i.inhseqno`;

const childrenQuery = `
  SELECT c.oid::pg_catalog.regclass || coalesce(' ' || pg_catalog.pg_get_expr(c.relpartbound, c.oid), '')
    || CASE WHEN c.relkind IN ('p', 'I') THEN ', PARTITIONED' WHEN c.relkind = 'f' THEN ', FOREIGN' ELSE '' END
  FROM pg_catalog.pg_class c
  JOIN pg_catalog.pg_inherits i ON i.inhrelid = c.oid
  WHERE i.inhparent = $1::oid
  ORDER BY pg_catalog.pg_get_expr(c.relpartbound, c.oid) = 'DEFAULT', c.oid::pg_catalog.regclass::text`;
