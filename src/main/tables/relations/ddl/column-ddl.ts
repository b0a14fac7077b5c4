import { identityDdl } from './identity-ddl.ts';
import type { DdlColumn } from './raw-ddl.ts';

interface ColumnContext {
  /** `serial` and the like: type, default and NOT NULL in one. */
  serialType: string | null;
  isPartition: boolean;
}

/** A column as CREATE TABLE takes it. */
export function columnDdl(column: DdlColumn, { serialType, isPartition }: ColumnContext): string {
  return [
    column.sqlName,
    serialType ?? column.type,
    ...(column.compression === null ? [] : [`COMPRESSION ${column.compression}`]),
    ...(column.foreignOptions === null ? [] : [`OPTIONS (${column.foreignOptions})`]),
    ...(column.collation === null ? [] : [`COLLATE ${column.collation}`]),
    // A partition takes its identity from the table that it is attached to.
    ...(isPartition || column.identity === '' ? [] : [identityDdl(column)]),
    ...(serialType === null ? valueDdl(column) : []),
    ...(serialType === null || column.notNullConstraint?.isOwnName === true ? notNullDdl(column) : []),
  ].join(' ');
}

function valueDdl({ expression, generated }: DdlColumn): string[] {
  if (expression === null) return [];
  switch (generated) {
    case 's':
      return [`GENERATED ALWAYS AS (${expression}) STORED`];
    case 'v':
      return [`GENERATED ALWAYS AS (${expression}) VIRTUAL`];
    default:
      return [`DEFAULT ${expression}`];
  }
}

function notNullDdl({ notNull, notNullConstraint }: DdlColumn): string[] {
  // One that rows may break cannot be made with the table.
  if (!notNull || notNullConstraint?.isValid === false) return [];
  const name = notNullConstraint?.isOwnName === true ? [`CONSTRAINT ${notNullConstraint.sqlName}`] : [];
  return [...name, notNullConstraint?.isNoInherit === true ? 'NOT NULL NO INHERIT' : 'NOT NULL'];
}
