import { quoteLiteral } from '../../../../shared/sql/quote-sql.ts';
import type { RawDdl } from './raw-ddl.ts';

const words: Readonly<Record<string, string>> = { v: 'VIEW', m: 'MATERIALIZED VIEW', f: 'FOREIGN TABLE' };

/** Comments on the relation and all that belongs to it. */
export function commentsDdl(raw: RawDdl): string[] {
  const on = (what: string, comment: string | null) =>
    comment === null ? [] : [`COMMENT ON ${what} IS ${quoteLiteral(comment).trimStart()}`];
  const inTable = (what: string, all: readonly { sqlName: string; comment: string | null }[]) =>
    all.flatMap(({ sqlName, comment }) => on(`${what} ${sqlName} ON ${raw.sqlName}`, comment));
  const sequences = [...raw.sequences, ...raw.columns.flatMap(({ sequence }) => sequence ?? [])];
  return [
    ...on(`${words[raw.kind] ?? 'TABLE'} ${raw.sqlName}`, raw.comment),
    ...raw.columns.flatMap(({ sqlName, comment }) => on(`COLUMN ${raw.sqlName}.${sqlName}`, comment)),
    ...sequences.flatMap(({ sqlName, comment }) => on(`SEQUENCE ${sqlName}`, comment)),
    ...inTable(
      'CONSTRAINT',
      raw.constraints.filter(({ isInherited }) => !isInherited),
    ),
    ...raw.indexes
      .filter(({ isInherited }) => !isInherited)
      .flatMap(({ sqlName, comment }) => on(`INDEX ${sqlName}`, comment)),
    ...inTable('TRIGGER', raw.triggers),
    ...inTable('RULE', raw.rules),
    ...inTable('POLICY', raw.policies),
  ];
}
