import { useTranslations } from 'use-intl';
import { Button } from '../../components/button.tsx';
import { Card } from '../../components/card.tsx';
import { TextField } from '../../components/text-field.tsx';
import type { FormPart } from './form-part.ts';
import { generatePassword } from './generate-password.ts';
import styles from './new-instance-form.module.css';
import { useIssueTexts } from './use-issue-texts.tsx';

interface LoginFieldsProps extends FormPart {
  shown: boolean;
  onShow: (shown: boolean) => void;
}

export function LoginFields({ draft, issues, edit, shown, onShow }: LoginFieldsProps) {
  const t = useTranslations('newInstance');
  const set = (values: { user?: string; password?: string; database?: string }) =>
    edit({ kind: 'set', values });
  return (
    <Card title={t('section.login')}>
      <div className={styles.pair}>
        <div data-field="user">
          <TextField
            label={t('label.user')}
            mono
            value={draft.user}
            onChange={(user) => set({ user })}
            {...useIssueTexts(issues.user)}
          />
        </div>
        <div data-field="database">
          <TextField
            label={t('label.database')}
            mono
            value={draft.database}
            onChange={(database) => set({ database })}
            {...useIssueTexts(issues.database)}
          />
        </div>
        <div data-field="password" className={styles.whole}>
          <TextField
            label={t('label.password')}
            mono
            type={shown ? 'text' : 'password'}
            value={draft.password}
            onChange={(password) => set({ password })}
            {...useIssueTexts(issues.password)}
            beside={
              <>
                <Button onClick={() => onShow(!shown)}>{t(shown ? 'password.hide' : 'password.show')}</Button>
                <Button onClick={() => set({ password: generatePassword() })}>
                  {t('password.generate')}
                </Button>
              </>
            }
          />
        </div>
      </div>
    </Card>
  );
}
