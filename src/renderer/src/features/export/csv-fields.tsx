import { useTranslations } from 'use-intl';
import { CheckboxField } from '../../components/checkbox-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { delimiters, type ExportDraft } from './export-draft.ts';

interface CsvFieldsProps {
  draft: ExportDraft;
  onChange: (patch: Partial<ExportDraft>) => void;
}

const delimiterKeys = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;

/** The choices of CSV; as they stand at first, the file is what `\copy … csv header` of psql writes. */
export function CsvFields({ draft, onChange }: CsvFieldsProps) {
  const t = useTranslations('results.export');
  return (
    <>
      <SelectField
        label={t('delimiter')}
        value={draft.delimiter}
        onChange={(delimiter) => onChange({ delimiter })}
        options={delimiters.map((value) => ({ value, label: t(delimiterKeys[value]) }))}
      />
      <TextField
        label={t('nullText')}
        hint={t('nullHint')}
        mono
        value={draft.nullText}
        onChange={(nullText) => onChange({ nullText })}
      />
      <CheckboxField label={t('header')} checked={draft.header} onChange={(header) => onChange({ header })} />
      <CheckboxField
        label={t('formulas')}
        hint={t('formulasHint')}
        checked={draft.escapeFormulas}
        onChange={(escapeFormulas) => onChange({ escapeFormulas })}
      />
    </>
  );
}
