import { commentsDdl } from './comment-ddl.ts';
import type { RawDdl } from './raw-ddl.ts';
import { tableDdl } from './table-ddl.ts';
import { materializedViewDdl, viewDdl } from './view-ddl.ts';

/**
 * Statements that make the relation anew where all that it refers to is there (schema, types, functions, parents).
 * Without rows, owner, privileges and partitions; names that are not the server's own come with their schema.
 */
export function relationDdl(raw: RawDdl): string {
  const statements = [...statementsOf(raw), ...commentsDdl(raw)];
  return `${statements.map((statement) => statement.trimEnd().replace(/;$/, '')).join(';\n\n')};\n`;
}

function statementsOf(raw: RawDdl): string[] {
  switch (raw.kind) {
    case 'v':
      return viewDdl(raw);
    case 'm':
      return materializedViewDdl(raw);
    default:
      return tableDdl(raw);
  }
}
