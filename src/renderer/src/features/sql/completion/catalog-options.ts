import type { Completion } from '@codemirror/autocomplete';
import type { Catalog } from '../../../../../shared/contract/catalog.ts';
import { groupBy } from './group-by.ts';
import { quoteName } from './quote-name.ts';

type Relation = Catalog['relations'][number];
type NamedFunction = Catalog['functions'][number];

/** What can be offered, by where it belongs; made once for each catalogue. */
export interface CatalogOptions {
  /** Everything that can be named without a schema. */
  top: readonly Completion[];
  /** As `top`, without functions: what may stand after FROM. */
  sources: readonly Completion[];
  schemas: ReadonlyMap<string, readonly Completion[]>;
  searchPath: readonly string[];
  /** Relations by schema and name. */
  relations: ReadonlyMap<string, ReadonlyMap<string, Relation>>;
}

const made = new WeakMap<Catalog, CatalogOptions>();

export function catalogOptions(catalog: Catalog): CatalogOptions {
  const known = made.get(catalog);
  if (known !== undefined) return known;
  const options = makeOptions(catalog);
  made.set(catalog, options);
  return options;
}

function makeOptions({ searchPath, schemas, relations, functions }: Catalog): CatalogOptions {
  const near = new Set(searchPath);
  const bySchema = new Map<string, Completion[]>();
  const tables = new Map<string, Map<string, Relation>>();
  const sources: Completion[] = [];
  for (const [schema, inside] of groupBy(relations, ({ schema }) => schema)) {
    tables.set(schema, new Map(inside.map((relation) => [relation.name, relation])));
    const options = inside.map(relationOption);
    bySchema.set(schema, options);
    if (near.has(schema)) sources.push(...options);
  }
  for (const name of schemas) sources.push({ label: quoteName(name), type: 'namespace', boost: -2 });
  const calls: Completion[] = [];
  for (const inSchema of groupBy(functions, ({ schema, name }) => `${schema}.${name}`).values()) {
    const option = functionOption(inSchema);
    const schema = inSchema[0]?.schema ?? '';
    const inside = bySchema.get(schema);
    if (inside === undefined) bySchema.set(schema, [option]);
    else inside.push(option);
    if (near.has(schema) || schema === 'pg_catalog') calls.push(option);
  }
  return { top: [...sources, ...calls], sources, schemas: bySchema, searchPath, relations: tables };
}

function relationOption({ name, kind, schema }: Relation): Completion {
  return {
    label: quoteName(name),
    type: kind === 'sequence' ? 'constant' : 'class',
    detail: schema,
    boost: 1,
  };
}

/** All functions of one name together. */
function functionOption(overloads: readonly NamedFunction[]): Completion {
  const [first] = overloads;
  const more = overloads.length > 1 ? ` +${overloads.length - 1}` : '';
  const takes = overloads.some((one) => one.arguments !== '');
  const name = quoteName(first?.name ?? '');
  return {
    label: name,
    type: 'function',
    detail: `(${cut(first?.arguments ?? '')}) → ${first?.returns ?? ''}${more}`,
    boost: -1,
    apply: (view, _, from, to) =>
      view.dispatch({
        changes: { from, to, insert: `${name}()` },
        selection: { anchor: from + name.length + (takes ? 1 : 2) },
        userEvent: 'input.complete',
      }),
  };
}

const mostShown = 48;
const cut = (text: string) => (text.length > mostShown ? `${text.slice(0, mostShown)}…` : text);
