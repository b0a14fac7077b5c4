import { identityDdl } from './identity-ddl.ts';
import { optionsDdl } from './options-ddl.ts';
import type { DdlColumn, RawDdl } from './raw-ddl.ts';
import { inheritedColumn } from './table-form.ts';

/** What CREATE TABLE did not say of the columns. */
export function columnChanges(raw: RawDdl, spelled: ReadonlySet<string>): string[] {
  return raw.columns.flatMap((column) => {
    const changes = [
      ...(spelled.has(column.name) ? [] : valueChanges(raw, column)),
      ...storageChanges(column),
    ];
    return changes.map(
      (change) => `ALTER TABLE ONLY ${raw.sqlName} ALTER COLUMN ${column.sqlName} ${change}`,
    );
  });
}

function valueChanges({ parents, isPartition }: RawDdl, column: DdlColumn): string[] {
  const { expression, notNull, generated, identity } = column;
  const inherited = inheritedColumn(parents, column.name);
  const isSame = generated !== '' || expression === inherited.expression;
  return [
    ...(isSame ? [] : [expression === null ? 'DROP DEFAULT' : `SET DEFAULT ${expression}`]),
    ...(notNull && !inherited.notNull ? ['SET NOT NULL'] : []),
    // Partitions have that of their table, other heirs have none.
    ...(identity === '' || isPartition ? [] : [`ADD ${identityDdl(column)}`]),
  ];
}

function storageChanges({ storage, statistics, options }: DdlColumn): string[] {
  return [
    ...(storage === null ? [] : [`SET STORAGE ${storage}`]),
    ...(statistics === null ? [] : [`SET STATISTICS ${statistics}`]),
    ...(options === null ? [] : [`SET (${optionsDdl(options)})`]),
  ];
}
