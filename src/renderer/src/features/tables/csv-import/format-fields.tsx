import { useTranslations } from 'use-intl';
import { CheckboxField } from '../../../components/checkbox-field.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import styles from './format-fields.module.css';
import { encodings, type ImportDraft } from './import-draft.ts';

interface FormatFieldsProps {
  draft: ImportDraft;
  onChange: (patch: Partial<ImportDraft>) => void;
}

const delimiterKeys = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'pipe',
  ':': 'colon',
  '^': 'caret',
  '~': 'tilde',
} as const;

const quotes = [
  { value: '"', label: '"' },
  { value: "'", label: "'" },
] as const;

/** How the file is written, as it was found out and as the person knows better. */
export function FormatFields({ draft, onChange }: FormatFieldsProps) {
  const t = useTranslations('tableFiles.import');
  const delimiters = Object.entries(delimiterKeys).map(([value, key]) => ({
    value,
    label: t(`delimiters.${key}`),
  }));
  const { delimiter } = draft;
  return (
    <>
      <div className={styles.fields}>
        <SelectField
          label={t('encoding')}
          value={draft.encoding}
          onChange={(encoding) => onChange({ encoding })}
          options={encodings.map((value) => ({ value, label: t(`encodings.${value}`) }))}
        />
        <SelectField
          label={t('delimiter')}
          value={delimiter}
          onChange={(chosen) => onChange({ delimiter: chosen })}
          options={
            delimiter in delimiterKeys ? delimiters : [...delimiters, { value: delimiter, label: delimiter }]
          }
        />
        <SelectField
          label={t('quote')}
          value={draft.quote}
          onChange={(quote) => onChange({ quote })}
          options={quotes}
        />
        <TextField
          label={t('nullText')}
          mono
          placeholder={t('nullEmpty')}
          value={draft.nullText}
          onChange={(nullText) => onChange({ nullText })}
        />
      </div>
      <CheckboxField label={t('header')} checked={draft.header} onChange={(header) => onChange({ header })} />
    </>
  );
}
