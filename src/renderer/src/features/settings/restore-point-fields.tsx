import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Settings } from '../../../../shared/contract/settings.ts';
import { TextField } from '../../components/text-field.tsx';
import styles from './settings-page.module.css';

interface RestorePointFieldsProps {
  settings: Settings;
  onChange: (part: Partial<Settings>) => void;
}

const gibBytes = 1024 ** 3;

/** How long and how much old data is kept. A value is kept when the field is left, if it is one. */
export function RestorePointFields({ settings, onChange }: RestorePointFieldsProps) {
  const t = useTranslations('settings');
  const storedDays = `${settings.restorePointDays}`;
  const storedGib = `${Math.round((settings.restorePointMaxBytes / gibBytes) * 100) / 100}`;
  const days = useDraft(storedDays);
  const gib = useDraft(storedGib);
  const daysValue = Number(days.text);
  const gibValue = Number(gib.text);
  const daysWrong =
    days.text.trim() === '' || !Number.isInteger(daysValue) || daysValue < 1 || daysValue > 365;
  const gibWrong = gib.text.trim() === '' || !Number.isFinite(gibValue) || gibValue < 0;
  return (
    <div className={styles.form}>
      <TextField
        label={t('days')}
        inputMode="numeric"
        value={days.text}
        onChange={days.setText}
        hint={t('daysHint')}
        error={daysWrong && t('daysError')}
        onBlur={() => !daysWrong && days.text !== storedDays && onChange({ restorePointDays: daysValue })}
      />
      <TextField
        label={t('maxSize')}
        inputMode="decimal"
        value={gib.text}
        onChange={gib.setText}
        hint={t('maxSizeHint')}
        error={gibWrong && t('maxSizeError')}
        onBlur={() =>
          !gibWrong &&
          gib.text !== storedGib &&
          onChange({ restorePointMaxBytes: Math.round(gibValue * gibBytes) })
        }
      />
    </div>
  );
}

/** What is typed; what is stored replaces it when that changes. */
function useDraft(stored: string) {
  const [draft, setDraft] = useState({ stored, text: stored });
  if (draft.stored !== stored) setDraft({ stored, text: stored });
  return { text: draft.text, setText: (text: string) => setDraft({ stored, text }) };
}
