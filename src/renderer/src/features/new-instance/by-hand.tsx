import { quote } from 'shell-quote';
import { useTranslations } from 'use-intl';
import { Card } from '../../components/card.tsx';
import { CommandCard } from '../../components/command-card.tsx';
import styles from './new-instance-form.module.css';

interface ByHandProps {
  /** With the password as "$PGPASSWORD"; null until the first check. */
  command: string | null;
  password: string;
  shown: boolean;
}

/** What a person would type to get the same instance. */
export function ByHand({ command, password, shown }: ByHandProps) {
  const t = useTranslations('newInstance.byHand');
  if (command === null) {
    return (
      <Card title={t('title')}>
        <p className="muted">{t('pending')}</p>
      </Card>
    );
  }
  const text = shown ? `export PGPASSWORD=${quote([password])}\n${command}` : command;
  return (
    <CommandCard title={t('title')} command={text} copyLabel={t('copy')} width={56}>
      {!shown && <p className={styles.note}>{t('passwordNote')}</p>}
    </CommandCard>
  );
}
