import { storageDdl } from './create-table-ddl.ts';
import { indexesDdl } from './index-ddl.ts';
import { optionsDdl } from './options-ddl.ts';
import type { RawDdl } from './raw-ddl.ts';
import { triggersDdl } from './trigger-ddl.ts';

export function viewDdl(raw: RawDdl): string[] {
  const options = raw.options.length === 0 ? '' : ` WITH (${optionsDdl(raw.options)})`;
  return [
    `CREATE VIEW ${raw.sqlName}${options} AS\n${queryOf(raw)}`,
    ...raw.columns
      .filter(({ expression }) => expression !== null)
      .map(
        ({ sqlName, expression }) =>
          `ALTER VIEW ${raw.sqlName} ALTER COLUMN ${sqlName} SET DEFAULT ${expression}`,
      ),
    ...triggersDdl(raw),
  ];
}

export function materializedViewDdl(raw: RawDdl): string[] {
  const head = [`CREATE MATERIALIZED VIEW ${raw.sqlName}`, ...storageDdl(raw)].join('');
  const end = raw.isPopulated ? '' : '\nWITH NO DATA';
  return [`${head} AS\n${queryOf(raw)}${end}`, ...indexesDdl(raw), ...raw.statistics];
}

/** Comes with its semicolon. */
function queryOf({ query }: RawDdl): string {
  return (query ?? '').replace(/;\s*$/, '');
}
