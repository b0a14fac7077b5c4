import type { DdlIndex, RawDdl } from './raw-ddl.ts';

/** @param withInherited those that the parent's indexes will take for theirs */
export function indexesDdl(raw: RawDdl, withInherited = false): string[] {
  return [
    ...raw.indexes
      .filter(({ isInherited }) => withInherited || !isInherited)
      .flatMap((index) => [
        createIndex(index),
        ...(index.tablespace === null
          ? []
          : [`ALTER INDEX ${index.sqlName} SET TABLESPACE ${index.tablespace}`]),
      ]),
    ...(raw.clusterIndex === null ? [] : [`ALTER TABLE ${raw.sqlName} CLUSTER ON ${raw.clusterIndex}`]),
    ...replicaIdentity(raw),
  ];
}

/** Of a partitioned table the server says ONLY, as its partitions have their own; a valid one is theirs, too. */
function createIndex({ bareName, definition, isValid }: DdlIndex): string {
  return isValid
    ? definition.replace(`INDEX ${bareName} ON ONLY `, () => `INDEX ${bareName} ON `)
    : definition;
}

function replicaIdentity({ sqlName, kind: relation, replicaIdentity: kind, replicaIndex }: RawDdl): string[] {
  if (relation === 'f') return [];
  switch (kind) {
    case 'f':
      return [`ALTER TABLE ONLY ${sqlName} REPLICA IDENTITY FULL`];
    case 'n':
      return [`ALTER TABLE ONLY ${sqlName} REPLICA IDENTITY NOTHING`];
    case 'i':
      return replicaIndex === null
        ? []
        : [`ALTER TABLE ONLY ${sqlName} REPLICA IDENTITY USING INDEX ${replicaIndex}`];
    default:
      return [];
  }
}
