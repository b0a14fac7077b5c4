import { useTranslations } from 'use-intl';
import type { RelationPlace, RelationStructure } from '../../../../../shared/contract/relations.ts';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { LongCode } from './long-code.tsx';
import { RelationLink } from './relation-link.tsx';

type Partition = RelationStructure['partitions'][number];

interface PartitionsTableProps {
  place: RelationPlace;
  partitions: readonly Partition[];
}

export function PartitionsTable({ place, partitions }: PartitionsTableProps) {
  const t = useTranslations('tableStructure');
  const columns: readonly Column<Partition>[] = [
    {
      key: 'name',
      header: t('table'),
      cell: ({ schema, name }) => <RelationLink place={place} relation={{ schema, name }} />,
    },
    { key: 'bounds', header: t('partitions.bounds'), cell: ({ bounds }) => <LongCode text={bounds} /> },
  ];
  return (
    <DataTable
      bare
      label={t('partitions.title')}
      columns={columns}
      rows={partitions}
      rowKey={({ schema, name }) => JSON.stringify([schema, name])}
    />
  );
}
