import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../components/button.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import type { FormPart } from './form-part.ts';
import type { DraftParameter } from './instance-draft.ts';
import styles from './parameters-field.module.css';
import { useIssueTexts } from './use-issue-texts.tsx';

/** Settings of the server as names and values. */
export function ParametersField({ draft, issues, edit }: FormPart) {
  const t = useTranslations('newInstance');
  const id = useId();
  const { error, warning } = useIssueTexts(issues.parameters);
  const wrong = new Set(
    issues.parameters?.filter(({ severity }) => severity === 'error').map(({ values }) => values.name),
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: the label looks like that of every other field
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-says`}
      className={styles.field}
    >
      <span id={`${id}-label`} className={styles.label}>
        {t('label.parameters')}
      </span>
      {draft.parameters.map((row, index) => (
        <ParameterRow
          key={row.rowId}
          row={row}
          index={index + 1}
          invalid={wrong.has(row.name)}
          onChange={(values) => edit({ kind: 'change-parameter', rowId: row.rowId, values })}
          onRemove={() => edit({ kind: 'remove-parameter', rowId: row.rowId })}
        />
      ))}
      <div id={`${id}-says`} className={styles.says}>
        {error !== undefined && <p className={styles.error}>{error}</p>}
        {warning !== undefined && <p className={styles.warning}>{warning}</p>}
        <p>{t('parameters.hint')}</p>
      </div>
      <div>
        <Button onClick={() => edit({ kind: 'add-parameter', rowId: crypto.randomUUID() })}>
          {t('parameters.add')}
        </Button>
      </div>
    </div>
  );
}

interface ParameterRowProps {
  row: DraftParameter;
  index: number;
  invalid: boolean;
  onChange: (values: { name?: string; value?: string }) => void;
  onRemove: () => void;
}

function ParameterRow({ row, index, invalid, onChange, onRemove }: ParameterRowProps) {
  const t = useTranslations('newInstance.parameters');
  const place = { index: String(index) };
  return (
    <div className={styles.row}>
      <input
        className={styles.input}
        aria-label={t('name', place)}
        aria-invalid={invalid || undefined}
        placeholder="max_connections"
        spellCheck={false}
        autoComplete="off"
        value={row.name}
        onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
      />
      <span aria-hidden="true">=</span>
      <input
        className={styles.input}
        aria-label={t('value', place)}
        placeholder="200"
        spellCheck={false}
        autoComplete="off"
        value={row.value}
        onChange={({ currentTarget }) => onChange({ value: currentTarget.value })}
      />
      <IconButton icon="close" label={t('remove', place)} onClick={onRemove} />
    </div>
  );
}
