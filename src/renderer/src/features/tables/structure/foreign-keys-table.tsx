import { useTranslations } from 'use-intl';
import type { RelationPlace } from '../../../../../shared/contract/relations.ts';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { StatusChip } from '../../../components/status-chip.tsx';
import type { LinkedForeignKey } from './linked-foreign-keys.ts';
import { LongCode } from './long-code.tsx';
import { RelationLink } from './relation-link.tsx';

interface ForeignKeysTableProps {
  label: string;
  place: RelationPlace;
  links: readonly LinkedForeignKey[];
}

/** Foreign keys with a way to the relation at the other end. */
export function ForeignKeysTable({ label, place, links }: ForeignKeysTableProps) {
  const t = useTranslations('tableStructure');
  const columns: readonly Column<LinkedForeignKey>[] = [
    {
      key: 'columns',
      header: t('columns.title'),
      cell: (link) => (
        <code>
          <PlainText text={link.columns.join(', ')} />
        </code>
      ),
    },
    {
      key: 'table',
      header: t('table'),
      cell: ({ other }) => <RelationLink place={place} relation={other} />,
    },
    { key: 'definition', header: t('definition'), cell: ({ definition }) => <LongCode text={definition} /> },
    {
      key: 'name',
      header: t('name'),
      cell: ({ name, isValidated }) => (
        <>
          <PlainText text={name} />{' '}
          {!isValidated && (
            <StatusChip tone="warn" icon="warning" title={t('notValidatedWhy')}>
              {t('notValidated')}
            </StatusChip>
          )}
        </>
      ),
    },
  ];
  return (
    <DataTable
      bare
      label={label}
      columns={columns}
      rows={links}
      rowKey={({ other, name }) => JSON.stringify([other.schema, other.name, name])}
    />
  );
}
