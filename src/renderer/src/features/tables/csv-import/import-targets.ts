import type { Relation, RelationColumn } from '../../../../../shared/contract/relations.ts';
import { suggestMapping } from '../../../../../shared/csv/suggest-mapping.ts';
import { requiredColumns } from '../../../../../shared/tables/check-value.ts';
import type { FilePreview } from './file-preview.ts';
import type { ImportDraft } from './import-draft.ts';

type Targets = readonly (string | null)[];

/** Where each column of the file goes: as the person said, as long as the file has as many columns, else as suggested. */
export function importTargets(
  { targets }: Pick<ImportDraft, 'targets'>,
  { header, columnCount }: Pick<FilePreview, 'header' | 'columnCount'>,
  { columns }: Pick<Relation, 'columns'>,
): Targets {
  return targets?.length === columnCount ? targets : suggestMapping(header ?? columnCount, columns);
}

export interface MappingProblems {
  /** Columns that get more than one value. */
  twice: string[];
  /** NOT NULL without a default, and nothing in the file goes there. */
  missing: string[];
  /** The whole file is left out. */
  nothing: boolean;
}

/** What can be told about a mapping before a line is read. */
export function mappingProblems(
  targets: Targets,
  relation: Pick<Relation, 'columns' | 'fillsNewRows'>,
): MappingProblems {
  const given = targets.filter((name) => name !== null);
  return {
    twice: [...new Set(given.filter((name, index) => given.indexOf(name) !== index))],
    missing: requiredColumns(relation)
      .map(nameOf)
      .filter((name) => !given.includes(name)),
    nothing: given.length === 0,
  };
}

/** Columns that get values which else come from a sequence. */
export function sequenceColumns(targets: Targets, { columns }: Pick<Relation, 'columns'>): string[] {
  return columns.filter((column) => targets.includes(column.name) && hasSequence(column)).map(nameOf);
}

const nameOf = ({ name }: RelationColumn) => name;

const hasSequence = ({ identity, defaultText }: RelationColumn) =>
  identity !== null || defaultText?.startsWith('nextval(') === true;
