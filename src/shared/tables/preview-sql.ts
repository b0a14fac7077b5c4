import type { Relation, RelationColumn } from '../contract/relations.ts';
import type { RowChange, StagedValue } from '../contract/row-changes.ts';
import { quoteWhereNeeded } from '../sql/quote-where-needed.ts';
import { previewLiteral } from './preview-literal.ts';
import { previewRowTest } from './preview-row-test.ts';

type ChangeOf<Kind extends RowChange['kind']> = Extract<RowChange, { kind: Kind }>;
type Columns = ReadonlyMap<string, RelationColumn>;

/**
 * What a save of these changes does, one statement for each row, to be read and to be pasted into psql. Rows that were
 * changed since they were read are passed over by these statements, where a save tells of a conflict.
 */
export function previewSql(relation: Relation, changes: readonly RowChange[]): string[] {
  const name = `${quoteWhereNeeded(relation.schema)}.${quoteWhereNeeded(relation.name)}`;
  const columns = new Map(relation.columns.map((column) => [column.name, column]));
  const updates = changes.filter((change) => change.kind === 'update');
  const deletes = changes.filter((change) => change.kind === 'delete');
  const inserts = changes.filter((change) => change.kind === 'insert');
  return [
    'BEGIN;',
    ...updates.flatMap((change) => updateSql(name, relation, columns, change)),
    ...deletes.map((change) => `DELETE FROM ${name}\nWHERE ${previewRowTest(relation, change)};`),
    ...inserts.map((change) => insertSql(name, columns, change)),
    'COMMIT;',
  ];
}

function updateSql(name: string, relation: Relation, columns: Columns, change: ChangeOf<'update'>): string[] {
  const sets = Object.entries(change.values).map(
    ([column, value]) => `${quoteWhereNeeded(column)} = ${valueSql(columns.get(column), value)}`,
  );
  if (sets.length === 0) return [];
  return [`UPDATE ${name}\nSET ${sets.join(', ')}\nWHERE ${previewRowTest(relation, change)};`];
}

function insertSql(name: string, columns: Columns, { values }: ChangeOf<'insert'>): string {
  const given = Object.entries(values).filter(([, value]) => !isDefault(value));
  if (given.length === 0) return `INSERT INTO ${name} DEFAULT VALUES;`;
  const names = given.map(([column]) => quoteWhereNeeded(column));
  const texts = given.map(([column, value]) => valueSql(columns.get(column), value));
  const overrides = given.some(([column]) => columns.get(column)?.identity === 'always');
  const overriding = overrides ? ' OVERRIDING SYSTEM VALUE' : '';
  return `INSERT INTO ${name} (${names.join(', ')})${overriding}\nVALUES (${texts.join(', ')});`;
}

function valueSql(column: RelationColumn | undefined, value: StagedValue): string {
  if (isDefault(value)) return 'DEFAULT';
  return previewLiteral(column, value);
}

function isDefault(value: StagedValue): value is { default: true } {
  return value !== null && typeof value === 'object';
}
