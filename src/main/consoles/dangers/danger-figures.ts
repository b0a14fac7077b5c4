import type { StatementDanger } from '../../../shared/sql/statement-danger.ts';
import { countRowsOf } from './count-rows-of.ts';
import type { FoundDanger } from './found-danger.ts';
import type { Looks } from './looks.ts';
import { type Figures, notedRows, tableFigures } from './table-figures.ts';

const nothing: Figures = { rows: null, sizeBytes: null };

const schemaSizeQuery = `
  SELECT coalesce(sum(pg_catalog.pg_total_relation_size(oid::pg_catalog.regclass)), 0) FROM pg_catalog.pg_class
  WHERE relnamespace = pg_catalog.to_regnamespace($1)::oid AND relkind IN ('r', 'm', 'S')
  HAVING pg_catalog.to_regnamespace($1) IS NOT NULL`;

const databaseSizeQuery = `
  SELECT pg_catalog.pg_database_size(oid) FROM pg_catalog.pg_database
  WHERE datname = (pg_catalog.parse_ident($1))[1]`;

/**
 * What would go: rows, size. Null where it does not apply, is not there, or cannot be found out in time.
 * @throws AppFailure `cancelled`, `database-unreachable`
 */
export async function dangerFigures(looks: Looks, { danger, text }: FoundDanger): Promise<Figures> {
  switch (danger.kind) {
    case 'update-all':
    case 'delete-all': {
      // `select count(*) from …`
      const query = danger.countQuery.replace('count(*) ', '');
      const counted = await countRowsOf(looks, query);
      const rows = counted ?? (await notedRows(looks, danger.relation));
      return { rows, sizeBytes: null };
    }
    case 'truncate':
      return tableFigures(looks, danger.relation, { only: /\bonly\b/i.test(text) });
    case 'drop':
      return dropFigures(looks, danger);
    case 'alter-drop': {
      if (!danger.object.startsWith('column ')) return nothing;
      const { rows } = await tableFigures(looks, danger.name);
      return { rows, sizeBytes: null };
    }
    case 'explain-analyze':
      return nothing;
  }
}

async function dropFigures(
  looks: Looks,
  { objectKind, name }: Extract<StatementDanger, { kind: 'drop' }>,
): Promise<Figures> {
  switch (objectKind) {
    case 'table':
    case 'foreign table':
    case 'materialized view':
    case 'index':
    case 'sequence':
      return tableFigures(looks, name);
    case 'schema':
      return { rows: null, sizeBytes: await sizeOf(looks, schemaSizeQuery, name) };
    case 'database':
      return { rows: null, sizeBytes: await sizeOf(looks, databaseSizeQuery, name) };
    default:
      return nothing;
  }
}

async function sizeOf(looks: Looks, query: string, name: string): Promise<number | null> {
  const size = (await looks.ask(query, [name]))?.[0]?.[0];
  return typeof size === 'string' ? Number(size) : null;
}
