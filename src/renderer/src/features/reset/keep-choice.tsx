import { useTranslations } from 'use-intl';
import { useSettings } from '../../api/settings.ts';
import { CheckboxField } from '../../components/checkbox-field.tsx';
import { TextField } from '../../components/text-field.tsx';

const USUAL_DAYS = 7;

interface KeepChoiceProps {
  name: string;
  keep: boolean;
  onKeep: (keep: boolean) => void;
  typedName: string;
  onTypedName: (typed: string) => void;
  onSubmit: () => void;
}

/** A restore point, or the typed name of what is given up for good. */
export function KeepChoice({ name, keep, onKeep, typedName, onTypedName, onSubmit }: KeepChoiceProps) {
  const t = useTranslations('reset.keep');
  const days = useSettings().data?.restorePointDays ?? USUAL_DAYS;
  return (
    <>
      <CheckboxField
        label={t('label')}
        checked={keep}
        onChange={onKeep}
        hint={keep ? t('on', { days }) : t('off')}
      />
      {!keep && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          <TextField label={t('typeName', { name })} value={typedName} onChange={onTypedName} mono />
        </form>
      )}
    </>
  );
}
