import { useTranslations } from 'use-intl';
import type { RelationStructure } from '../../../../../shared/contract/relations.ts';
import { ByteSize } from '../../../components/byte-size.tsx';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { StatusChip } from '../../../components/status-chip.tsx';
import { LongCode } from './long-code.tsx';
import styles from './structure-texts.module.css';

type Index = RelationStructure['indexes'][number];

export function IndexesTable({ indexes }: { indexes: readonly Index[] }) {
  const t = useTranslations('tableStructure');
  const columns: readonly Column<Index>[] = [
    { key: 'name', header: t('name'), cell: ({ name }) => <PlainText text={name} />, sortBy: byName },
    { key: 'definition', header: t('definition'), cell: ({ definition }) => <LongCode text={definition} /> },
    { key: 'kind', header: t('state'), cell: (index) => <IndexState index={index} /> },
    {
      key: 'size',
      header: t('indexes.size'),
      align: 'end',
      cell: ({ sizeBytes }) => <ByteSize bytes={sizeBytes} />,
      sortBy: ({ sizeBytes }) => sizeBytes,
    },
  ];
  return (
    <DataTable
      bare
      focusable
      label={t('indexes.title')}
      columns={columns}
      rows={indexes}
      rowKey={({ name }) => name}
    />
  );
}

const byName = ({ name }: Index) => name;

function IndexState({ index: { isPrimary, isUnique, isValid } }: { index: Index }) {
  const t = useTranslations('tableStructure.indexes');
  return (
    <span className={styles.chips}>
      {isPrimary && <StatusChip tone="accent">{t('primary')}</StatusChip>}
      {isUnique && !isPrimary && <StatusChip tone="idle">{t('unique')}</StatusChip>}
      {!isValid && (
        <StatusChip tone="bad" icon="warning" title={t('invalidWhy')}>
          {t('invalid')}
        </StatusChip>
      )}
    </span>
  );
}
