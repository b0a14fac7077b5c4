import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { TextField } from '../../../components/text-field.tsx';

interface TimeoutDialogProps {
  timeoutMs: number;
  onSave: (timeoutMs: number) => void;
  onClose: () => void;
}

const longestSeconds = 86_400;

/** After how long the server stops a statement by itself. */
export function TimeoutDialog({ timeoutMs, onSave, onClose }: TimeoutDialogProps) {
  const t = useTranslations('sql.settings');
  const common = useTranslations('common');
  const formId = useId();
  const [typed, setTyped] = useState(timeoutMs === 0 ? '' : String(timeoutMs / 1_000));
  const seconds = typed.trim() === '' ? 0 : Number(typed.replace(',', '.'));
  const valid = Number.isFinite(seconds) && seconds >= 0 && seconds <= longestSeconds;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('timeout')}
      footer={
        <>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} disabled={!valid}>
            {t('save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          if (!valid) return;
          onSave(Math.round(seconds * 1_000));
          onClose();
        }}
      >
        <TextField
          label={t('seconds')}
          inputMode="decimal"
          value={typed}
          onChange={setTyped}
          hint={t('timeoutHint')}
          error={valid ? undefined : t('timeoutInvalid', { most: longestSeconds })}
        />
      </form>
    </Dialog>
  );
}
