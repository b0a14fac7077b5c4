import type { Relation } from '../../../../../shared/contract/relations.ts';
import type { StagedColumns } from './staged-table.ts';

/** Of a relation whose rows can be found. */
export const stagedColumns = ({
  columns,
  identity,
}: Pick<Relation, 'columns' | 'identity'>): StagedColumns => ({
  columns: columns.map(({ name }) => name),
  keyColumns: identity?.columns ?? [],
  madeColumns: columns
    .filter((column) => column.generated !== null || column.identity === 'always' || !column.canInsert)
    .map(({ name }) => name),
});
