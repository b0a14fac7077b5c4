import { optionsDdl } from './options-ddl.ts';
import type { DdlConstraint, RawDdl } from './raw-ddl.ts';

/** Constraints that older rows may break, and what CREATE TABLE does not say of the indexes of others. */
export function laterConstraintsDdl(raw: RawDdl): string[] {
  return raw.constraints
    .filter(({ isInherited }) => !isInherited)
    .flatMap((constraint) =>
      constraint.kind !== 'f' && !constraint.isValid
        ? [addConstraint(raw, constraint)]
        : raw.kind === 'p'
          ? []
          : indexChanges(constraint),
    );
}

export function foreignKeysDdl(raw: RawDdl): string[] {
  return raw.constraints
    .filter(({ kind, isInherited }) => kind === 'f' && !isInherited)
    .map((constraint) => addConstraint(raw, constraint));
}

function addConstraint(raw: RawDdl, { sqlName, definition }: DdlConstraint): string {
  return `ALTER TABLE ${raw.sqlName} ADD CONSTRAINT ${sqlName} ${definition}`;
}

function indexChanges({ index }: DdlConstraint): string[] {
  if (index === null) return [];
  return [
    ...(index.options.length === 0
      ? []
      : [`ALTER INDEX ${index.sqlName} SET (${optionsDdl(index.options)})`]),
    ...(index.tablespace === null ? [] : [`ALTER INDEX ${index.sqlName} SET TABLESPACE ${index.tablespace}`]),
  ];
}
