import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import type { Relation, RelationColumn } from '../../../../../shared/contract/relations.ts';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { PlainText } from '../../../components/plain-text.tsx';
import { SelectField, type SelectOption } from '../../../components/select-field.tsx';
import type { FilePreview } from './file-preview.ts';
import styles from './import-tables.module.css';
import { PreviewValue } from './preview-value.tsx';

interface MappingTableProps {
  relation: Relation;
  preview: FilePreview;
  targets: readonly (string | null)[];
  onTargets: (targets: readonly (string | null)[]) => void;
}

/** No column can be called this. */
const leftOut = '';

/** Where each column of the file goes. */
export function MappingTable({ relation, preview, targets, onTargets }: MappingTableProps) {
  const t = useTranslations('tableFiles.import');
  const options = useTargetOptions(relation.columns);
  const types = new Map(relation.columns.map(({ name, type }) => [name, type]));
  const nameOf = (index: number) => preview.header?.[index] ?? t('fileColumn', { number: index + 1 });
  const first = preview.records[0]?.values;
  const columns: readonly Column<number>[] = [
    {
      key: 'file',
      header: t('inFile'),
      width: '22%',
      clip: true,
      cell: (index) => <PlainText text={nameOf(index)} />,
    },
    {
      key: 'sample',
      header: t('firstValue'),
      width: '22%',
      clip: true,
      cell: (index) => <PreviewValue value={first?.[index]} />,
    },
    {
      key: 'target',
      header: t('inTable'),
      width: '28%',
      cell: (index) => (
        <SelectField
          label={t('goesTo', { column: nameOf(index) })}
          labelHidden
          value={targets[index] ?? leftOut}
          options={options}
          {...(isTwice(targets, index) ? { error: t('alreadyFilled') } : {})}
          onChange={(target) => onTargets(targets.with(index, target === leftOut ? null : target))}
        />
      ),
    },
    {
      key: 'type',
      header: t('type'),
      width: '28%',
      clip: true,
      cell: (index) => (
        <code className="muted">
          <PlainText text={types.get(targets[index] ?? leftOut) ?? ''} />
        </code>
      ),
    },
  ];
  return (
    <div className={styles.mapping}>
      <DataTable
        label={t('mapping')}
        columns={columns}
        rows={targets.map((_, index) => index)}
        rowKey={String}
      />
    </div>
  );
}

/** Another column before this one goes to the same place. */
const isTwice = (targets: readonly (string | null)[], index: number): boolean =>
  targets[index] !== null && targets.indexOf(targets[index] ?? null) < index;

function useTargetOptions(columns: readonly RelationColumn[]): readonly SelectOption<string>[] {
  const t = useTranslations('tableFiles.import');
  return useMemo(
    () => [
      { value: leftOut, label: t('leaveOut') },
      ...columns.map(({ name, type, generated, canInsert }) => ({
        value: name,
        label: name,
        note: generated !== null ? t('isGenerated') : canInsert ? type : t('notInsertable'),
        disabled: !canInsert,
      })),
    ],
    [columns, t],
  );
}
