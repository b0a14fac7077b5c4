import { columnChanges } from './column-changes.ts';
import { foreignKeysDdl, laterConstraintsDdl } from './constraint-ddl.ts';
import { createTableDdl, spelledColumns } from './create-table-ddl.ts';
import { indexesDdl } from './index-ddl.ts';
import { policiesDdl } from './policy-ddl.ts';
import type { RawDdl } from './raw-ddl.ts';
import { createSequence, serialType } from './sequence-ddl.ts';
import { tableForm } from './table-form.ts';
import { triggersDdl } from './trigger-ddl.ts';

/** Statements that make a table, a partitioned or a foreign one: in this order each finds what it needs. */
export function tableDdl(raw: RawDdl): string[] {
  const form = tableForm(raw);
  const spelled = spelledColumns(raw, form);
  const sequences = raw.sequences.filter((sequence) => {
    const column = spelled.find(({ name }) => name === sequence.column);
    return column === undefined || serialType(column, sequence) === null;
  });
  return [
    ...sequences.map(createSequence),
    createTableDdl(raw, form),
    ...sequences.map(({ sqlName, column }) => {
      const owner = raw.columns.find(({ name }) => name === column)?.sqlName;
      return `ALTER SEQUENCE ${sqlName} OWNED BY ${raw.sqlName}.${owner}`;
    }),
    ...columnChanges(raw, new Set(spelled.map(({ name }) => name))),
    ...indexesDdl(raw, form === 'added'),
    ...(form === 'added' ? addToParents(raw) : []),
    ...laterConstraintsDdl(raw),
    ...foreignKeysDdl(raw),
    ...raw.statistics,
    ...triggersDdl(raw),
    ...policiesDdl(raw),
  ];
}

function addToParents({ parents, sqlName, isPartition, bounds }: RawDdl): string[] {
  return parents.map((parent) =>
    isPartition
      ? `ALTER TABLE ${parent.sqlName} ATTACH PARTITION ${sqlName} ${bounds}`
      : `ALTER TABLE ${sqlName} INHERIT ${parent.sqlName}`,
  );
}
