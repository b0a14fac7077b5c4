import { useTranslations } from 'use-intl';
import type { RelationColumn } from '../../../../../shared/contract/relations.ts';
import type { RowFilter, RowOrder } from '../../../../../shared/contract/table-rows.ts';
import type { MenuEntry } from '../../../components/menu-popup.tsx';
import { firstPage } from '../../../stores/table-view-store.ts';
import { addCondition, valueCondition } from '../filter/value-condition.ts';
import type { EditedRow } from '../staging/edited-rows.ts';
import type { TableSubject } from '../table-subject.ts';
import { jumpsFromValue, jumpsToReferrers, type RowJump } from './row-jumps.ts';
import { useJump } from './use-jump.ts';

interface CellMenuInput {
  subject: TableSubject;
  row: EditedRow | undefined;
  /** Index of the active column. */
  column: number;
  onOpen: () => void;
  onCopy: () => void;
}

const separated = (...groups: MenuEntry[][]): MenuEntry[] =>
  groups
    .filter((group) => group.length > 0)
    .flatMap((group, at) => (at === 0 ? group : ['separator', ...group]));

/** What can be done with the active cell and its row, beside editing. */
export function useCellMenu({ subject, row, column: index, onOpen, onCopy }: CellMenuInput): MenuEntry[] {
  const t = useTranslations('tables.cell');
  const jump = useJump(subject);
  const { relation, view, change } = subject;
  const column = relation.columns[index];
  if (column === undefined || row === undefined) return [];
  const sort = (order: RowOrder) => change({ order, page: firstPage });
  const jumpEntry = (one: RowJump, label: string): MenuEntry => ({
    label,
    note: one.constraint,
    onSelect: () => jump.go(one),
  });
  const current = view.order.find((one) => one.column === column.name);
  return separated(
    [
      { label: t('open'), onSelect: onOpen },
      { label: t('copy'), onSelect: onCopy },
    ],
    [
      ...jumpsFromValue(relation, row.cells, column.name).map((one) =>
        jumpEntry(one, t('goTo', { table: jump.nameOf(one.to) })),
      ),
      ...jumpsToReferrers(relation, row.cells).map((one) =>
        jumpEntry(one, t('referrers', { table: jump.nameOf(one.to) })),
      ),
    ],
    filterEntries(t, subject, column, row),
    column.canSort
      ? [
          { label: t('ascending'), onSelect: () => sort([{ column: column.name, descending: false }]) },
          { label: t('descending'), onSelect: () => sort([{ column: column.name, descending: true }]) },
          ...(current === undefined
            ? []
            : [{ label: t('unsorted'), onSelect: () => sort(view.order.filter((one) => one !== current)) }]),
        ]
      : [],
  );
}

function filterEntries(
  t: ReturnType<typeof useTranslations<'tables.cell'>>,
  { relation, view, change }: TableSubject,
  column: RelationColumn,
  row: EditedRow,
): MenuEntry[] {
  const value = row.cells[relation.columns.indexOf(column)] ?? null;
  const use = (filter: RowFilter) => change({ filter, filterDraft: null, page: firstPage, selection: null });
  const wishes = [
    { label: t(value === null ? 'onlyNull' : 'only'), of: value, exclude: false },
    { label: t(value === null ? 'withoutNull' : 'without'), of: value, exclude: true },
    ...(value === null || column.notNull ? [] : [{ label: t('onlyNull'), of: null, exclude: false }]),
  ];
  return wishes.map(({ label, of, exclude }) => {
    const condition = valueCondition(column, of, exclude);
    const filter = condition === null ? null : addCondition(view.filter, condition);
    return {
      label,
      disabled: filter === null,
      ...(filter === null ? { note: t(condition === null ? 'notComparable' : 'anyOnly') } : {}),
      onSelect: () => filter !== null && use(filter),
    };
  });
}
