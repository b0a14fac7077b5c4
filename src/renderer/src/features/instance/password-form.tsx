import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { windowErrorOf } from '../../api/call-failure.ts';
import { useSavePassword } from '../../api/instances.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useErrorPresentation } from '../../errors/use-error-presentation.ts';
import styles from './password-form.module.css';

interface PasswordFormProps {
  name: string;
  user: string;
  /** What is wrong with the known one stands beside the form. */
  known?: boolean;
  onSaved?: () => void;
}

/** Asks for a password that the container does not tell. It is kept by the host's secret store. */
export function PasswordForm({ name, user, known = false, onSaved }: PasswordFormProps) {
  const t = useTranslations('instance.connect');
  const [password, setPassword] = useState('');
  const save = useSavePassword();
  const present = useErrorPresentation();
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (password !== '') save.mutate({ id: name, password }, { onSuccess: () => onSaved?.() });
      }}
    >
      {!known && <p>{t('unknown')}</p>}
      <TextField
        label={t('passwordField', { user })}
        type="password"
        value={password}
        onChange={(next) => {
          setPassword(next);
          save.reset();
        }}
        error={save.error === null ? undefined : present(windowErrorOf(save.error)).text}
        hint={t(known ? 'keptHint' : 'unknownHint')}
        beside={
          <Button type="submit" busy={save.isPending} disabled={password === ''}>
            {t('save')}
          </Button>
        }
      />
    </form>
  );
}
