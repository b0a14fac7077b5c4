import { columnDdl } from './column-ddl.ts';
import { optionsDdl } from './options-ddl.ts';
import type { DdlColumn, RawDdl } from './raw-ddl.ts';
import { serialType } from './sequence-ddl.ts';
import type { TableForm } from './table-form.ts';

/** Columns that CREATE TABLE spells out. */
export function spelledColumns({ columns, isPartition }: RawDdl, form: TableForm): DdlColumn[] {
  if (form === 'own' || form === 'added') return columns;
  return form === 'typed' || isPartition ? [] : columns.filter(({ isLocal }) => isLocal);
}

/** CREATE TABLE or CREATE FOREIGN TABLE. */
export function createTableDdl(raw: RawDdl, form: TableForm): string {
  const body = [
    ...spelledColumns(raw, form).map((column) => columnDdl(column, contextOf(raw, column))),
    ...raw.constraints
      .filter(
        ({ kind, isValid, isInherited }) =>
          'puxc'.includes(kind) && isValid && (form === 'added' || !isInherited),
      )
      .map(({ sqlName, definition }) => `CONSTRAINT ${sqlName} ${definition}`),
  ];
  const isPart = form === 'of-parents' && raw.isPartition;
  return [
    `CREATE ${raw.isUnlogged ? 'UNLOGGED ' : ''}${raw.kind === 'f' ? 'FOREIGN ' : ''}TABLE ${raw.sqlName}`,
    ...(form === 'typed' ? [` OF ${raw.ofType}`] : []),
    ...(isPart ? [` PARTITION OF ${raw.parents[0]?.sqlName}`] : []),
    ...(body.length > 0 ? [` (\n    ${body.join(',\n    ')}\n)`] : isPart || form === 'typed' ? [] : [' ()']),
    ...(isPart ? [`\n${raw.bounds}`] : []),
    ...(form === 'of-parents' && !isPart
      ? [`\nINHERITS (${raw.parents.map(({ sqlName }) => sqlName).join(', ')})`]
      : []),
    ...(raw.partitionKey === null ? [] : [`\nPARTITION BY ${raw.partitionKey}`]),
    ...storageDdl(raw),
    ...(raw.server === null ? [] : [`\nSERVER ${raw.server}`]),
    ...(raw.foreignOptions === null ? [] : [`\nOPTIONS (${raw.foreignOptions})`]),
  ].join('');
}

/** The clauses that tables and materialized views end with. */
export function storageDdl({ accessMethod, options, tablespace }: RawDdl): string[] {
  return [
    ...(accessMethod === null ? [] : [`\nUSING ${accessMethod}`]),
    ...(options.length === 0 ? [] : [`\nWITH (${optionsDdl(options)})`]),
    ...(tablespace === null ? [] : [`\nTABLESPACE ${tablespace}`]),
  ];
}

function contextOf({ sequences, isPartition }: RawDdl, column: DdlColumn) {
  const sequence = sequences.find((one) => one.column === column.name);
  return { serialType: sequence === undefined ? null : serialType(column, sequence), isPartition };
}
