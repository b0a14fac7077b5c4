import { useTranslations } from 'use-intl';
import type { RelationStructure } from '../../../../../shared/contract/relations.ts';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { StatusChip } from '../../../components/status-chip.tsx';
import { LongCode } from './long-code.tsx';

type Constraint = RelationStructure['constraints'][number];

/** Keys, checks and exclusions. */
export function ConstraintsTable({ constraints }: { constraints: readonly Constraint[] }) {
  const t = useTranslations('tableStructure');
  const columns: readonly Column<Constraint>[] = [
    { key: 'name', header: t('name'), cell: ({ name }) => <PlainText text={name} /> },
    { key: 'definition', header: t('definition'), cell: ({ definition }) => <LongCode text={definition} /> },
    {
      key: 'state',
      header: t('state'),
      cell: ({ isValidated }) =>
        !isValidated && (
          <StatusChip tone="warn" icon="warning" title={t('notValidatedWhy')}>
            {t('notValidated')}
          </StatusChip>
        ),
    },
  ];
  const shown = constraints.every(({ isValidated }) => isValidated) ? columns.slice(0, -1) : columns;
  return (
    <DataTable
      bare
      focusable
      label={t('constraints.title')}
      columns={shown}
      rows={constraints}
      rowKey={({ name }) => name}
    />
  );
}
