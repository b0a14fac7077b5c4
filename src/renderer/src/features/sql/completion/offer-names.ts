import type { Completion } from '@codemirror/autocomplete';
import type { Catalog } from '../../../../../shared/contract/catalog.ts';
import { type CatalogOptions, catalogOptions } from './catalog-options.ts';
import { quoteName } from './quote-name.ts';
import { type TableReference, tableReferences } from './table-references.ts';

export interface Written {
  /** The statement that is being written. */
  statement: string;
  /** Names before the one at the caret, each followed by a dot. */
  qualifier: readonly string[];
  /** The word before: FROM, JOIN and others are followed by a table. */
  wordBefore: string;
}

const beforeTable = new Set(['from', 'join', 'update', 'into', 'table', 'truncate', 'only']);

/** What can stand at the caret, from the catalogue of the database. */
export function offerNames(catalog: Catalog, { statement, qualifier, wordBefore }: Written): Completion[] {
  const options = catalogOptions(catalog);
  if (qualifier.length === 0 && beforeTable.has(wordBefore.toLowerCase())) return [...options.sources];
  const references = tableReferences(statement);
  if (qualifier.length > 0) return afterDot(options, references, qualifier);
  const columns = references.flatMap((reference) => columnsOf(options, reference, 3));
  const aliases = references.flatMap(({ alias }): Completion[] =>
    alias === null ? [] : [{ label: quoteName(alias), type: 'variable', boost: 2 }],
  );
  return [...unique([...columns, ...aliases]), ...options.top];
}

function afterDot(
  options: CatalogOptions,
  references: readonly TableReference[],
  qualifier: readonly string[],
): Completion[] {
  const last = qualifier.at(-1) ?? '';
  const schema = qualifier.at(-2) ?? null;
  const meant = references.find(({ alias, table }) => (alias ?? table) === last);
  if (schema === null && meant !== undefined) return columnsOf(options, meant);
  const columns = columnsOf(options, { schema, table: last, alias: null });
  return [...columns, ...(schema === null ? (options.schemas.get(last) ?? []) : [])];
}

function columnsOf(
  { relations, searchPath }: CatalogOptions,
  { schema, table }: TableReference,
  boost = 0,
): Completion[] {
  const near = schema === null ? searchPath : [schema];
  const found = near.map((one) => relations.get(one)?.get(table)).find((one) => one !== undefined);
  return (found?.columns ?? []).map(([name, type], index) => ({
    label: quoteName(name),
    type: 'property',
    detail: type,
    // In the table's own order where nothing else decides.
    boost: boost - index / 2_000,
  }));
}

function unique(options: readonly Completion[]): Completion[] {
  return [...new Map(options.map((option) => [option.label, option])).values()];
}
