import { useTranslations } from 'use-intl';
import type { RelationStructure } from '../../../../../shared/contract/relations.ts';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { StatusChip } from '../../../components/status-chip.tsx';
import { LongCode } from './long-code.tsx';

type Trigger = RelationStructure['triggers'][number];

export function TriggersTable({ triggers }: { triggers: readonly Trigger[] }) {
  const t = useTranslations('tableStructure');
  const columns: readonly Column<Trigger>[] = [
    { key: 'name', header: t('name'), cell: ({ name }) => <PlainText text={name} /> },
    {
      key: 'enabled',
      header: t('state'),
      cell: ({ enabled }) => (
        <StatusChip
          tone={enabled === 'off' ? 'warn' : 'idle'}
          {...(enabled === 'off' ? { icon: 'warning' } : {})}
          title={t(`triggers.why.${enabled}`)}
        >
          {t(`triggers.enabled.${enabled}`)}
        </StatusChip>
      ),
    },
    { key: 'definition', header: t('definition'), cell: ({ definition }) => <LongCode text={definition} /> },
  ];
  return (
    <DataTable
      bare
      focusable
      label={t('triggers.title')}
      columns={columns}
      rows={triggers}
      rowKey={({ name }) => name}
    />
  );
}
