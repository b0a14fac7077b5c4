import type { Relation } from '../../../../../shared/contract/relations.ts';
import type { GridColumn } from '../../../components/data-grid/grid-source.ts';

/** The columns of a relation as the grid's heads show them. */
export const gridColumns = ({
  columns,
  identity,
  foreignKeys,
}: Pick<Relation, 'columns' | 'identity' | 'foreignKeys'>): GridColumn[] =>
  columns.map(({ name, type, align, valueType, canSort, comment }) => ({
    name,
    type,
    align,
    canSort,
    isKey: identity?.columns.includes(name) === true,
    leads: foreignKeys.some(({ fromColumns }) => fromColumns.includes(name)),
    isBoolean: valueType === 'boolean',
    ...(comment === null ? {} : { note: comment }),
  }));
