import { useTranslations } from 'use-intl';
import type { Settings } from '../../../../shared/contract/settings.ts';
import { SelectField } from '../../components/select-field.tsx';
import { locales } from '../../i18n/messages.ts';
import { languageNames } from './language-names.ts';
import styles from './settings-page.module.css';

interface LookFieldsProps {
  settings: Settings;
  onChange: (part: Partial<Settings>) => void;
}

export function LookFields({ settings, onChange }: LookFieldsProps) {
  const t = useTranslations('settings');
  return (
    <div className={styles.form}>
      <SelectField
        label={t('theme')}
        value={settings.theme}
        onChange={(theme) => onChange({ theme })}
        options={(['system', 'light', 'dark'] as const).map((value) => ({
          value,
          label: t(`themes.${value}`),
        }))}
      />
      <SelectField
        label={t('language')}
        value={settings.language}
        onChange={(language) => onChange({ language })}
        options={[
          { value: 'system' as const, label: t('languageSystem') },
          ...locales.map((value) => ({ value, label: languageNames[value] })),
        ]}
      />
    </div>
  );
}
