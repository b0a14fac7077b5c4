import { useTranslations } from 'use-intl';
import type { Relation, RelationColumn } from '../../../../../shared/contract/relations.ts';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { StatusChip } from '../../../components/status-chip.tsx';
import { type ColumnKey, columnKeys } from './column-keys.ts';
import { LongCode } from './long-code.tsx';
import styles from './structure-texts.module.css';

/** Columns in the table's own order. */
export function ColumnsTable({ relation }: { relation: Relation }) {
  const t = useTranslations('tableStructure.columns');
  const keys = columnKeys(relation);
  const columns: readonly Column<RelationColumn>[] = [
    {
      key: 'name',
      header: t('name'),
      cell: ({ name }) => (
        <code>
          <PlainText text={name} />
        </code>
      ),
    },
    {
      key: 'type',
      header: t('type'),
      cell: ({ type }) => (
        <code>
          <PlainText text={type} />
        </code>
      ),
    },
    {
      key: 'nullable',
      header: t('nullable'),
      cell: ({ notNull }) =>
        notNull ? <code>NOT NULL</code> : <span className="muted">{t('mayBeNull')}</span>,
    },
    { key: 'default', header: t('default'), cell: (column) => <DefaultCell column={column} /> },
    { key: 'key', header: t('key'), cell: ({ name }) => <KeyCell keys={keys.get(name) ?? []} /> },
    {
      key: 'comment',
      header: t('comment'),
      cell: ({ comment }) =>
        comment !== null && (
          <span className={styles.long}>
            <PlainText text={comment} multiline />
          </span>
        ),
    },
  ];
  const shown = relation.columns.some(({ comment }) => comment !== null) ? columns : columns.slice(0, -1);
  return (
    <DataTable
      bare
      focusable
      label={t('title')}
      columns={shown}
      rows={relation.columns}
      rowKey={({ name }) => name}
    />
  );
}

/** Where a value comes from that nobody gives. */
function DefaultCell({ column: { identity, generated, defaultText } }: { column: RelationColumn }) {
  if (identity !== null)
    return <code>GENERATED {identity === 'always' ? 'ALWAYS' : 'BY DEFAULT'} AS IDENTITY</code>;
  if (generated !== null) return <LongCode text={`GENERATED ALWAYS AS (${generated})`} />;
  return defaultText === null ? null : <LongCode text={defaultText} />;
}

function KeyCell({ keys }: { keys: readonly ColumnKey[] }) {
  const t = useTranslations('tableStructure.columns.keys');
  return (
    <span className={styles.chips}>
      {keys.map((key) => (
        <StatusChip key={key} tone={key === 'primary-key' ? 'accent' : 'idle'}>
          {t(key)}
        </StatusChip>
      ))}
    </span>
  );
}
